package com.bizosaas.adsdesk.ui.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A row of joined buttons of which exactly one is chosen.
public final class SegmentedControl<T> extends HBox {

    private final ObjectProperty<T> value;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param choices what can be chosen and the words for it, in order
    public SegmentedControl(Map<T, String> choices, T chosen) {
        value = new SimpleObjectProperty<>(this, "value", chosen);
        getStyleClass().add("segmented");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        choices.forEach((choice, words) -> {
            ToggleButton button = new ToggleButton(words);
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                value.set(choice);
                show(choice);
            });
            buttons.put(choice, button);
            getChildren().add(button);
        });
        if (choices.size() == 1) {
            getChildren().getFirst().getStyleClass().addAll("first", "only");
        } else {
            getChildren().getFirst().getStyleClass().add("first");
            getChildren().getLast().getStyleClass().add("last");
        }
        value.addListener((_, _, now) -> show(now));
        show(chosen);
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T getValue() {
        return value.get();
    }

    public ToggleButton button(T choice) {
        ToggleButton button = buttons.get(choice);
        if (button == null) {
            throw new IllegalArgumentException("No such choice: " + choice);
        }
        return button;
    }

    /// Changes the words of a choice, and whether it is offered at all.
    public void offer(T choice, String words, boolean offered) {
        ToggleButton button = button(choice);
        button.setText(words);
        if (button.isVisible() != offered) {
            button.setVisible(offered);
            button.setManaged(offered);
            getChildren().forEach(child -> child.getStyleClass().removeAll("first", "last"));
            List<Node> seen = getChildren().stream().filter(Node::isVisible).toList();
            if (!seen.isEmpty()) {
                seen.getFirst().getStyleClass().add("first");
                seen.getLast().getStyleClass().add("last");
            }
        }
    }

    private void show(T choice) {
        button(choice).setSelected(true);
    }
}
