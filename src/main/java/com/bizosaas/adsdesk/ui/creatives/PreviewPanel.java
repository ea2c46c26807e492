package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DeltaLabel;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SegmentedControl;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The selected creative: Facebook's own preview by placement, its figures, texts, link and use.
final class PreviewPanel extends VBox {

    private static final double LABEL = 60;

    private final Formats formats;
    private final PreviewViewModel model;
    private final Label name = Labels.of("", "weight-semibold");
    private final Tooltip nameTooltip = Tooltips.show(name, "");
    private final Label host = Labels.of("", "t11", "subtle");
    private final PreviewBrowser browser;
    private final VBox notice = new VBox(8);
    private final HBox figures = new HBox();
    private final VBox facts = new VBox();

    PreviewPanel(PreviewViewModel model, Formats formats, TaskRunner tasks, Runnable close) {
        this.model = model;
        this.formats = formats;
        getStyleClass().addAll("side-panel", "preview-panel");
        browser = new PreviewBrowser(tasks, this::say);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var shut = Buttons.icon(Icons.CLOSE, "Close preview (Esc)", close);
        shut.getStyleClass().add("small");
        HBox head = new HBox(8, name, shut);
        head.getStyleClass().add("side-head");
        Map<Placement, String> labels = new LinkedHashMap<>();
        for (Placement placement : Placement.values()) {
            labels.put(placement, placement.label());
        }
        SegmentedControl<Placement> placements = new SegmentedControl<>(labels, model.placementProperty().get());
        placements.getStyleClass().add("small");
        placements.valueProperty().addListener((_, _, now) -> model.showIn(now));
        notice.getStyleClass().add("preview-notice");
        notice.setAlignment(Pos.CENTER);
        StackPane stage = new StackPane(browser, notice);
        stage.getStyleClass().add("preview-stage");
        HBox chooser = new HBox(8, placements, Labels.gap(), host);
        chooser.getStyleClass().add("side-choice");
        figures.getStyleClass().add("side-figures");
        facts.getStyleClass().add("side-facts");
        ScrollPane scroll = new ScrollPane(new VBox(stage, figures, facts));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, chooser, scroll);
        model.pageProperty().addListener((_, _, page) -> update(page));
        model.failureProperty().addListener((_, _, thrown) -> {
            if (thrown != null) {
                failed(Problems.of(thrown));
            }
        });
    }

    void show(CreativeCard card, AdCurrency currency) {
        Creative creative = card.creative();
        name.setText(CardView.title(creative));
        nameTooltip.setText(name.getText());
        figures.getChildren().clear();
        figure("ROAS", Metric.ROAS, card, formats.decimal(card.value(Metric.ROAS), 2));
        BigDecimal ctr = card.value(Metric.CTR_LINK);
        figure("CTR, link", Metric.CTR_LINK, card, ctr == null ? Formats.NONE : formats.decimal(ctr, 2) + "%");
        BigDecimal cost = card.value(Metric.CPA);
        figure("Cost / purch.", Metric.CPA, card,
                cost == null ? Formats.NONE : formats.money(new Money(cost, currency).rounded()));
        figure("Purchases", Metric.CONVERSIONS, card, formats.count(card.value(Metric.CONVERSIONS)));
        facts.getChildren().clear();
        text("Headline", creative.title());
        text("Text", creative.body());
        text("Button", creative.callToAction().isEmpty() ? Formats.NONE : readable(creative.callToAction()));
        text("Link", creative.link());
        text("Format", FormatBadge.words(creative));
        text("Used in", card.inUse() ? (card.ads() == 1 ? "1 ad" : card.ads() + " ads") : "no ad");
        card.campaigns().forEach(campaign -> text("", campaign));
        id(creative.id().value());
        model.show(creative.id());
    }

    void clear() {
        model.show(null);
        browser.close();
    }

    private void update(@Nullable PreviewPage page) {
        if (page == null) {
            browser.close();
            host.setText("");
            notice.getChildren().setAll(Labels.of("Asking Facebook for the preview", "t12", "muted"));
            notice.setVisible(true);
        } else {
            host.setText(page.host());
            notice.setVisible(false);
            browser.open(page);
        }
    }

    private void failed(Problem problem) {
        browser.close();
        Label remedy = Labels.wrapped(problem.remedy(), "t12", "muted");
        notice.getChildren().setAll(Labels.wrapped(problem.title(), "t12", "weight-semibold"), remedy,
                Buttons.secondary("Try now", Icons.RELOAD, model::retry));
        notice.setVisible(true);
    }

    private void say(String words) {
        notice.getChildren().setAll(Labels.wrapped(words, "t12", "muted"),
                Buttons.secondary("Try now", Icons.RELOAD, model::retry));
        notice.setVisible(true);
    }

    private void figure(String label, Metric metric, CreativeCard card, String value) {
        DeltaLabel delta = new DeltaLabel(formats);
        delta.show(card.delta(metric));
        VBox box = new VBox(Labels.of(label, "t11", "muted"), Labels.of(value, "t14", "weight-semibold"), delta);
        HBox.setHgrow(box, Priority.ALWAYS);
        figures.getChildren().add(box);
    }

    private void text(String label, String value) {
        Label title = Labels.of(label, "t12", "muted");
        title.setMinWidth(LABEL);
        Label words = Labels.wrapped(value.isBlank() ? Formats.NONE : value, "t12");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, title, words);
        row.getStyleClass().addAll("side-fact", "tall");
        facts.getChildren().add(row);
    }

    private void id(String id) {
        Label digits = Labels.of(id, "mono");
        var copy = Buttons.icon(Icons.COPY, "Copy id", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(id);
            Clipboard.getSystemClipboard().setContent(content);
        });
        copy.getStyleClass().add("small");
        Label title = Labels.of("ID", "t12", "muted");
        title.setMinWidth(LABEL + 8);
        HBox row = new HBox(4, title, digits, copy);
        row.getStyleClass().add("side-fact");
        facts.getChildren().add(row);
    }

    private static String readable(String callToAction) {
        String words = callToAction.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
