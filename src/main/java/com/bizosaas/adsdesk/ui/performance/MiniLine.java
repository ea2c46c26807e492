package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.ui.common.CanvasColours;
import com.bizosaas.adsdesk.ui.common.CanvasColours.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
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
        double step = (WIDTH - 2 * PAD) / Math.max(1, values.size() - 1);
        List<double[]> run = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            if (value != null) {
                double y = HEIGHT - PAD - value.doubleValue() / top * (HEIGHT - 2 * PAD);
                run.add(new double[]{PAD + i * step, y});
            }
            if (value == null || i == values.size() - 1) {
                draw(graphics, run, line);
                run = new ArrayList<>();
            }
        }
        BigDecimal last = values.getLast();
        if (last != null) {
            graphics.setFill(line);
            double y = HEIGHT - PAD - last.doubleValue() / top * (HEIGHT - 2 * PAD);
            graphics.fillOval(WIDTH - PAD - 2, y - 2, 4, 4);
        }
    }

    /// One stretch of days with values: the area in one piece, so that its seams do not show, and the line on top.
    private static void draw(GraphicsContext graphics, List<double[]> run, Color line) {
        if (run.size() < 2) {
            return;
        }
        double[] x = run.stream().mapToDouble(point -> point[0]).toArray();
        double[] y = run.stream().mapToDouble(point -> point[1]).toArray();
        graphics.beginPath();
        graphics.moveTo(x[0], HEIGHT);
        for (int i = 0; i < x.length; i++) {
            graphics.lineTo(x[i], y[i]);
        }
        graphics.lineTo(x[x.length - 1], HEIGHT);
        graphics.closePath();
        graphics.setFill(line.deriveColor(0, 1, 1, 0.14));
        graphics.fill();
        graphics.setStroke(line);
        graphics.setLineWidth(1.4);
        graphics.strokePolyline(x, y, x.length);
    }
}
