package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A line of a step: label and hint at the left, the input at the right, and below it what is wrong with it.
final class FieldRow extends HBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Node focus;
    private final Set<String> fields;
    private final VBox messages = new VBox(2);
    private boolean touched;

    /// @param focus what gets the keys, the input itself or a part of it
    /// @param fields names of the fields that are asked for here
    FieldRow(String label, String hint, Node input, Node focus, Set<String> fields) {
        this.focus = focus;
        this.fields = fields;
        getStyleClass().add("wizard-row");
        Label name = Labels.wrapped(label, "field-label");
        name.setLabelFor(focus);
        VBox left = new VBox(2, name);
        left.getStyleClass().add("wizard-label");
        if (!hint.isEmpty()) {
            left.getChildren().add(Labels.wrapped(hint, "hint"));
        }
        messages.managedProperty().bind(messages.visibleProperty());
        messages.setVisible(false);
        VBox right = new VBox(4, input, messages);
        right.setMinWidth(0);
        right.setFillWidth(true);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        managedProperty().bind(visibleProperty());
    }

    boolean asks(String field) {
        return isVisible() && fields.contains(field);
    }

    /// From now on what is missing here is shown.
    void touch() {
        touched = true;
    }

    /// @param gaps of the object that is on the screen
    /// @param left whether the step was left, so that what is missing is shown though nobody typed here
    void show(List<Gap> gaps, boolean left) {
        List<Gap> mine = gaps.stream().filter(gap -> fields.contains(gap.field())).toList();
        List<Gap> shown = touched || left ? mine : List.of();
        messages.getChildren().setAll(shown.stream().map(FieldRow::line).toList());
        messages.setVisible(!shown.isEmpty());
        focus.pseudoClassStateChanged(DANGER, shown.stream().anyMatch(Gap::stops));
    }

    private static Label line(Gap gap) {
        Label line = Labels.wrapped(gap.sentence(), gap.stops() ? "error-hint" : "hint");
        line.setGraphic(gap.stops() ? Icons.REFUSED.node("i12", "danger") : Icons.WARNING.node("i12", "warning"));
        return line;
    }

    void focusInput() {
        focus.requestFocus();
    }
}
