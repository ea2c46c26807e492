package com.bizosaas.adsdesk.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A thin bar that is filled by a share. The figure stands beside it; the bar alone says nothing.
public final class Meter extends Region {

    /// Colour of the filling.
    public enum Tone {
        ACCENT, GOOD, WARNING, DANGER
    }

    private final Region fill = new Region();
    private double share;

    public Meter(double width) {
        getStyleClass().add("meter");
        setMinWidth(width);
        setPrefWidth(width);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        fill.getStyleClass().add("fill");
        getChildren().add(fill);
    }

    /// @param part 0 to 1; more is drawn as full
    public void show(double part, Tone tone) {
        share = Math.clamp(part, 0, 1);
        getStyleClass().removeAll("good", "warning", "danger");
        switch (tone) {
            case GOOD -> getStyleClass().add("good");
            case WARNING -> getStyleClass().add("warning");
            case DANGER -> getStyleClass().add("danger");
            case ACCENT -> {
                // the plain filling
            }
        }
        setAccessibleText(Math.round(part * 100) + " percent");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, snapSizeX(getWidth() * share), getHeight());
    }
}
