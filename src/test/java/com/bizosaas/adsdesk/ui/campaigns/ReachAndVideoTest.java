package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Viewing;
import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.OverlayDialogs;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Reach and video plays are asked for when they are looked at, for the days that are looked at, and reach is never added.
@ExtendWith(ApplicationExtension.class)
class ReachAndVideoTest {

    private final FakeServices fakes = new FakeServices();
    private CampaignsTab tab;
    private StackPane root;

    @Start
    void start(Stage stage) {
        Nordlys.into(fakes);
        fakes.insights.daily.replaceAll(ReachAndVideoTest::engaged);
        OverlayDialogs dialogs = new OverlayDialogs();
        tab = new CampaignsTab(new DeskContext(fakes.services(), new DirectTasks(), fakes.scope, fakes.notifier,
                dialogs, fakes.opened::add, Samples.CLOCK));
        root = new StackPane(tab.view(), dialogs.layer());
        Snapshots.show(stage, Snapshots.scene(root, 1384, 776, Theme.LIGHT));
        tab.activate();
        layout();
    }

    @Test
    void nothingIsAskedUntilAColumnIsShownAndThenOnlyWhatIsSeen(FxRobot robot) {
        robot.interact(() -> {
            String since = fakes.scope.scope().range().since().toString();
            assertThat(fakes.insights.loads).noneMatch(load -> load.startsWith("viewing"));
            show(Layout.Preset.ENGAGEMENT);
            assertThat(fakes.insights.loads).as("engagement comes of the days that are there already")
                    .noneMatch(load -> load.startsWith("viewing"));
            show(Layout.Preset.DELIVERING);
            assertThat(viewings()).containsExactly("viewing CAMPAIGN " + since);
            fakes.events.publish(new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(),
                    Topic.INSIGHTS));
            assertThat(viewings()).as("once").hasSize(1);
            tab.model().show(tab.model().viewProperty().get().shaped(View.Shape.ADS));
            assertThat(viewings()).endsWith("viewing AD " + since);
            tab.model().refresh();
            assertThat(viewings()).endsWith("viewing AD " + since + " forced");
        });
    }

    @Test
    void reachIsShownAsReturnedAndHasNoTotalWhilePlaysHave(FxRobot robot) {
        robot.interact(() -> {
            fakes.insights.viewings.put(Level.CAMPAIGN, tab.model().contentProperty().get().rows().stream()
                    .map(row -> new ViewingFact(row.key().id().value(),
                            new Viewing(1800, 900L, 40, 30, 20, 15, 12, 10)))
                    .toList());
            show(Layout.Preset.DELIVERING);
            CampaignRow spring = row("Spring");
            assertThat(spring.figure(Metric.REACH)).isEqualByComparingTo("900");
            assertThat(spring.figure(Metric.FREQUENCY)).as("golden vector 13").isEqualByComparingTo("2");
            assertThat(text("#total-reach")).isEqualTo("—");
            assertThat(text("#total-frequency")).isEqualTo("—");
            Snapshots.write(root.getScene(), "campaigns-delivery-columns");
            show(Layout.Preset.VIDEO);
            long delivering = tab.model().contentProperty().get().rows().stream().filter(row -> row.totals() != null)
                    .count();
            assertThat(text("#total-thruplays")).isEqualTo(Long.toString(40 * delivering));
            assertThat(text("#total-hold")).isNotEqualTo("—");
            Snapshots.write(root.getScene(), "campaigns-video-columns");
            tab.model().show(tab.model().viewProperty().get().sorted(Column.P25, true));
            assertThat(tab.model().contentProperty().get().top()).isNotEmpty();
        });
    }

    @Test
    void aTotalOfPlaysIsNotToldWhereARowWasNotRead(FxRobot robot) {
        robot.interact(() -> {
            fakes.insights.viewings.put(Level.CAMPAIGN, List.of(new ViewingFact(Nordlys.SPRING.value(),
                    new Viewing(1800, 900L, 40, 30, 20, 15, 12, 10))));
            show(Layout.Preset.VIDEO);
            assertThat(row("Spring").figure(Metric.THRUPLAYS)).isEqualByComparingTo("40");
            assertThat(row("Catalogue").figure(Metric.THRUPLAYS)).isNull();
            assertThat(text("#total-thruplays")).isEqualTo("—");
        });
    }

    @Test
    void engagementIsCountedByItsOwnTypes(FxRobot robot) {
        robot.interact(() -> {
            show(Layout.Preset.ENGAGEMENT);
            CampaignRow row = row("Catalogue");
            long days = row.totals().rows();
            assertThat(row.figure(Metric.ENGAGEMENTS)).isEqualByComparingTo(BigDecimal.valueOf(12 * days));
            assertThat(row.figure(Metric.REACTIONS)).isEqualByComparingTo(BigDecimal.valueOf(5 * days));
            assertThat(row.figure(Metric.SHARES)).isEqualByComparingTo(BigDecimal.valueOf(2 * days));
            assertThat(row.figure(Metric.SAVES)).isEqualByComparingTo(BigDecimal.valueOf(days));
            assertThat(text("#total-engagements")).isNotEqualTo("—");
            Snapshots.write(root.getScene(), "campaigns-engagement-columns");
        });
    }

    private static DailyFact engaged(DailyFact fact) {
        Facts of = fact.facts();
        Map<String, BigDecimal> actions = new HashMap<>(of.actions());
        actions.put("post_engagement", BigDecimal.valueOf(12));
        actions.put("post_reaction", BigDecimal.valueOf(5));
        actions.put("post", BigDecimal.valueOf(2));
        actions.put("onsite_conversion.post_save", BigDecimal.ONE);
        actions.put("video_view", BigDecimal.valueOf(80));
        return new DailyFact(fact.level(), fact.objectId(), fact.date(), new Facts(of.impressions(), of.clicks(),
                of.linkClicks(), of.outboundClicks(), of.spend(), of.reach(), actions, of.actionValues()));
    }

    private List<String> viewings() {
        return new ArrayList<>(fakes.insights.loads.stream().filter(load -> load.startsWith("viewing")).toList());
    }

    private void show(Layout.Preset preset) {
        tab.model().show(tab.model().viewProperty().get().laidOut(preset.layout()));
        layout();
    }

    private CampaignRow row(String name) {
        return tab.model().contentProperty().get().rows().stream().filter(row -> row.name().startsWith(name))
                .findFirst().orElseThrow();
    }

    private String text(String id) {
        return ((Label) root.lookup(id)).getText();
    }

    private void layout() {
        for (int i = 0; i < 2; i++) {
            root.applyCss();
            root.layout();
        }
    }
}
