package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.ConversionWords;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.FreshnessLabel;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.StatePane;
import com.bizosaas.adsdesk.ui.common.StateSwitch;
import com.bizosaas.adsdesk.ui.common.Buttons;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The tab's view: tiles, trend with findings, and breakdown cards that move with the width.
final class PerformancePane extends BorderPane {

    private static final KeyCombination AS_TABLE = KeyCombination.keyCombination("Shortcut+Shift+T");
    private static final double NARROW = 1080;
    private static final double WIDE = 1560;
    private static final double LOW = 640;

    private final PerformanceViewModel model;
    private final Formats formats;
    private final Map<Metric, KpiTile> tiles = new EnumMap<>(Metric.class);
    private final TrendCard trend;
    private final FindingsCard findings;
    private final RankingCard ranking;
    private final HeatCard heat;
    private final BarCard placement;
    private final BarCard country;
    private final BarCard device;
    private final ComboBox<ScopeChoice> campaign = new ComboBox<>();
    private final ComboBox<Conversion> conversion = new ComboBox<>();
    private final FreshnessLabel freshness;
    private final StatePane states;
    private final StateSwitch stateSwitch;
    private final Runnable openCampaigns;
    private final HBox upper = new HBox(12);
    private final HBox lower = new HBox(12);
    private final HBox lowest = new HBox(12);
    private boolean filling;

    /// An entry of the campaign filter.
    ///
    /// @param campaign null for the whole account
    private record ScopeChoice(@Nullable GraphId campaign, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    PerformancePane(PerformanceViewModel model, Map<String, BreakdownViewModel> breakdowns, Formats formats,
            InstantSource clock, Runnable refresh, Runnable openSetup, Runnable openCampaigns) {
        this.model = model;
        this.formats = formats;
        this.openCampaigns = openCampaigns;
        getStyleClass().add("performance");
        getStylesheets().add(Objects.requireNonNull(PerformancePane.class.getResource(
                "/com/bizosaas/adsdesk/ui/performance.css")).toExternalForm());
        var locale = java.util.Locale.getDefault();
        trend = new TrendCard(formats, model::showGrain);
        findings = new FindingsCard(formats, openCampaigns);
        ranking = new RankingCard(formats);
        heat = new HeatCard(Objects.requireNonNull(breakdowns.get("heat")), formats, locale);
        placement = new BarCard(Objects.requireNonNull(breakdowns.get("placement")), formats, locale, 112);
        country = new BarCard(Objects.requireNonNull(breakdowns.get("country")), formats, locale, 76);
        device = new BarCard(Objects.requireNonNull(breakdowns.get("device")), formats, locale, 96);
        freshness = new FreshnessLabel(formats, clock);
        states = new StatePane(createContent(), clock);
        stateSwitch = new StateSwitch(states, "Reading figures", refresh, openSetup);
        setTop(createToolbar());
        setCenter(states);
        bind();
    }

    private Node createToolbar() {
        campaign.setPrefWidth(240);
        campaign.setAccessibleText("Campaign");
        campaign.setOnAction(_ -> {
            if (!filling && campaign.getValue() != null) {
                model.showCampaign(campaign.getValue().campaign());
            }
        });
        conversion.setAccessibleText("What counts as the conversion");
        conversion.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Conversion family) {
                return family == null
                        ? ""
                        : "Counting " + ConversionWords.plural(family).toLowerCase(java.util.Locale.ROOT);
            }

            @Override
            public @Nullable Conversion fromString(String text) {
                return null;
            }
        });
        conversion.setOnAction(_ -> {
            if (!filling && conversion.getValue() != null) {
                model.countAsConversion(conversion.getValue());
            }
        });
        HBox toolbar = new HBox(campaign, conversion, Labels.gap(), freshness);
        toolbar.getStyleClass().add("toolbar");
        return toolbar;
    }

    private Node createContent() {
        HBox row = new HBox(8);
        row.getStyleClass().add("kpi-row");
        for (Metric metric : Kpi.SHOWN) {
            KpiTile tile = new KpiTile(metric, formats, () -> model.showMetric(metric));
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setPrefWidth(160);
            tiles.put(metric, tile);
            row.getChildren().add(tile);
        }
        HBox.setHgrow(trend, Priority.ALWAYS);
        trend.setMinWidth(0);
        upper.getChildren().addAll(trend, findings);
        upper.getStyleClass().add("trend-row");
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.ALWAYS);
        VBox.setVgrow(lowest, Priority.ALWAYS);
        lower.getStyleClass().add("card-row");
        lowest.getStyleClass().add("card-row");
        VBox content = new VBox(12, row, upper, lower);
        content.getStyleClass().add("performance-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        widthProperty().addListener((_, _, now) -> arrange(content, now.doubleValue()));
        heightProperty().addListener(
                (_, _, now) -> tiles.values().forEach(tile -> tile.showLine(now.doubleValue() >= LOW)));
        arrange(content, NARROW + 1);
        return scroll;
    }

    /// One row of cards where they fit, two where they do not, the device card of its own where there is room.
    private void arrange(VBox content, double width) {
        String arrangement = width < NARROW ? "narrow" : width < WIDE ? "normal" : "wide";
        findings.setPrefWidth(width < NARROW ? 300 : 348);
        findings.setMinWidth(findings.getPrefWidth());
        if (arrangement.equals(lower.getId())) {
            return;
        }
        lower.setId(arrangement);
        device.model().need(!arrangement.equals("normal"));
        lower.getChildren().clear();
        lowest.getChildren().clear();
        boolean wide = width >= WIDE;
        size(heat, 240, wide);
        size(placement, 292, wide || width < NARROW);
        size(country, 248, wide);
        size(device, 260, wide);
        size(ranking, 320, true);
        List<Node> first = new ArrayList<>(List.of(heat, placement, country));
        if (wide) {
            first.add(device);
        }
        lower.getChildren().addAll(first);
        if (width < NARROW) {
            lowest.getChildren().addAll(device, ranking);
            content.getChildren().add(lowest);
        } else {
            content.getChildren().remove(lowest);
            lower.getChildren().add(ranking);
        }
    }

    private static void size(Region card, double width, boolean grows) {
        card.setPrefWidth(width);
        card.setMinWidth(Math.min(width, 240));
        HBox.setHgrow(card, grows ? Priority.ALWAYS : Priority.NEVER);
    }

    private void bind() {
        model.figuresProperty().addListener((_, _, _) -> update());
        model.metricProperty().addListener((_, _, _) -> showFigures());
        model.failureProperty().addListener((_, _, _) -> update());
        model.syncProperty().addListener((_, _, _) -> update());
        addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (AS_TABLE.match(event)) {
                trend.toggleTable();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && model.campaignProperty().get() != null
                    && !campaign.isShowing()) {
                model.showCampaign(null);
                event.consume();
            }
        });
        update();
    }

    /// Says that nothing can be shown because no account is chosen.
    void showNoAccount() {
        stateSwitch.showOther("no account", () -> states.showEmpty(Icons.PERFORMANCE, "No ad account to look at",
                "Connect the tenant and choose an ad account in Setup."));
    }

    private void update() {
        PerformanceFigures figures = model.figures();
        boolean read = figures != null;
        freshness.show(figures == null ? null : figures.facts().asOf(), figures != null && figures.facts().stale());
        boolean delivered = figures != null && (figures.delivered() || figures.choice().campaign() != null);
        stateSwitch.show(read, figures == null ? null : figures.facts().asOf(), model.syncProperty().get(),
                model.failureProperty().get(), delivered, () -> {
                    if (delivered) {
                        states.showContent();
                    } else {
                        states.showEmpty(Icons.PERFORMANCE, "No delivery in these days",
                                "Nothing ran in this account in the days chosen above. Choose other days, or see what"
                                        + " is switched on.",
                                Buttons.primary("Go to Campaigns", openCampaigns));
                    }
                });
        if (figures != null) {
            fillChoices(figures);
            showFigures();
        }
    }

    private void fillChoices(PerformanceFigures figures) {
        filling = true;
        List<ScopeChoice> choices = new ArrayList<>();
        choices.add(new ScopeChoice(null, "All campaigns (" + figures.campaigns().size() + ")"));
        for (Campaign one : figures.campaigns()) {
            choices.add(new ScopeChoice(one.id(), one.name()));
        }
        GraphId chosen = figures.choice().campaign();
        if (chosen != null && choices.stream().noneMatch(choice -> chosen.equals(choice.campaign()))) {
            choices.add(new ScopeChoice(chosen, name(figures, chosen) + " (no delivery)"));
        }
        if (!campaign.getItems().equals(choices)) {
            campaign.getItems().setAll(choices);
        }
        campaign.setValue(choices.stream().filter(choice -> Objects.equals(choice.campaign(), chosen)).findFirst()
                .orElse(choices.getFirst()));
        List<Conversion> families = new ArrayList<>(figures.families());
        if (!families.contains(figures.family())) {
            families.add(figures.family());
        }
        if (!conversion.getItems().equals(families)) {
            conversion.getItems().setAll(families);
        }
        conversion.setValue(figures.family());
        filling = false;
    }

    private static String name(PerformanceFigures figures, GraphId campaign) {
        return figures.facts().structure().campaigns().stream().filter(one -> one.id().equals(campaign))
                .map(Campaign::name).findFirst().orElse(campaign.value());
    }

    private void showFigures() {
        PerformanceFigures figures = model.figures();
        if (figures == null) {
            return;
        }
        MetricText text = new MetricText(formats, figures.facts().account().currency());
        Metric main = model.metricProperty().get();
        tiles.forEach((metric, tile) -> {
            Kpi kpi = figures.kpis().get(metric);
            if (kpi != null) {
                tile.show(kpi, figures.now(), figures.family(), text, figures.before() != null, metric == main,
                        figures.target(metric));
            }
        });
        trend.show(figures, main, text);
        findings.show(figures, text);
        ranking.show(figures, text);
        List.of(heat, placement, country, device).forEach(card -> card.show(figures));
    }

    TrendChart chart() {
        return trend.chart();
    }
}
