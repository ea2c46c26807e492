package com.bizosaas.adsdesk.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class OverviewPaneTest {

    private final FakeServices fakes = new FakeServices();
    private final List<Tenant> opened = new ArrayList<>();
    private OverviewPane pane;

    private void fill() {
        fakes.tenants.list.add(Samples.SUGARLOAF);
        fakes.tenants.list.add(Samples.HIKARI);
        fakes.connections.stored.put(Samples.SUGARLOAF.id(),
                Samples.connection(Samples.NOW.minusSeconds(60), Connection.Broken.PASSWORD_CHANGED));
        fakes.connections.stored.put(Samples.HIKARI.id(), Samples.connection());
        fakes.connections.stored.put(Samples.NORDLYS.id(), Samples.connection());
        fakes.connections.chosen.put(Samples.NORDLYS.id(), List.of(Samples.WEBSHOP, Samples.NETTBUTIKK));
        fakes.connections.chosen.put(Samples.HIKARI.id(), List.of(Samples.AURORA));
        fakes.profiles.profiles.put(Samples.NORDLYS.id(), TenantProfile.EMPTY.withTargets(
                new Targets(List.of(Money.of("24000", Samples.EUR)), List.of(), new BigDecimal("3.0"))));
        for (AdAccount account : List.of(Samples.WEBSHOP, Samples.NETTBUTIKK, Samples.AURORA)) {
            for (int back = 0; back < 15; back++) {
                fakes.insights.daily.add(new DailyFact(Level.ACCOUNT, account.id().value(),
                        Samples.TODAY.minusDays(back), new Facts(1000, 20, 12, 8,
                                new BigDecimal(back == 0 ? "120.50" : "800"), null,
                                Map.of("purchase", new BigDecimal(9)),
                                Map.of("purchase", new BigDecimal("2000")))));
            }
        }
        fakes.scope.onTenant(opened::add);
    }

    private void build(Theme theme, double width, double height) {
        pane = new OverviewPane(fakes.context(), new Formats(Locale.UK));
        Snapshots.scene(pane, width, height, theme);
        pane.activate();
        layout();
    }

    @Test
    void showsEachTenantInItsOwnCurrencyAgainstPlanAndTarget(FxRobot robot) {
        fill();
        robot.interact(() -> {
            build(Theme.LIGHT, 1384, 776);
            List<OverviewRow> rows = rows();
            assertThat(rows.getFirst().tenant()).as("stopped ones first").isEqualTo(Samples.SUGARLOAF);
            OverviewRow euro = rows.stream().filter(row -> row.tenant().equals(Samples.NORDLYS)
                    && row.today() != null && row.today().currency().equals(Samples.EUR)).findFirst().orElseThrow();
            assertThat(euro.plan()).as("24 000 by 30 days").isEqualTo(Money.of("800.00", Samples.EUR));
            assertThat(euro.planned().amount()).isBetween(BigDecimal.ONE, new BigDecimal("800"));
            assertThat(euro.pace()).isEqualTo(OverviewRow.percent(euro.today(), euro.planned()));
            assertThat(euro.result()).isEqualByComparingTo("2.5");
            assertThat(euro.missesTarget()).isTrue();
            assertThat(rows.stream().filter(row -> row.tenant().equals(Samples.NORDLYS)))
                    .as("a row for each currency of a tenant").hasSize(
                            Samples.WEBSHOP.currency().equals(Samples.NETTBUTIKK.currency()) ? 1 : 2);
            assertThat(texts()).anyMatch(text -> text.startsWith("Good "))
                    .contains("Spent today, by currency", "Tenants on track", "Reconnect", "ROAS misses the target",
                            "Sign-in ended: reconnect in Setup");
            assertThat(texts()).as("no currency is converted into another").noneMatch(text -> text.contains("≈"));
        });
    }

    @Test
    void costIsThatOfWhatWasAgreed(FxRobot robot) {
        fill();
        fakes.profiles.profiles.put(Samples.NORDLYS.id(), TenantProfile.EMPTY
                .withConversions(List.of("purchase", "own_event")).withTargets(new Targets(List.of(),
                        List.of(Money.of("40", Samples.EUR)), null)));
        fakes.insights.daily.replaceAll(fact -> new DailyFact(fact.level(), fact.objectId(), fact.date(),
                new Facts(1000,
                        20, 12, 8, fact.facts().spend(), null, Map.of("purchase", new BigDecimal(9), "own_event",
                                new BigDecimal(7)),
                        Map.of())));
        robot.interact(() -> {
            build(Theme.LIGHT, 1384, 776);
            OverviewRow euro = rows().stream().filter(row -> row.tenant().equals(Samples.NORDLYS)
                    && row.today() != null && row.today().currency().equals(Samples.EUR)).findFirst().orElseThrow();
            assertThat(euro.result()).as("800 by 16").isEqualByComparingTo("50");
            assertThat(euro.target()).isEqualByComparingTo("40");
            assertThat(euro.missesTarget()).isTrue();
            assertThat(euro.counted()).isEqualTo(AgreedConversion.of(List.of("purchase", "own_event")).orElseThrow());
        });
    }

    @Test
    void aToDoLeadsToItsTenantAndTabAndAFilterLeavesTheOthersOut(FxRobot robot) {
        fill();
        robot.interact(() -> {
            build(Theme.LIGHT, 1384, 776);
            button("Reconnect").fire();
            assertThat(opened).containsExactly(Samples.SUGARLOAF);
            assertThat(fakes.opened).containsExactly(TabId.SETUP);
            int all = rows().size();
            pane.lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                    .filter(each -> each.getText().startsWith("Needs attention")).findFirst().orElseThrow().fire();
            layout();
            assertThat(rows()).hasSizeLessThanOrEqualTo(all).allMatch(OverviewRow::needsAttention);
            button("Sync all").fire();
            assertThat(fakes.sync.calls).anyMatch(call -> call.startsWith("refresh"));
        });
    }

    @Test
    void followsTheNewsAndSaysWhenNothingIsThere(FxRobot robot) {
        fakes.tenants.list.clear();
        robot.interact(() -> {
            build(Theme.LIGHT, 1384, 776);
            assertThat(texts()).contains("No tenant yet");
            fakes.tenants.list.add(Samples.NORDLYS);
            fakes.connections.stored.put(Samples.NORDLYS.id(), Samples.connection());
            fakes.connections.chosen.put(Samples.NORDLYS.id(), List.of(Samples.WEBSHOP));
            fakes.events.publish(new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(),
                    Topic.INSIGHTS));
            layout();
            assertThat(rows()).hasSize(1);
            pane.deactivate();
            assertThat(fakes.events.listeners()).isZero();
        });
    }

    @Test
    void fitsEveryWindowLightAndDark(FxRobot robot) {
        fill();
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int[] size : new int[][]{{1384, 776}, {968, 576}, {2296, 1316}}) {
                robot.interact(() -> {
                    build(theme, size[0], size[1]);
                    Snapshots.write(pane.getScene(), "overview-" + size[0] + "x" + size[1] + "-"
                            + theme.name().toLowerCase(Locale.ROOT));
                    assertThat(pane.lookup("#overview-table").getLayoutBounds().getWidth()).isGreaterThan(700);
                    pane.deactivate();
                });
            }
        }
    }

    private List<OverviewRow> rows() {
        @SuppressWarnings("unchecked")
        TableView<OverviewRow> table = (TableView<OverviewRow>) pane.lookup("#overview-table");
        return table.getItems();
    }

    private void layout() {
        for (int i = 0; i < 3; i++) {
            pane.applyCss();
            pane.layout();
        }
    }

    private Button button(String words) {
        return pane.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
    }

    private List<String> texts() {
        return Stream.of(".label", ".button").flatMap(css -> pane.lookupAll(css).stream())
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .filter(text -> text != null && !text.isEmpty()).toList();
    }
}
