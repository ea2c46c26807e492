package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.CanvasColours.Token;
import com.bizosaas.adsdesk.ui.common.CanvasColours;
import com.bizosaas.adsdesk.ui.common.Fonts;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Spend of each day as bars and cost per result as a line, both from zero, each on its own axis.
final class TrendChart extends Region {

    private static final double WIDTH = 264;
    private static final double HEIGHT = 112;
    private static final double LEFT = 30;
    private static final double RIGHT = 236;
    private static final double TOP = 8;
    private static final double BOTTOM = 96;
    private static final int STEPS = 3;
    private static final double FONT = 10;

    private final Formats formats;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final CanvasColours colours = new CanvasColours(this::draw);
    private List<Detail.Day> days = List.of();

    /// @param pointed told the day under the mouse by its place, -1 when there is none
    TrendChart(Formats formats, Consumer<Integer> pointed) {
        this.formats = formats;
        getStyleClass().add("trend-chart");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().addAll(colours, canvas);
        canvas.setOnMouseMoved(event -> pointed.accept(dayAt(event.getX())));
        canvas.setOnMouseExited(_ -> pointed.accept(-1));
    }

    void show(List<Detail.Day> shown, String sentence) {
        days = List.copyOf(shown);
        setAccessibleText(sentence);
        draw();
    }

    private int dayAt(double x) {
        if (days.isEmpty() || x < LEFT || x > RIGHT) {
            return -1;
        }
        return Math.min(days.size() - 1, (int) ((x - LEFT) / slot()));
    }

    private double slot() {
        return (RIGHT - LEFT) / days.size();
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        if (days.isEmpty()) {
            return;
        }
        double spendStep = step(days.stream().mapToDouble(day -> day.spend().doubleValue()).max().orElse(0));
        double costStep = step(days.stream().mapToDouble(day -> value(day.cost())).max().orElse(0));
        graphics.setFont(Font.font(Fonts.REGULAR, FONT));
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i <= STEPS; i++) {
            double y = Math.round(BOTTOM - i * (BOTTOM - TOP) / STEPS) + 0.5;
            graphics.setStroke(colours.get(Token.GRID));
            graphics.setLineWidth(1);
            graphics.strokeLine(LEFT, y, RIGHT, y);
            graphics.setFill(colours.get(Token.FG_SUBTLE));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(axis(i * spendStep, spendStep), LEFT - 5, y);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(axis(i * costStep, costStep), RIGHT + 5, y);
        }
        bars(graphics, spendStep * STEPS);
        line(graphics, costStep * STEPS);
        dates(graphics);
    }

    private void bars(GraphicsContext graphics, double top) {
        graphics.setFill(colours.get(Token.HEAT_3));
        double slot = slot();
        double gap = Math.min(4, slot * 0.25);
        for (int i = 0; i < days.size(); i++) {
            double height = days.get(i).spend().doubleValue() / top * (BOTTOM - TOP);
            if (height > 0) {
                graphics.fillRoundRect(LEFT + i * slot + gap / 2, BOTTOM - height, slot - gap, height, 2, 2);
            }
        }
    }

    /// The line breaks on days without results, for a cost that does not exist is not low.
    private void line(GraphicsContext graphics, double top) {
        Color colour = colours.get(Token.SERIES_2);
        graphics.setStroke(colour);
        graphics.setFill(colour);
        graphics.setLineWidth(1.6);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        double slot = slot();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < days.size(); i++) {
            BigDecimal cost = days.get(i).cost();
            if (cost == null) {
                lastX = Double.NaN;
                continue;
            }
            double x = LEFT + (i + 0.5) * slot;
            double y = BOTTOM - cost.doubleValue() / top * (BOTTOM - TOP);
            if (Double.isNaN(lastX)) {
                graphics.fillOval(x - 1.2, y - 1.2, 2.4, 2.4);
            } else {
                graphics.strokeLine(lastX, lastY, x, y);
            }
            lastX = x;
            lastY = y;
        }
    }

    private void dates(GraphicsContext graphics) {
        graphics.setFill(colours.get(Token.FG_SUBTLE));
        double y = HEIGHT - 7;
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(formats.day(days.getFirst().date()), LEFT, y);
        if (days.size() > 2) {
            int middle = (days.size() - 1) / 2;
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(formats.day(days.get(middle).date()), LEFT + (middle + 0.5) * slot(), y);
        }
        if (days.size() > 1) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(formats.day(days.getLast().date()), RIGHT, y);
        }
    }

    private String axis(double value, double step) {
        if (value >= 10_000) {
            return formats.decimal(BigDecimal.valueOf(value / 1000), 0) + "k";
        }
        return formats.decimal(BigDecimal.valueOf(value), step < 1 ? 2 : step < 10 && step != Math.rint(step) ? 1 : 0);
    }

    private static double value(@org.jspecify.annotations.Nullable BigDecimal cost) {
        return cost == null ? 0 : cost.doubleValue();
    }

    /// A round step so that three of them hold the highest value.
    static double step(double highest) {
        if (highest <= 0) {
            return 1;
        }
        double raw = highest / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double nice : new double[]{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10}) {
            if (nice * power >= raw * 0.9999) {
                return nice * power;
            }
        }
        return 10 * power;
    }
}
