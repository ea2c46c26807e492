package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.ConversionWords;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Worth a look": what the detectors found, most urgent first, each with its numbers and a way to the campaigns.
final class FindingsCard extends VBox {

    private final Formats formats;
    private final Runnable openCampaigns;
    private final Label count = Labels.of("", "tag");
    private final Label judged = Labels.of("", "t11", "subtle");
    private final VBox list = new VBox();

    FindingsCard(Formats formats, Runnable openCampaigns) {
        this.formats = formats;
        this.openCampaigns = openCampaigns;
        getStyleClass().addAll("card", "findings-card");
        HBox head = new HBox(8, Labels.of("Worth a look", "t12", "weight-semibold"), count, Labels.gap(),
                judged);
        head.getStyleClass().add("panel-head");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    void show(PerformanceFigures shown, MetricText text) {
        List<Finding> findings = shown.findings();
        judged.setText("judged on " + formats.day(shown.facts().judgedDay()));
        count.setText(String.valueOf(findings.size()));
        List<Node> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(row(finding, shown.family(), text));
        }
        if (findings.isEmpty()) {
            rows.add(Labels.wrapped("Nothing stands out: no rejected ads, no spend without a result, click rate and"
                    + " price near their usual.", "t12", "muted", "card-note"));
        }
        list.getChildren().setAll(rows);
    }

    private Node row(Finding finding, Conversion family, MetricText text) {
        Node icon = switch (finding) {
            case Finding.Rejected _ -> Icons.STOPPED.node("danger");
            case Finding.NoResult _ -> Icons.ISSUE.node("danger");
            case Finding.TooDear _,Finding.Moved _ -> Icons.WARNING.node("warning");
        };
        Label title = Labels.wrapped(title(finding, family, text), "t12", "weight-semibold");
        Label words = Labels.wrapped(words(finding, family, text), "t11", "muted");
        VBox middle = new VBox(title, words);
        HBox.setHgrow(middle, Priority.ALWAYS);
        Button open = Buttons.link("Open", openCampaigns);
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setAccessibleText("Open campaigns: " + title.getText());
        HBox row = new HBox(8, icon, middle, open);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("finding");
        return row;
    }

    private String title(Finding finding, Conversion family, MetricText text) {
        String name = Labels.isolated(finding.name());
        return switch (finding) {
            case Finding.Rejected _ -> "Ad rejected: " + name;
            case Finding.NoResult found -> name + ": " + text.value(Metric.SPEND, found.spend()) + " without a "
                    + ConversionWords.single(family);
            case Finding.TooDear dear -> name + ": " + text.value(Metric.CPA, dear.cost()) + " for a "
                    + ConversionWords.single(family);
            case Finding.Moved moved -> name + ": " + MetricText.label(moved.metric(), family)
                    + (moved.change().signum() < 0 ? " down " : " up ") + percent(moved.change());
        };
    }

    private String words(Finding finding, Conversion family, MetricText text) {
        return switch (finding) {
            case Finding.Rejected rejected -> rejected.reason().isEmpty()
                    ? "Facebook gave no reason."
                    : rejected.reason();
            case Finding.NoResult found ->
                found.agreed()
                        ? "In these days; " + text.value(Metric.CPA, found.usual()) + " was agreed for one."
                        : "In these days; the whole account pays " + text.value(Metric.CPA, found.usual())
                                + " for one.";
            case Finding.TooDear dear ->
                "In these days; " + text.value(Metric.CPA, dear.target()) + " was agreed.";
            case Finding.Moved moved -> text.value(moved.metric(), moved.value()) + " on " + formats.day(moved.day())
                    + ", " + text.value(moved.metric(), moved.base()) + " over the 7 days before.";
        };
    }

    private String percent(BigDecimal change) {
        return formats.decimal(change.abs().movePointRight(2).setScale(0, RoundingMode.HALF_UP), 0) + "%";
    }
}
