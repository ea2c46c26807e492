package com.bizosaas.adsdesk.ui.performance;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PerformanceTabTest {

    private final FakeServices desk = new FakeServices();
    private Stage stage;
    private PerformanceTab tab;

    @Start
    void start(Stage shown) {
        stage = shown;
        WebshopFacts.fill(desk);
    }

    @Test
    void showsTheFiguresOfTheRangeWithTheirChange(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(tile(robot, "conversions")).isEqualTo("537");
        assertThat(tile(robot, "roas")).isEqualTo("3.24");
        assertThat(tile(robot, "ctr_link")).isEqualTo("1.30%");
        assertThat(tile(robot, "cpm")).isEqualTo("€7.96");
        assertThat(words(robot)).contains("from 506", "↑ 6.1%", "Instagram Reels", "Germany", "Other, 4",
                "Best and worst, spend over €300");
    }

    @Test
    void holdsFiguresAgainstWhatWasAgreed(FxRobot robot) {
        desk.profiles.profiles.put(Samples.NORDLYS.id(), TenantProfile.EMPTY.withTargets(new Targets(
                List.of(Money.of("60000", Samples.EUR)), List.of(Money.of("18", Samples.EUR)), new BigDecimal("3"))));
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(words(robot)).contains("target €18.00, missed", "target 3.00").anyMatch(
                word -> word.startsWith("plan €"));
        robot.interact(() -> Snapshots.write(stage.getScene(), "performance-targets"));
    }

    @Test
    void putsATilesMetricIntoTheChart(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(words(robot)).contains("Purchases by day");
        robot.clickOn("#kpi-spend");
        assertThat(words(robot)).contains("Spend by day, €");
        KpiTile tile = robot.lookup("#kpi-spend").query();
        assertThat(tile.isSelected()).isTrue();
        TrendChart chart = robot.lookup(".trend-chart").query();
        assertThat(chart.getAccessibleText()).startsWith("Spend by day, Tue 31 Mar to Mon 13 Apr: from €");
    }

    @Test
    void walksThroughTheDaysByKeyAndShowsAllValues(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        robot.clickOn(".trend-chart");
        robot.interact(() -> key(robot.lookup(".trend-chart").query(), KeyCode.LEFT, false));
        robot.interact(() -> key(robot.lookup(".trend-chart").query(), KeyCode.RIGHT, false));
        TrendTip tip = robot.lookup(".trend-tip").query();
        assertThat(tip.isVisible()).isTrue();
        assertThat(labels(tip)).contains("CPM", "ROAS", "Spend");
        robot.interact(() -> Snapshots.write(stage.getScene(), "performance-tooltip"));
    }

    @Test
    void showsTheChartAsATable(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        robot.interact(() -> key(robot.lookup(".trend-chart").query(), KeyCode.T, true));
        TableView<?> table = robot.lookup(".trend-table").query();
        assertThat(table.isVisible()).isTrue();
        assertThat(table.getItems()).hasSize(14);
        robot.interact(() -> Snapshots.write(stage.getScene(), "performance-table"));
    }

    @Test
    void groupsByWeek(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        robot.clickOn("Week");
        assertThat(words(robot)).contains("Purchases by week");
    }

    @Test
    void findsWhatIsWorthALookAndLeadsToTheCampaigns(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(String.join("\n", words(robot))).contains("Ad rejected:", "CTR, link down 40%");
        robot.clickOn("Open");
        assertThat(desk.opened).containsExactly(TabId.CAMPAIGNS);
    }

    @Test
    void saysSoWhenNothingRan(FxRobot robot) {
        desk.insights.daily.clear();
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(words(robot)).contains("No delivery in these days");
    }

    @Test
    void showsRowsInGreyUntilTheFirstRead(FxRobot robot) {
        desk.insights.asOf = null;
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(robot.lookup(".skeleton").tryQuery()).isPresent();
        assertThat(words(robot)).contains("Not read yet");
    }

    @Test
    void keepsOldFiguresUnderABannerWhenReadingFails(FxRobot robot) {
        desk.sync.everywhere = new SyncState(false, Samples.NOW.minusSeconds(4000),
                Problem.of(Problem.Kind.FAILED, "Meta did not answer", "Trying again in a minute."), null);
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(tile(robot, "conversions")).isEqualTo("537");
        assertThat(robot.lookup(".banner").tryQuery()).isPresent();
        robot.interact(() -> Snapshots.write(stage.getScene(), "performance-problem"));
    }

    @Test
    void asksForASignInWhereNothingWasEverRead(FxRobot robot) {
        desk.insights.asOf = null;
        desk.sync.everywhere = new SyncState(false, null,
                Problem.of(Problem.Kind.SIGN_IN_NEEDED, "Nordlys needs a new sign-in", "The password was changed."),
                null);
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(words(robot)).contains("Nordlys needs a new sign-in");
        robot.clickOn("Reconnect");
        assertThat(desk.opened).containsExactly(TabId.SETUP);
    }

    @Test
    void namesTheCampaignInTheFilterEvenWithoutDelivery(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        javafx.scene.control.ComboBox<Object> filter = robot.lookup(".toolbar .combo-box").query();
        robot.interact(() -> filter.getSelectionModel().select(1));
        String name = filter.getValue().toString();
        assertThat(words(robot)).contains("Whole account");
        robot.interact(() -> {
            desk.insights.daily.removeIf(fact -> fact.level() == com.bizosaas.adsdesk.domain.Level.CAMPAIGN);
            desk.events.publish(new com.bizosaas.adsdesk.service.DeskEvent.DataChanged(Samples.NORDLYS.id(),
                    Samples.WEBSHOP.id(), com.bizosaas.adsdesk.domain.Topic.INSIGHTS));
        });
        assertThat(filter.getValue()).hasToString(name + " (no delivery)");
        assertThat(tile(robot, "roas")).isEqualTo("—");
    }

    @Test
    void marksTheDayThatIsNotOver(FxRobot robot) {
        desk.insights.daily.add(FactsOf.day(com.bizosaas.adsdesk.domain.Level.ACCOUNT, Samples.WEBSHOP.id().value(),
                Samples.TODAY.toString(), FactsOf.row(40_000, 500, "310", "9", "900")));
        var month = com.bizosaas.adsdesk.domain.DatePreset.THIS_MONTH;
        var range = month.range(Samples.TODAY);
        desk.scope.show(new com.bizosaas.adsdesk.ui.common.Scope(Samples.NORDLYS, Samples.WEBSHOP, month, range,
                range.previous()));
        open(robot, 1208, 776, Theme.LIGHT);
        robot.clickOn(".trend-chart");
        robot.interact(() -> {
            for (int i = 0; i < 14; i++) {
                key(robot.lookup(".trend-chart").query(), KeyCode.RIGHT, false);
            }
        });
        TrendTip tip = robot.lookup(".trend-tip").query();
        assertThat(labels(tip)).contains("Tue 14 Apr, not over yet", "9");
        robot.interact(() -> Snapshots.write(stage.getScene(), "performance-today"));
    }

    @Test
    void saysThatNoAccountIsChosen(FxRobot robot) {
        open(robot, 1208, 776, Theme.LIGHT);
        robot.interact(() -> desk.scope.show(new com.bizosaas.adsdesk.ui.common.Scope(Samples.NORDLYS, null, null,
                Samples.scope().range(), null)));
        assertThat(words(robot)).contains("No ad account to look at");
        robot.interact(() -> desk.scope.show(Samples.scope()));
        assertThat(tile(robot, "conversions")).isEqualTo("537");
    }

    @Test
    void readsNoBreakdownForACardThatIsNotLaidOut(FxRobot robot) {
        desk.insights.stale = true;
        open(robot, 1208, 776, Theme.LIGHT);
        assertThat(desk.insights.loads).contains("load PLACEMENT", "load COUNTRY", "load AGE_GENDER")
                .doesNotContain("load DEVICE");
    }

    @Test
    void fitsEveryWindowLightAndDark(FxRobot robot) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String suffix = theme.name().toLowerCase(Locale.ROOT);
            picture(robot, 1208, 776, theme, "performance-1440x900-" + suffix);
            picture(robot, 968, 576, theme, "performance-1024x700-" + suffix);
        }
        picture(robot, 2296, 1316, Theme.LIGHT, "performance-2560x1440-light");
    }

    private void picture(FxRobot robot, double width, double height, Theme theme, String name) {
        robot.interact(() -> {
            tab = new PerformanceTab(desk.context());
            Scene scene = Snapshots.scene((Parent) tab.view(), width, height, theme);
            tab.activate();
            Snapshots.write(scene, name);
            KpiTile tile = (KpiTile) scene.lookup("#kpi-" + Metric.CONVERSIONS.name().toLowerCase(Locale.ROOT));
            assertThat(tile.getWidth()).isGreaterThan(100);
            assertThat(scene.lookup(".ranking-card").getBoundsInParent().getWidth()).isGreaterThan(199);
            tab.deactivate();
        });
    }

    private void open(FxRobot robot, double width, double height, Theme theme) {
        robot.interact(() -> {
            tab = new PerformanceTab(desk.context());
            Snapshots.show(stage, Snapshots.scene((Parent) tab.view(), width, height, theme));
            tab.activate();
        });
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    }

    private static String tile(FxRobot robot, String metric) {
        return robot.lookup("#kpi-" + metric).<KpiTile>query().valueText();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled labeled && labeled.getText() != null).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).toList();
    }

    private static List<String> labels(Parent parent) {
        return parent.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList();
    }

    private static void key(javafx.scene.Node target, KeyCode code, boolean shortcutAndShift) {
        javafx.event.Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shortcutAndShift,
                shortcutAndShift, false, false));
    }
}
