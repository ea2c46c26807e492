package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The best and the worst campaigns, with the spend that a campaign needs to be judged in the title.
final class RankingCard extends VBox {

    private static final double SPEND = 54;
    private static final double VALUE = 40;
    private static final double CHANGE = 54;

    private final Formats formats;
    private final Label title = Labels.of("Best and worst", "t12", "weight-semibold");
    private final Label judged = Labels.of("", "t11", "subtle");
    private final VBox rows = new VBox();

    RankingCard(Formats formats) {
        this.formats = formats;
        getStyleClass().addAll("card", "breakdown-card", "ranking-card");
        rows.getStyleClass().add("breakdown-rows");
        VBox.setVgrow(rows, Priority.ALWAYS);
        judged.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, Labels.gap(), judged);
        head.getStyleClass().add("panel-head");
        getChildren().addAll(head, rows);
    }

    void show(PerformanceFigures shown, MetricText text) {
        Ranking ranking = shown.ranking();
        title.setText("Best and worst, spend over " + text.value(Metric.SPEND, ranking.threshold()));
        judged.setText(ranking.judged() == 1 ? "1 campaign" : ranking.judged() + " campaigns");
        List<Node> lines = new ArrayList<>();
        lines.add(new FigureRow("figure-head").name("")
                .figure(SPEND, "Spend " + formats.symbol(text.currency()).strip(), "t11", "weight-semibold", "muted")
                .figure(VALUE, ranking.metric() == Metric.ROAS ? "ROAS" : "Cost", "t11", "weight-semibold", "muted")
                .figure(CHANGE, "Change", "t11", "weight-semibold", "muted"));
        ranking.best().forEach(row -> lines.add(line(row, ranking.metric(), shown, text, "rank-up")));
        if (!ranking.best().isEmpty() && !ranking.worst().isEmpty()) {
            Region rule = new Region();
            rule.getStyleClass().addAll("rule", "rank-rule");
            lines.add(rule);
        }
        ranking.worst().forEach(row -> lines.add(line(row, ranking.metric(), shown, text, "rank-down")));
        if (ranking.judged() == 0) {
            lines.add(Labels.wrapped("No campaign spent enough in these days to be judged.", "t12", "muted",
                    "card-note"));
        }
        Region filler = new Region();
        VBox.setVgrow(filler, Priority.ALWAYS);
        lines.add(filler);
        rows.getChildren().setAll(lines);
    }

    private Node line(Ranking.Row row, Metric metric, PerformanceFigures shown, MetricText text, String mark) {
        Region sign = new Region();
        sign.getStyleClass().add(mark);
        DeltaLabel delta = new DeltaLabel(formats);
        delta.show(row.delta());
        FigureRow line = new FigureRow("figure-line").leading(sign).name(row.name(), "t12")
                .figure(SPEND, formats.decimal(row.figures().chosen().spend(), 0), "t12")
                .figure(VALUE, formats.decimal(row.value(), 2), "t12", "weight-semibold").figure(CHANGE, delta);
        Tooltips.show(line, row.name() + "\n" + text.formula(metric, row.figures(), shown.family()));
        return line;
    }
}
