package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The trend with its head: title, legend, day or week, and the switch between chart and table.
final class TrendCard extends VBox {

    private static final int ARRIVING_DAYS = 3;
    private static final double TIP_GAP = 12;

    private final Formats formats;
    private final Label title = Labels.of("", "weight-semibold", "t12");
    private final HBox previousKey = legend("tip-dash", "Previous");
    private final Label note = Labels.of("", "t11", "subtle");
    private final SegmentedControl<Grain> grain;
    private final TrendChart chart;
    private final TrendTable table = new TrendTable();
    private final TrendTip tip = new TrendTip();
    private final Pane overlay = new Pane(tip);
    private @Nullable PerformanceFigures figures;
    private Metric metric = Metric.CONVERSIONS;

    TrendCard(Formats formats, Consumer<Grain> grained) {
        this.formats = formats;
        getStyleClass().addAll("card", "trend-card");
        Map<Grain, String> grains = new LinkedHashMap<>();
        grains.put(Grain.DAY, "Day");
        grains.put(Grain.WEEK, "Week");
        grain = new SegmentedControl<>(grains, Grain.DAY);
        grain.getStyleClass().add("small");
        grain.valueProperty().addListener((_, _, now) -> grained.accept(now));
        chart = new TrendChart(formats, this::point);
        overlay.setMouseTransparent(true);
        table.setVisible(false);
        StackPane body = new StackPane(chart, overlay, table);
        VBox.setVgrow(body, Priority.ALWAYS);
        var asTable = Buttons.icon(Icons.TABLE, "Show as table or chart (Ctrl+Shift+T)", this::toggleTable);
        asTable.getStyleClass().add("small");
        HBox head = new HBox(8, title, Labels.gap(), note, legend("tip-line", "This period"), previousKey, grain,
                asTable);
        head.getStyleClass().add("panel-head");
        getChildren().addAll(head, body);
    }

    void toggleTable() {
        boolean asTable = !table.isVisible();
        table.setVisible(asTable);
        chart.setVisible(!asTable);
        overlay.setVisible(!asTable);
        (asTable ? table : chart).requestFocus();
    }

    void show(PerformanceFigures shown, Metric shownMetric, MetricText text) {
        figures = shown;
        metric = shownMetric;
        Conversion family = shown.family();
        Trend trend = shown.trend();
        grain.valueProperty().set(trend.grain());
        String label = MetricText.label(shownMetric, family) + " by "
                + (trend.grain() == Grain.DAY ? "day" : "week");
        title.setText(label + text.unit(shownMetric));
        previousKey.setVisible(trend.compared());
        previousKey.setManaged(trend.compared());
        int arriving = arriving(shown);
        note.setText(arriving > 0 && trend.grain() == Grain.WEEK ? "The last 72 hours are still arriving" : "");
        chart.show(trend, shownMetric, trend.grain() == Grain.DAY ? arriving : 0,
                TrendChart.sentence(label, trend, shownMetric, text, bucket -> span(bucket.since(), bucket.until())));
        table.show(trend, shownMetric, family, text, bucket -> span(bucket.since(), bucket.until())
                + (bucket.running() ? ", so far" : ""));
    }

    /// Days at the end of the range whose figures Meta still corrects (product metrics 6.3).
    private static int arriving(PerformanceFigures shown) {
        LocalDate today = shown.facts().today();
        DateRange range = shown.facts().scope().range();
        return (int) range.eachDay().stream().filter(day -> day.isAfter(today.minusDays(ARRIVING_DAYS))).count();
    }

    private void point(int index) {
        PerformanceFigures shown = figures;
        if (index < 0 || shown == null || index >= shown.trend().buckets().size()) {
            tip.setVisible(false);
            return;
        }
        Trend.Bucket bucket = shown.trend().buckets().get(index);
        LocalDate since = bucket.beforeSince();
        String before = since == null
                ? ""
                : span(since, since.plusDays(bucket.until().toEpochDay() - bucket.since().toEpochDay()));
        tip.show(bucket, metric, shown.family(), new MetricText(formats, shown.facts().account().currency()),
                span(bucket.since(), bucket.until()), before);
        tip.applyCss();
        tip.autosize();
        double x = chart.x(index);
        boolean right = x + TIP_GAP + tip.getWidth() <= chart.getWidth();
        double y = Math.max(4, Math.min(24, chart.getHeight() - tip.getHeight() - 4));
        tip.relocate(right ? x + TIP_GAP : Math.max(0, x - TIP_GAP - tip.getWidth()), y);
    }

    /// "Thu 9 Apr", or "6 – 12 Apr" for more days.
    private String span(LocalDate since, LocalDate until) {
        if (since.equals(until)) {
            return since.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.getDefault()) + " "
                    + formats.day(since);
        }
        boolean sameMonth = since.getMonth() == until.getMonth() && since.getYear() == until.getYear();
        return (sameMonth ? String.valueOf(since.getDayOfMonth()) : formats.day(since)) + " – " + formats.day(until);
    }

    TrendChart chart() {
        return chart;
    }

    private static HBox legend(String mark, String words) {
        Region key = new Region();
        key.getStyleClass().add(mark);
        HBox legend = new HBox(6, key, Labels.of(words, "t11", "muted"));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        return legend;
    }
}
