package com.bizosaas.adsdesk.ui.shell;

import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// The product's mark: three rising bars on blue.
public final class BrandMark extends StackPane {

    private static final double GRID = 14;

    public BrandMark(double size) {
        getStyleClass().add("brand-mark");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        double unit = size * 0.58 / GRID;
        Pane bars = new Pane(bar(1, 8, 5, 0.7, unit), bar(5.5, 5, 8, 0.85, unit), bar(10, 1, 12, 1, unit));
        bars.setMaxSize(GRID * unit, GRID * unit);
        getChildren().add(bars);
    }

    private static Rectangle bar(double x, double y, double height, double opacity, double unit) {
        Rectangle bar = new Rectangle(x * unit, y * unit, 3 * unit, height * unit);
        bar.setArcWidth(2 * unit);
        bar.setArcHeight(2 * unit);
        bar.setOpacity(opacity);
        bar.getStyleClass().add("bar");
        return bar;
    }
}
