package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AccountStatus;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.campaigns.View.Shape;
import com.bizosaas.adsdesk.ui.common.AllTenants;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.HeldTasks;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Two tenants that share one ad account, and one of them with a second account in another currency.
@ExtendWith(ApplicationExtension.class)
class AllTenantsTest {

    private static final AllTenants DAYS = new AllTenants(DatePreset.LAST_14_DAYS, null, true);

    private final FakeServices fakes = new FakeServices();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 100, 100));
        stage.show();
    }

    @BeforeEach
    void fill() {
        Nordlys.into(fakes);
        fakes.tenants.list.add(Samples.SUGARLOAF);
        AdAccount crowns = Samples.account("102938475642", "Norge Nettbutikk", AccountStatus.ACTIVE, "NOK",
                "Pacific/Honolulu", "0", "0", null, "Nordlys Outdoor AS", "MANAGE");
        fakes.connections.chosen.put(Samples.NORDLYS.id(), List.of(Samples.WEBSHOP));
        fakes.connections.chosen.put(Samples.SUGARLOAF.id(), List.of(Samples.WEBSHOP, crowns));
        fakes.campaigns.structures.put(crowns.id(), new Stamped<>(AdStructure.EMPTY, Samples.NOW, false));
        fakes.scope.showAll(DAYS);
    }

    @Test
    void everyTenantsCampaignsStandInOneTableAndNeverMix() {
        CampaignsViewModel model = active();
        List<CampaignRow> rows = content(model).rows();
        assertThat(rows).hasSize(22);
        assertThat(rows.stream().map(CampaignRow::key).distinct()).hasSize(22);
        assertThat(rows.stream().map(row -> row.frame().tenant()).distinct()).containsExactlyInAnyOrder(
                Samples.NORDLYS, Samples.SUGARLOAF);
        model.show(model.viewProperty().get().sorted(Column.TENANT, false));
        assertThat(content(model).rows().subList(0, 11)).allMatch(
                row -> row.frame().tenant().equals(Samples.NORDLYS));
        model.show(model.viewProperty().get().shaped(Shape.ADS));
        assertThat(content(model).rows()).hasSize(32);
    }

    @Test
    void figuresOfEachAccountAreAskedForAsDeepAsTheyAreLookedAt() {
        CampaignsViewModel model = active();
        assertThat(wants()).hasSize(3).allMatch(call -> call.endsWith(" CAMPAIGN 28"));
        model.lookBelow();
        assertThat(wants()).hasSize(6).last().asString().endsWith(" AD 28");
        model.show(model.viewProperty().get().shaped(Shape.AD_SETS));
        assertThat(wants()).hasSize(9).last().asString().endsWith(" AD_SET 28");
        model.load();
        assertThat(wants()).as("once for each look").hasSize(9);
    }

    private List<String> wants() {
        return fakes.sync.calls.stream().filter(call -> call.startsWith("want ")).toList();
    }

    @Test
    void theTotalSaysWhichAccountsAreNotInItYet() {
        assertThat(content(active()).totals().unread()).isZero();
        fakes.insights.asOf = null;
        TotalsLine line = content(active()).totals();
        assertThat(line.unread()).as("an account without campaigns lacks nothing").isEqualTo(2);
        assertThat(line.accounts()).isEqualTo(3);
    }

    @Test
    void aSwitchGoesToTheTenantOfItsRow() {
        CampaignsViewModel model = active();
        CampaignRow row = content(model).rows().stream()
                .filter(each -> each.frame().tenant().equals(Samples.SUGARLOAF) && each.isOn()).findFirst()
                .orElseThrow();
        StatusSwitch switches = new StatusSwitch(fakes.campaigns, new DirectTasks(), fakes.notifier, model::build,
                model::load);
        switches.apply(List.of(row), false);
        assertThat(fakes.campaigns.switched).containsExactly(Samples.SUGARLOAF.id());
    }

    @Test
    void daysAreThoseOfEachAccountAndMoneyOfSeveralCurrenciesHasNoTotal() {
        AdAccount crowns = fakes.connections.chosen.get(Samples.SUGARLOAF.id()).getLast();
        assertThat(content(active()).sheet().severalCurrencies()).as("an account without rows needs no sign").isFalse();
        fakes.campaigns.structures.put(crowns.id(), fakes.campaigns.structure);
        CampaignsViewModel model = active();
        assertThat(content(model).sheet().severalCurrencies()).isTrue();
        assertThat(content(model).format().signed()).as("budgets carry a sign even where nothing was spent").isTrue();
        List<Part> parts = content(model).sheet().parts();
        assertThat(parts).extracting(part -> part.frame().range().until()).containsExactly(
                Samples.TODAY.minusDays(1), Samples.TODAY.minusDays(1), Samples.TODAY.minusDays(2));
        TotalsLine totals = content(model).totals();
        assertThat(totals.severalCurrencies()).isTrue();
        assertThat(totals.figure(Metric.SPEND)).isNull();
        assertThat(totals.figure(Metric.CPA)).isNull();
        assertThat(totals.figure(Metric.ROAS)).isNull();
        assertThat(totals.figure(Metric.CTR_LINK)).isNotNull();
        assertThat(totals.byCurrency()).hasSize(2);
        BigDecimal euros = content(model).rows().stream().filter(row -> row.currency().equals(Samples.EUR))
                .map(row -> row.figure(Metric.SPEND)).filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(totals.byCurrency().get(Samples.EUR).spend()).isEqualByComparingTo(euros);
    }

    @Test
    void theFirstLookTakesTheLevelInViewAloneAndTheRestFollows() {
        HeldTasks held = new HeldTasks();
        CampaignsViewModel model = new CampaignsViewModel(fakes.services(), held, fakes.scope, Samples.CLOCK,
                new Formats(Locale.UK));
        model.activate();
        held.letGoOne();
        assertThat(content(model).rows()).hasSize(22);
        assertThat(content(model).sheet().level(Level.AD_SET)).isEmpty();
        CampaignRow active = content(model).rows().stream().filter(CampaignRow::isOn).findFirst().orElseThrow();
        assertThat(active.known()).as("its figures").isTrue();
        assertThat(active.settled()).as("what its ad sets make of it").isFalse();
        assertThat(content(model).counts()).as("what ad sets decide is not counted yet")
                .containsOnlyKeys(View.Quick.ALL);
        assertThat(content(model).totals().settled()).isFalse();
        held.letGo();
        assertThat(content(model).maker().row(active.number()).settled()).isTrue();
        assertThat(content(model).counts()).containsKey(View.Quick.DELIVERING);
        assertThat(content(model).sheet().level(Level.AD)).hasSize(32);
        assertThat(content(model).maker().row(content(model).sheet().level(Level.AD_SET)[0]).known()).isTrue();
    }

    @Test
    void aFirstLookAtAdsReadsTheirFiguresAndThoseOfTheLevelsAboveLater() {
        HeldTasks held = new HeldTasks();
        CampaignsViewModel model = new CampaignsViewModel(fakes.services(), held, fakes.scope, Samples.CLOCK,
                new Formats(Locale.UK));
        model.show(View.FIRST.shaped(View.Shape.ADS));
        model.activate();
        held.letGoOne();
        assertThat(content(model).rows()).isNotEmpty().allMatch(CampaignRow::known);
        assertThat(content(model).maker().row(content(model).sheet().level(Level.AD_SET)[0]).known()).isFalse();
        held.letGo();
        assertThat(content(model).maker().row(content(model).sheet().level(Level.AD_SET)[0]).known()).isTrue();
    }

    @Test
    void whatWouldBeFilteredByAdSetsIsReadWholeAtOnce() {
        HeldTasks held = new HeldTasks();
        CampaignsViewModel model = new CampaignsViewModel(fakes.services(), held, fakes.scope, Samples.CLOCK,
                new Formats(Locale.UK));
        model.activate();
        held.letGoOne();
        model.show(View.FIRST.quick(View.Quick.DELIVERING));
        held.letGo();
        assertThat(content(model).sheet().whole()).isTrue();
        assertThat(content(model).rows()).isNotEmpty().allMatch(row -> row.delivery().state().delivers());
    }

    @Test
    void newsOfOneAccountReadsThatAccountAlone() {
        CampaignsViewModel model = active();
        List<Part> before = content(model).sheet().parts();
        fakes.events.publish(
                new DeskEvent.DataChanged(Samples.SUGARLOAF.id(), Samples.WEBSHOP.id(), Topic.CAMPAIGNS));
        List<Part> after = content(model).sheet().parts();
        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(1)).isNotSameAs(before.get(1));
        assertThat(after.get(2)).isSameAs(before.get(2));
    }

    @Test
    void beingOfflineIsSaidOnceForAllAndOneClientsTroubleIsNot() {
        fakes.sync.everywhere = new SyncService.SyncState(false, Samples.NOW, Problem.of(Problem.Kind.SIGN_IN_NEEDED,
                "Sign in again", "Go to Setup."), null);
        CampaignsViewModel model = active();
        assertThat(model.stateProperty().get().problem()).as("one client's trouble stands on the rail").isNull();
        fakes.sync.everywhere = new SyncService.SyncState(false, Samples.NOW, Problem.of(Problem.Kind.OFFLINE,
                "You are offline", "Edits are kept."), null);
        fakes.events.publish(new DeskEvent.SyncChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.CAMPAIGNS));
        assertThat(model.stateProperty().get().problem()).extracting(Problem::kind).isEqualTo(Problem.Kind.OFFLINE);
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.CONTENT);
        assertThat(model.stateProperty().get().asOf()).as("from when the figures are").isNotNull();
    }

    @Test
    void looksRightWithTheTenantsColumnInFront(FxRobot robot) {
        robot.interact(() -> {
            AdAccount crowns = fakes.connections.chosen.get(Samples.SUGARLOAF.id()).getLast();
            fakes.campaigns.structures.put(crowns.id(), fakes.campaigns.structure);
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                CampaignsTab tab = new CampaignsTab(fakes.context());
                tab.activate();
                Parent root = (Parent) tab.view();
                Scene scene = Snapshots.scene(root, 1384, 776, theme);
                for (int i = 0; i < 2; i++) {
                    root.applyCss();
                    root.layout();
                }
                Snapshots.write(scene, "all-tenants-" + theme.name().toLowerCase(Locale.ROOT));
                assertThat(CampaignsLookTest.texts(root)).contains("Tenant", "33 campaigns",
                        "Sugarloaf Pet Supply");
                assertThat(root.lookup("#new-campaign").isDisabled()).isTrue();
                tab.deactivate();
            }
        });
    }

    private CampaignsViewModel active() {
        CampaignsViewModel model = new CampaignsViewModel(fakes.services(), new DirectTasks(), fakes.scope,
                Samples.CLOCK, new Formats(Locale.UK));
        model.activate();
        return model;
    }

    private static TableContent content(CampaignsViewModel model) {
        TableContent content = model.contentProperty().get();
        assertThat(content).isNotNull();
        return content;
    }
}
