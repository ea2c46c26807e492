package com.bizosaas.adsdesk.ui.create;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Makes the inputs of the steps.
final class Inputs {

    /// Nothing is chosen: what stands in the box is its prompt.
    private static final PseudoClass UNCHOSEN = PseudoClass.getPseudoClass("unchosen");

    private Inputs() {
    }

    /// A text field that tells each keystroke.
    static TextField text(String id, String prompt, Consumer<String> typed) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().addListener((_, _, now) -> typed.accept(now));
        return field;
    }

    /// A list to choose one of; nothing is chosen in the operator's place.
    static ComboBox<String> choice(String id, String prompt, Function<String, String> words, Consumer<String> chosen) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId(id);
        choice.setPromptText(prompt);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable String fromString(String text) {
                return null;
            }
        });
        choice.pseudoClassStateChanged(UNCHOSEN, true);
        choice.valueProperty().addListener((_, _, now) -> {
            choice.pseudoClassStateChanged(UNCHOSEN, now == null);
            if (now != null) {
                chosen.accept(now);
            }
        });
        return choice;
    }

    /// Offers these, and shows what is chosen; a value that is not among them any more is still shown.
    static void offer(ComboBox<String> choice, Collection<String> values, String value) {
        List<String> all = values.contains(value) || value.isEmpty()
                ? List.copyOf(values)
                : java.util.stream.Stream.concat(values.stream(), java.util.stream.Stream.of(value)).toList();
        if (!choice.getItems().equals(all)) {
            choice.getItems().setAll(all);
        }
        choice.setValue(value.isEmpty() ? null : value);
    }

    /// Shows a text unless it is there already, so that the caret stays where it is.
    static void show(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
