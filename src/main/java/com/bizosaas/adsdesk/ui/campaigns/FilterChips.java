package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The conditions as chips: a click changes one, × takes it away, “or” joins another way to fulfil it, “Filter” adds one
/// that must hold too. FX thread only.
final class FilterChips extends HBox {

    private final Dialogs dialogs;
    private final Consumer<Filter> changed;
    private Filter filter = Filter.NONE;

    FilterChips(Dialogs dialogs, Consumer<Filter> changed) {
        super(6);
        this.dialogs = dialogs;
        this.changed = changed;
        setAlignment(Pos.CENTER_LEFT);
        setId("filter-chips");
        setMinWidth(0);
        fill();
    }

    void show(Filter now) {
        if (!now.equals(filter)) {
            filter = now;
            fill();
        }
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        for (int g = 0; g < filter.groups().size(); g++) {
            List<Condition> group = filter.groups().get(g);
            int at = g;
            HBox chips = new HBox(4);
            chips.setAlignment(Pos.CENTER_LEFT);
            chips.getStyleClass().add(group.size() > 1 ? "chip-group" : "chip-single");
            for (int c = 0; c < group.size(); c++) {
                int place = c;
                if (c > 0) {
                    chips.getChildren().add(Labels.whole("or", "caption"));
                }
                chips.getChildren().add(chip(group.get(c), at, place));
            }
            Button or = Buttons.link("or…", () -> ask("Add another way", null,
                    condition -> changed.accept(filter.or(at, condition))));
            or.getStyleClass().add("chip-or");
            chips.getChildren().add(or);
            nodes.add(chips);
        }
        Button add = Buttons.flat("Filter", Icons.ADD, this::add);
        add.getStyleClass().addAll("chip", "chip-add");
        add.setId("add-filter");
        nodes.add(add);
        getChildren().setAll(nodes);
    }

    /// Asks for one more condition that must hold.
    void add() {
        ask("Add a filter", null, condition -> changed.accept(filter.and(condition)));
    }

    private Node chip(Condition condition, int group, int place) {
        Button words = new Button(condition.words());
        words.setMnemonicParsing(false);
        words.getStyleClass().setAll("chip-words");
        words.setOnAction(_ -> ask("Change the filter", condition,
                other -> changed.accept(filter.replace(group, place, other))));
        Button away = Buttons.icon(Icons.CLOSE, "Remove “" + condition.words() + "”",
                () -> changed.accept(filter.without(group, place)));
        away.getStyleClass().add("chip-away");
        HBox chip = new HBox(words, away);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().addAll("chip", "filter-chip");
        return chip;
    }

    private void ask(String title, @Nullable Condition before, Consumer<Condition> done) {
        ComboBox<Column> field = new ComboBox<>();
        List<Column> fields = new ArrayList<>(Condition.WORDS);
        fields.addAll(Condition.NUMBERS);
        field.setItems(FXCollections.observableList(fields));
        field.setConverter(words(column -> column == Column.CTR ? "CTR" : column.title()));
        field.setId("filter-field");
        ComboBox<Condition.Test> test = new ComboBox<>();
        test.setConverter(words(Condition.Test::label));
        test.setId("filter-test");
        TextField value = new TextField();
        value.setId("filter-value");
        CheckBox not = new CheckBox("Not: those that do not pass");
        not.setId("filter-not");
        VBox body = new VBox(12, new HBox(8, field, test, value), not);
        DialogForm form = new DialogForm(title, null, body, "Apply").width(480).initialFocus(value);
        Runnable look = () -> {
            value.setDisable(test.getValue() == Condition.Test.NONE);
            value.setPromptText(field.getValue() == Column.DELIVERY
                    ? Arrays.stream(Delivery.State.values()).map(Delivery.State::label).limit(3)
                            .reduce((a, b) -> a + ", " + b).orElse("")
                    : Condition.NUMBERS.contains(field.getValue()) ? "100" : "");
            form.obstacleProperty().set(Condition.problem(field.getValue(), test.getValue(), text(value)));
        };
        field.valueProperty().addListener((_, _, now) -> {
            test.getItems().setAll(Condition.tests(now));
            test.setValue(test.getItems().getFirst());
            look.run();
        });
        test.valueProperty().addListener((_, _, now) -> {
            if (now != null) {
                look.run();
            }
        });
        value.textProperty().addListener((_, _, _) -> look.run());
        field.setValue(before == null ? Column.NAME : before.field());
        if (before != null) {
            test.setValue(before.test());
            value.setText(before.value());
            not.setSelected(before.not());
        }
        form.onSubmit(() -> {
            done.accept(new Condition(field.getValue(), test.getValue(),
                    test.getValue() == Condition.Test.NONE ? "" : text(value), not.isSelected()));
            form.close();
        });
        dialogs.show(form);
    }

    private static String text(TextField value) {
        return value.getText().strip().replace(',', '.');
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
