package com.bizosaas.adsdesk.ui.performance;

import javafx.scene.layout.Region;

/// A bar that fills a share of its width; the figure stands beside it.
final class ShareBar extends Region {

    private static final double HEIGHT = 8;

    private final Region fill = new Region();
    private final double share;

    ShareBar(double share) {
        this.share = share;
        getStyleClass().add("share-bar");
        fill.getStyleClass().add("fill");
        setMinWidth(0);
        setPrefWidth(40);
        getChildren().add(fill);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(share > 0 ? 2 : 0, snapSizeX(getWidth() * share));
        fill.resizeRelocate(0, snapPositionY((getHeight() - HEIGHT) / 2), width, HEIGHT);
    }
}
