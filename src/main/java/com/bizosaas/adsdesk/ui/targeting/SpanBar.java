package com.bizosaas.adsdesk.ui.targeting;

import javafx.scene.layout.Region;

/// From where to where something goes, on a bar that ends a third above it. The figures stand beside it.
final class SpanBar extends Region {

    private static final double ROOM = 1.35;

    private final Region fill = new Region();
    private final double low;
    private final double high;

    SpanBar(double low, double high) {
        this.low = low;
        this.high = high;
        getStyleClass().addAll("meter", "span-bar");
        fill.getStyleClass().add("fill");
        getChildren().add(fill);
    }

    @Override
    protected void layoutChildren() {
        double end = high * ROOM;
        double from = end <= 0 ? 0 : low / end * getWidth();
        double to = end <= 0 ? 0 : high / end * getWidth();
        fill.resizeRelocate(snapPositionX(from), 0, Math.max(4, snapSizeX(to - from)), getHeight());
    }
}
