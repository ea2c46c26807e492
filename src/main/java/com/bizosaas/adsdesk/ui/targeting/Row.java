package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One part of the targeting: its name at the left, what is chosen beside it; below it where there is little room.
final class Row extends Region {

    private static final double LABEL = 124;
    private static final double GAP = 16;
    private static final double STACKED_GAP = 4;
    private static final double NARROW = 560;

    private final VBox label;
    private final VBox content;

    /// @param hint below the name, empty for none
    Row(String name, String hint, Node... content) {
        getStyleClass().add("targeting-row");
        label = new VBox(2, Labels.wrapped(name, "field-label"));
        if (!hint.isEmpty()) {
            label.getChildren().add(Labels.wrapped(hint, "hint"));
        }
        this.content = new VBox(8, content);
        this.content.setFillWidth(true);
        getChildren().addAll(label, this.content);
    }

    private boolean stacked(double width) {
        return width < NARROW;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double contentWidth(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        return Math.max(0, stacked(width) ? inner : inner - LABEL - GAP);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + LABEL + GAP + content.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double whole = width < 0 ? NARROW + LABEL : width;
        double inside = contentWidth(whole);
        double height = stacked(whole)
                ? label.prefHeight(inside) + STACKED_GAP + content.prefHeight(inside)
                : Math.max(offset() + label.prefHeight(LABEL), content.prefHeight(inside));
        return snappedTopInset() + Math.ceil(height) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /// The name stands level with the words in the first field.
    private static double offset() {
        return 7;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double inside = contentWidth(getWidth());
        if (stacked(getWidth())) {
            double head = Math.ceil(label.prefHeight(inside));
            label.resizeRelocate(left, top, inside, head);
            content.resizeRelocate(left, top + head + STACKED_GAP, inside, content.prefHeight(inside));
        } else {
            label.resizeRelocate(left, top + offset(), LABEL, label.prefHeight(LABEL));
            content.resizeRelocate(left + LABEL + GAP, top, inside, content.prefHeight(inside));
        }
    }
}
