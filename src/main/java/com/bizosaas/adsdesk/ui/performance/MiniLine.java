package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.ui.common.CanvasColours;
import com.bizosaas.adsdesk.ui.common.CanvasColours.Token;
import java.math.BigDecimal;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The small line in a tile: the course of the figure from zero, a gap where it has no value, a dot on the last day.
/// It carries no scale, so it says nothing to screen readers that the tile does not say better.
final class MiniLine extends Region {

    private static final double WIDTH = 60;
    private static final double HEIGHT = 20;
    private static final double PAD = 3;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final CanvasColours colours = new CanvasColours(this::draw);
    private List<@Nullable BigDecimal> values = List.of();
    private boolean chosen;

    MiniLine() {
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().addAll(colours, canvas);
    }

    void show(List<@Nullable BigDecimal> days, boolean inChart) {
        values = days;
        chosen = inChart;
        draw();
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        double top = 0;
        for (BigDecimal value : values) {
            top = value == null ? top : Math.max(top, value.doubleValue());
        }
        if (top <= 0) {
            return;
        }
        Color line = colours.get(chosen ? Token.SERIES_1 : Token.SERIES_PREVIOUS);
        graphics.setStroke(line);
        graphics.setLineWidth(1.4);
        double step = (WIDTH - 2 * PAD) / Math.max(1, values.size() - 1);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            if (value == null) {
                lastX = Double.NaN;
                continue;
            }
            double x = PAD + i * step;
            double y = HEIGHT - PAD - value.doubleValue() / top * (HEIGHT - 2 * PAD);
            if (!Double.isNaN(lastX)) {
                graphics.setFill(line.deriveColor(0, 1, 1, 0.14));
                graphics.fillPolygon(new double[]{lastX, x, x, lastX}, new double[]{lastY, y, HEIGHT, HEIGHT}, 4);
                graphics.strokeLine(lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
        }
        if (!Double.isNaN(lastX)) {
            graphics.setFill(line);
            graphics.fillOval(lastX - 2, lastY - 2, 4, 4);
        }
    }
}
