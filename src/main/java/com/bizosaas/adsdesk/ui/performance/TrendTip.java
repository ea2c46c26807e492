package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Labels;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All values of one point of the chart, beside the pointer.
final class TrendTip extends VBox {

    TrendTip() {
        getStyleClass().addAll("popover", "trend-tip");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /// @param span the days of the point in words
    /// @param beforeSpan the days compared with, empty without a comparison
    void show(Trend.Bucket bucket, Metric main, Conversion family, MetricText text, String span,
            String beforeSpan) {
        getChildren().setAll(Labels.of(bucket.running() ? span + ", not over yet" : span, "t11", "weight-semibold"));
        getChildren()
                .add(row("tip-line", MetricText.label(main, family), text.value(main, bucket.figures().value(main)),
                        true));
        if (bucket.before() != null) {
            getChildren().add(row("tip-dash", beforeSpan, text.value(main, bucket.before().value(main)), false));
        }
        for (Metric metric : Kpi.SHOWN) {
            if (metric != main) {
                getChildren().add(row("tip-none", MetricText.label(metric, family),
                        text.value(metric, bucket.figures().value(metric)), false));
            }
        }
        setVisible(true);
    }

    private static HBox row(String mark, String name, String value, boolean strong) {
        Region key = new Region();
        key.getStyleClass().add(mark);
        HBox row = new HBox(6, key, Labels.of(name, "t11", "muted"), Labels.gap(),
                Labels.of(value, "t11", strong ? "weight-semibold" : "weight-regular"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
