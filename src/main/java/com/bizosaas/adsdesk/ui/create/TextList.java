package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Headlines or texts, one line each: Enter goes on to the next, several pasted lines become several. At least one line is
/// always there. FX thread only.
final class TextList extends VBox {

    private final String noun;
    private final Consumer<List<String>> changed;
    private final VBox lines = new VBox(4);
    private final List<TextField> fields = new ArrayList<>();
    private final Button add;
    private boolean showing;

    /// @param noun such as `headline`, also the beginning of the ids
    /// @param changed told all lines with each keystroke
    TextList(String noun, Consumer<List<String>> changed) {
        super(4);
        this.noun = noun;
        this.changed = changed;
        add = Buttons.flat("Add " + noun, Icons.ADD, this::another);
        add.setId("add-" + noun);
        add.getStyleClass().add("small");
        getChildren().addAll(lines, add);
    }

    /// Shows these lines; those that are there already keep their caret.
    ///
    /// @param many whether there may be more than one
    void show(List<String> texts, boolean many) {
        showing = true;
        while (fields.size() > Math.max(1, texts.size())) {
            fields.removeLast();
            lines.getChildren().removeLast();
        }
        while (fields.size() < Math.max(1, texts.size())) {
            line();
        }
        for (int i = 0; i < fields.size(); i++) {
            Inputs.show(fields.get(i), i < texts.size() ? texts.get(i) : "");
        }
        add.setVisible(many);
        add.setManaged(many);
        lines.getChildren().forEach(line -> {
            var less = ((HBox) line).getChildren().getLast();
            less.setVisible(fields.size() > 1);
            less.setManaged(fields.size() > 1);
        });
        showing = false;
    }

    private void line() {
        int number = fields.size() + 1;
        TextField field = new TextField();
        field.setId(noun + "-" + number);
        field.setPromptText("Type a " + noun);
        field.setAccessibleText(capital(noun) + " " + number);
        field.textProperty().addListener((_, _, _) -> {
            if (!showing) {
                tell();
            }
        });
        field.setOnAction(_ -> onward(field));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button less = Buttons.icon(Icons.CLOSE, "Remove this " + noun, () -> remove(field));
        less.getStyleClass().add("small");
        HBox line = new HBox(4, field, less);
        line.setAlignment(Pos.CENTER_LEFT);
        fields.add(field);
        lines.getChildren().add(line);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// To the next line, or to a new one after the last.
    private void onward(TextField field) {
        int at = fields.indexOf(field);
        if (at + 1 < fields.size()) {
            fields.get(at + 1).requestFocus();
        } else if (add.isVisible() && !field.getText().isBlank()) {
            another();
        }
    }

    private void another() {
        List<String> all = texts();
        all.add("");
        show(all, true);
        // Without its skin the new field takes no keys, and the next pulse may be late for somebody who types fast.
        lines.applyCss();
        fields.getLast().requestFocus();
        tell();
    }

    private void remove(TextField field) {
        List<String> all = texts();
        int at = fields.indexOf(field);
        all.remove(at);
        show(all, true);
        fields.get(Math.max(0, at - 1)).requestFocus();
        tell();
    }

    private List<String> texts() {
        return new ArrayList<>(fields.stream().map(TextField::getText).toList());
    }

    private void tell() {
        changed.accept(texts());
    }

    /// Puts the focus into the first empty line, the first one where none is.
    @Override
    public void requestFocus() {
        fields.stream().filter(field -> field.getText().isBlank()).findFirst().or(() -> fields.stream().findFirst())
                .ifPresent(TextField::requestFocus);
    }
}
