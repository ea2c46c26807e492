package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The chart's figures as a table, for screen readers and for exact values.
final class TrendTable extends TableView<Trend.Bucket> {

    private static final double ROW = 28;

    TrendTable() {
        getStyleClass().add("trend-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText("Figures of the chart");
    }

    void show(Trend trend, Metric main, Conversion family, MetricText text, Function<Trend.Bucket, String> span) {
        getColumns().clear();
        add(trend.grain() == Grain.DAY ? "Day" : "Week", span, false);
        for (Metric metric : Kpi.SHOWN) {
            add(MetricText.label(metric, family), bucket -> text.value(metric, bucket.figures().value(metric)), true);
        }
        if (trend.compared()) {
            add(MetricText.label(main, family) + " before",
                    bucket -> text.value(main, bucket.before() == null ? null : bucket.before().value(main)), true);
        }
        getItems().setAll(trend.buckets());
    }

    private void add(String title, Function<Trend.Bucket, String> words, boolean figures) {
        TableColumn<Trend.Bucket, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())).getReadOnlyProperty());
        if (figures) {
            column.getStyleClass().add("figures");
        }
        getColumns().add(column);
    }
}
