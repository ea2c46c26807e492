package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line of a small table in a card: a name, what fills the middle, and right-aligned figures of fixed width.
final class FigureRow extends HBox {

    FigureRow(String styleClass) {
        getStyleClass().addAll("figure-row", styleClass);
        setAlignment(Pos.CENTER_LEFT);
    }

    FigureRow leading(Node node) {
        getChildren().add(node);
        return this;
    }

    /// A name that gives way and takes all room.
    FigureRow name(String words, String... styleClasses) {
        Label label = Labels.of(words, styleClasses);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().add(label);
        return this;
    }

    /// A name of fixed width, for rows with a bar.
    FigureRow name(double width, String words, String... styleClasses) {
        Label label = Labels.of(words, styleClasses);
        label.setMinWidth(width);
        label.setMaxWidth(width);
        getChildren().add(label);
        return this;
    }

    FigureRow middle(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        getChildren().add(node);
        return this;
    }

    FigureRow figure(double width, String words, String... styleClasses) {
        return figure(width, Labels.of(words, styleClasses));
    }

    FigureRow figure(double width, Label label) {
        label.setMinWidth(width);
        label.setMaxWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(label);
        return this;
    }
}
