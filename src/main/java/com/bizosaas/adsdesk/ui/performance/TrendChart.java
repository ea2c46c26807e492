package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.CanvasColours;
import com.bizosaas.adsdesk.ui.common.CanvasColours.Token;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The main chart: one metric over the range as a line, the comparison dashed behind it, from zero. Pointing at it, or
/// the arrow keys while it has the focus, pick a point; days whose figures still arrive lie on a band.
final class TrendChart extends Region {

    private static final double LEFT = 44;
    private static final double RIGHT = 16;
    private static final double TOP = 14;
    private static final double BOTTOM = 26;
    private static final double LABEL_GAP = 64;
    private static final int STEPS = 4;
    private static final int NOTHING = -1;

    private final Canvas canvas = new Canvas();
    private final CanvasColours colours = new CanvasColours(this::draw);
    private final Formats formats;
    private final IntConsumer picked;
    private @Nullable Trend trend;
    private Metric metric = Metric.SPEND;
    private int arriving;
    private int pick = NOTHING;

    /// @param picked told the index of the point under the pointer, -1 for none
    TrendChart(Formats formats, IntConsumer picked) {
        this.formats = formats;
        this.picked = picked;
        getStyleClass().add("trend-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(colours, canvas);
        setOnMouseMoved(event -> pick(at(event.getX())));
        setOnMouseExited(_ -> pick(NOTHING));
        setOnMouseClicked(_ -> requestFocus());
        focusedProperty().addListener((_, _, now) -> {
            if (!now) {
                pick(NOTHING);
            }
        });
        setOnKeyPressed(event -> {
            int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
            if (step != 0 && trend != null && !trend.buckets().isEmpty()) {
                int last = trend.buckets().size() - 1;
                pick(pick == NOTHING ? step > 0 ? 0 : last : Math.clamp(pick + step, 0, last));
                event.consume();
            }
        });
    }

    /// @param arrivingPoints how many points at the end still change
    /// @param sentence the chart in words
    void show(Trend shown, Metric shownMetric, int arrivingPoints, String sentence) {
        trend = shown;
        metric = shownMetric;
        arriving = arrivingPoints;
        setAccessibleText(sentence);
        pick(NOTHING);
        draw();
    }

    /// Where a point lies, for the tooltip beside it.
    double x(int index) {
        int points = trend == null ? 1 : trend.buckets().size();
        double inner = Math.max(0, getWidth() - LEFT - RIGHT);
        return points < 2 ? LEFT + inner / 2 : LEFT + inner * index / (points - 1);
    }

    int picked() {
        return pick;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private int at(double x) {
        int points = trend == null ? 0 : trend.buckets().size();
        if (points == 0) {
            return NOTHING;
        }
        double share = (x - LEFT) / Math.max(1, getWidth() - LEFT - RIGHT);
        return (int) Math.clamp(Math.round(share * (points - 1)), 0, points - 1);
    }

    private void pick(int index) {
        if (index != pick) {
            pick = index;
            draw();
            picked.accept(index);
        }
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Trend shown = trend;
        if (shown == null || shown.buckets().isEmpty() || canvas.getWidth() < LEFT + RIGHT + 20) {
            return;
        }
        List<Trend.Bucket> buckets = shown.buckets();
        double top = 0;
        for (Trend.Bucket bucket : buckets) {
            top = Math.max(top, number(bucket.figures().value(metric)));
            top = bucket.before() == null ? top : Math.max(top, number(bucket.before().value(metric)));
        }
        NiceScale scale = NiceScale.upTo(top, STEPS, metric.unit() == Metric.Unit.COUNT);
        double fontSize = 10;
        graphics.setFont(Font.font("Ads Desk Sans", fontSize));
        band(graphics);
        grid(graphics, scale);
        days(graphics, shown);
        line(graphics, buckets, scale, false);
        line(graphics, buckets, scale, true);
        crosshair(graphics, buckets, scale);
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? 0 : value.doubleValue();
    }

    private double y(double value, NiceScale scale) {
        double inner = canvas.getHeight() - TOP - BOTTOM;
        return TOP + inner * (1 - value / scale.top());
    }

    private void band(GraphicsContext graphics) {
        int points = trend == null ? 0 : trend.buckets().size();
        if (arriving <= 0 || points < 2) {
            return;
        }
        double half = (x(1) - x(0)) / 2;
        double from = Math.max(LEFT, x(Math.max(0, points - arriving)) - half);
        double to = canvas.getWidth() - RIGHT + Math.min(half, RIGHT / 2);
        graphics.setFill(colours.get(Token.BG_SUBTLE).interpolate(colours.get(Token.GRID), 0.45));
        graphics.fillRect(from, TOP, to - from, canvas.getHeight() - TOP - BOTTOM);
        if (to - from >= 60) {
            graphics.setFill(colours.get(Token.FG_SUBTLE));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.TOP);
            graphics.fillText("last 72 h", (from + to) / 2, TOP + 3);
            graphics.fillText("still arriving", (from + to) / 2, TOP + 16);
        }
    }

    private void grid(GraphicsContext graphics, NiceScale scale) {
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        for (double tick : scale.ticks()) {
            double y = Math.round(y(tick, scale)) + 0.5;
            graphics.setStroke(colours.get(Token.GRID));
            graphics.strokeLine(LEFT, y, canvas.getWidth() - RIGHT, y);
            graphics.setFill(colours.get(Token.FG_SUBTLE));
            graphics.fillText(formats.decimal(BigDecimal.valueOf(tick), scale.decimals()), LEFT - 8, y);
        }
    }

    private void days(GraphicsContext graphics, Trend shown) {
        int points = shown.buckets().size();
        double width = canvas.getWidth() - LEFT - RIGHT;
        int every = Math.max(1, (int) Math.ceil(points * LABEL_GAP / Math.max(width, 1)));
        graphics.setFill(colours.get(Token.FG_SUBTLE));
        graphics.setTextBaseline(VPos.TOP);
        double y = canvas.getHeight() - BOTTOM + 8;
        for (int i = 0; i < points; i++) {
            boolean last = i == points - 1;
            boolean regular = i % every == 0 && (points - 1 - i >= every || last);
            if (regular || last) {
                graphics.setTextAlign(last && points > 1
                        ? TextAlignment.RIGHT
                        : i == 0 && points > 1 ? TextAlignment.LEFT : TextAlignment.CENTER);
                double x = last && points > 1 ? canvas.getWidth() - RIGHT + 8 : i == 0 && points > 1 ? LEFT : x(i);
                graphics.fillText(formats.day(shown.buckets().get(i).since()), x, y);
            }
        }
    }

    private void line(GraphicsContext graphics, List<Trend.Bucket> buckets, NiceScale scale, boolean current) {
        Color colour = colours.get(current ? Token.SERIES_1 : Token.SERIES_PREVIOUS);
        graphics.setStroke(colour);
        graphics.setLineWidth(current ? 1.8 : 1.3);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < buckets.size(); i++) {
            Trend.Bucket bucket = buckets.get(i);
            Figures figures = current ? bucket.figures() : bucket.before();
            BigDecimal value = figures == null ? null : figures.value(metric);
            if (value == null) {
                lastX = Double.NaN;
                continue;
            }
            double x = x(i);
            double y = y(value.doubleValue(), scale);
            boolean running = current && bucket.running();
            graphics.setLineDashes(running ? new double[]{1, 3} : current ? new double[0] : new double[]{4, 3});
            if (!Double.isNaN(lastX)) {
                graphics.strokeLine(lastX, lastY, x, y);
            }
            if (current) {
                dot(graphics, x, y, colour, running, buckets.size());
            }
            lastX = x;
            lastY = y;
        }
        graphics.setLineDashes();
    }

    /// A hollow dot on the day that is not over; none where they would run into each other.
    private void dot(GraphicsContext graphics, double x, double y, Color colour, boolean running, int points) {
        if (points > 45 && !running) {
            return;
        }
        double radius = running ? 3 : 2.4;
        graphics.setLineDashes();
        graphics.setFill(running ? colours.get(Token.BG_CARD) : colour);
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void crosshair(GraphicsContext graphics, List<Trend.Bucket> buckets, NiceScale scale) {
        if (pick < 0 || pick >= buckets.size()) {
            return;
        }
        double x = Math.round(x(pick)) + 0.5;
        graphics.setStroke(colours.get(Token.FG_MUTED));
        graphics.setLineWidth(1);
        graphics.setLineDashes(2, 2);
        graphics.strokeLine(x, TOP, x, canvas.getHeight() - BOTTOM);
        graphics.setLineDashes();
        BigDecimal value = buckets.get(pick).figures().value(metric);
        if (value != null) {
            double y = y(value.doubleValue(), scale);
            graphics.setFill(colours.get(Token.SERIES_1));
            graphics.fillOval(x - 4, y - 4, 8, 8);
            graphics.setStroke(colours.get(Token.BG_CARD));
            graphics.setLineWidth(1.5);
            graphics.strokeOval(x - 4, y - 4, 8, 8);
        }
    }

    /// The course of a metric in words: first and last value, the lowest and the highest with their days.
    static String sentence(String label, Trend trend, Metric metric, MetricText text,
            Function<Trend.Bucket, String> name) {
        List<Trend.Bucket> known = trend.buckets().stream().filter(bucket -> bucket.figures().value(metric) != null)
                .toList();
        if (known.isEmpty()) {
            return label + ": no values";
        }
        java.util.Comparator<Trend.Bucket> byValue = java.util.Comparator
                .comparing(bucket -> number(bucket.figures().value(metric)));
        Trend.Bucket low = java.util.Collections.min(known, byValue);
        Trend.Bucket high = java.util.Collections.max(known, byValue);
        return label + ", " + name.apply(known.getFirst()) + " to " + name.apply(known.getLast()) + ": from "
                + text.value(metric, known.getFirst().figures().value(metric)) + " to "
                + text.value(metric, known.getLast().figures().value(metric)) + ", lowest "
                + text.value(metric, low.figures().value(metric)) + " on " + name.apply(low) + ", highest "
                + text.value(metric, high.figures().value(metric)) + " on " + name.apply(high);
    }
}
