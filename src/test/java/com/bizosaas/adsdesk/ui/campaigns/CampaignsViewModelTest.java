package com.bizosaas.adsdesk.ui.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Delivery;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.domain.profile.Guardrails;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import com.bizosaas.adsdesk.ui.campaigns.View.Quick;
import com.bizosaas.adsdesk.ui.campaigns.View.Shape;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.HeldTasks;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignsViewModelTest {

    private static final Frame.Place PLACE = new Frame.Place(Samples.NORDLYS.id(), Samples.WEBSHOP.id());

    private final FakeServices fakes = new FakeServices();

    @BeforeEach
    void fill() {
        Nordlys.into(fakes);
    }

    @Test
    void showsWhatTheStoreHoldsAndTellsSyncWhatIsLookedAt() {
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.CONTENT);
        assertThat(content(model).rows()).hasSize(11);
        assertThat(content(model).shown()).isEqualTo(11);
        assertThat(fakes.sync.calls).contains("look nordlys act_102938475610 28");
    }

    @Test
    void totalsAreSumsAndRatiosOfSumsNotMeans() {
        CampaignsViewModel model = active(new DirectTasks());
        TotalsLine line = content(model).totals();
        BigDecimal spend = content(model).rows().stream().map(row -> row.figure(Metric.SPEND))
                .filter(java.util.Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(line.figure(Metric.SPEND)).isEqualByComparingTo(spend);
        BigDecimal purchases = content(model).rows().stream()
                .map(row -> row.purchases() == null ? BigDecimal.ZERO : row.purchases().conversions())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(line.mixed()).isTrue();
        assertThat(line.figure(Metric.CONVERSIONS)).isEqualByComparingTo(purchases);
        assertThat(line.figure(Metric.CPA).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(spend.divide(purchases, 2, RoundingMode.HALF_UP));
        assertThat(line.adSets()).isEqualTo(14);
        assertThat(line.ads()).isEqualTo(16);
    }

    @Test
    void whatWasAgreedWithTheClientCountsAsTheResultOfEveryCampaign() {
        fakes.profiles.profiles.put(Samples.NORDLYS.id(), TenantProfile.EMPTY.withConversions(
                List.of("purchase", "offsite_conversion.fb_pixel_purchase")));
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(content(model).rows()).extracting(CampaignRow::family).containsOnly(ConversionFamily.PURCHASE);
        TotalsLine line = content(model).totals();
        assertThat(line.mixed()).isFalse();
        assertThat(line.figure(Metric.CPA)).isNotNull();
    }

    @Test
    void whatWasAgreedMayBeOfSeveralFamilies() {
        fakes.profiles.profiles.put(Samples.NORDLYS.id(), TenantProfile.EMPTY.withConversions(
                List.of("lead", "omni_purchase", "offsite_conversion.custom.7")));
        TotalsLine line = content(active(new DirectTasks())).totals();
        Conversion agreed = TenantProfile.EMPTY.withConversions(
                List.of("lead", "purchase", "offsite_conversion.custom.7")).counted().orElseThrow();
        Totals sums = Totals.of(fakes.insights.daily.stream().filter(fact -> fact.level() == Level.CAMPAIGN)
                .filter(fact -> fakes.scope.scope().range().contains(fact.date())).map(DailyFact::facts).toList(),
                agreed);
        assertThat(line.mixed()).isFalse();
        assertThat(sums.conversions()).isPositive();
        assertThat(line.figure(Metric.CONVERSIONS)).isEqualByComparingTo(sums.conversions());
    }

    @Test
    void liveBudgetCountsOnlyWhatDeliversAndKeepsLifetimeApart() {
        TotalsLine line = content(active(new DirectTasks())).totals();
        // 480 + 340 + 180 (two ad sets) + 120 + 90 + 65 + 60; not 150 completed, 40 with issues, 45 paused, 1500 scheduled
        assertThat(line.liveDaily()).containsOnlyKeys(Samples.EUR);
        assertThat(line.liveDaily().get(Samples.EUR).amount()).isEqualByComparingTo("1335");
        assertThat(line.liveLifetime()).isEmpty();
    }

    @Test
    void whatNeverDeliveredHasNoFiguresAndSortsLastBothWays() {
        CampaignsViewModel model = active(new DirectTasks());
        for (boolean descending : new boolean[]{true, false}) {
            model.show(model.viewProperty().get().sorted(Column.CPM, descending));
            List<CampaignRow> rows = content(model).rows();
            assertThat(rows.getLast().name()).startsWith("Earth Day");
            assertThat(rows.getLast().figure(Metric.CPM)).isNull();
        }
    }

    @Test
    void sortsTheTreeLevelByLevel() {
        CampaignsViewModel model = active(new DirectTasks());
        model.show(model.viewProperty().get().sorted(Column.SPEND, true));
        List<CampaignRow> rows = content(model).rows();
        assertThat(rows.subList(0, 10)).isSortedAccordingTo(
                Comparator.comparing((CampaignRow row) -> row.figure(Metric.SPEND)).reversed());
        assertThat(below(model, rows.getFirst())).isSortedAccordingTo(
                Comparator.comparing((CampaignRow row) -> row.figure(Metric.SPEND)).reversed());
    }

    @Test
    void searchFindsNamesInAnyScriptAndIds() {
        CampaignsViewModel model = active(new DirectTasks());
        model.show(model.viewProperty().get().text("ελλάδα"));
        assertThat(names(model)).singleElement().asString().startsWith("Ελλάδα");
        assertThat(content(model).shown()).isEqualTo(1);
        assertThat(content(model).all()).isEqualTo(11);
        model.show(model.viewProperty().get().text(Nordlys.VIDEO.value()));
        assertThat(names(model)).containsExactly("Spring Layers — Prospecting EU");
        assertThat(below(model, content(model).rows().getFirst())).singleElement()
                .satisfies(set -> assertThat(below(model, set)).extracting(CampaignRow::name)
                        .containsExactly("Video 15 s — Fjord crossing"));
    }

    @Test
    void quickFiltersFollowDeliveryAndTheArchiveShowsOnDemandOnly() {
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(names(model)).doesNotContain("Black Week 2025");
        model.show(model.viewProperty().get().quick(Quick.ARCHIVED));
        assertThat(names(model)).containsExactly("Black Week 2025");
        model.show(model.viewProperty().get().quick(Quick.DELIVERING));
        assertThat(content(model).rows()).hasSize(7).allMatch(row -> row.delivery().state().delivers());
        model.show(model.viewProperty().get().quick(Quick.NEEDS_LOOK));
        assertThat(names(model)).contains("Boot Finder quiz — landing traffic", "Spring Layers — Prospecting EU");
    }

    @Test
    void flatLevelsShowAllOfThatLevelWithoutBranches() {
        CampaignsViewModel model = active(new DirectTasks());
        model.show(model.viewProperty().get().shaped(Shape.ADS));
        assertThat(content(model).rows()).hasSize(16).allMatch(row -> row.key().level() == Level.AD)
                .anySatisfy(row -> assertThat(row.above()).containsExactly("Spring Layers — Prospecting EU",
                        "Broad 25–54 · DE AT CH"));
        assertThat(content(model).branches()).isNull();
        model.show(model.viewProperty().get().shaped(Shape.AD_SETS));
        assertThat(content(model).rows()).hasSize(14);
    }

    @Test
    void budgetsSayOnWhichLevelTheySit() {
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(row(model, "Retargeting").budget().note()).isEqualTo("2 sets");
        assertThat(row(model, "Retargeting").bid()).isEqualTo("Goal €16.50");
        assertThat(row(model, "Earth Day").budget().note()).isEqualTo("total");
        assertThat(below(model, row(model, "Spring"))).allMatch(set -> set.budget().note().equals("campaign"));
    }

    @Test
    void leadCampaignsCountLeadsAndAllOthersPurchases() {
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(row(model, "Newsletter").figure(Metric.CONVERSIONS)).isGreaterThan(new BigDecimal("200"));
        assertThat(row(model, "Newsletter").figure(Metric.ROAS)).isEqualByComparingTo("0");
        assertThat(row(model, "Brand film").figure(Metric.CPA)).isNull();
    }

    @Test
    void withNothingStoredItLoadsAndThenSaysWhyNot() {
        fakes.campaigns.structure = Stamped.never(com.bizosaas.adsdesk.domain.AdStructure.EMPTY);
        fakes.sync.everywhere = new SyncState(true, null, null, null);
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.LOADING);
        Problem offline = Problem.of(Problem.Kind.OFFLINE, "You are offline", "Check the network.");
        fakes.sync.everywhere = new SyncState(false, null, offline, null);
        fakes.events.publish(
                new DeskEvent.SyncChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.CAMPAIGNS));
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.BLOCKED);
        assertThat(model.stateProperty().get().problem()).isEqualTo(offline);
    }

    @Test
    void aFailedRefreshKeepsTheOldFiguresAndTheirDate() {
        Problem problem = Problem.of(Problem.Kind.RATE_LIMITED, "Meta's limit is used up", "Wait.");
        fakes.sync.states.put(Topic.INSIGHTS, new SyncState(false, null, problem, null));
        CampaignsViewModel model = active(new DirectTasks());
        PaneState state = model.stateProperty().get();
        assertThat(state.kind()).isEqualTo(PaneState.Kind.CONTENT);
        assertThat(state.problem()).isEqualTo(problem);
        assertThat(state.asOf()).isEqualTo(Samples.NOW.minusSeconds(120));
        assertThat(content(model).rows()).hasSize(11);
    }

    @Test
    void anAccountWithoutCampaignsIsEmptyAndNoAccountIsSaidSo() {
        fakes.campaigns.structure = new Stamped<>(com.bizosaas.adsdesk.domain.AdStructure.EMPTY, Samples.NOW, false);
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.EMPTY);
        Scope scope = Samples.scope();
        fakes.scope.show(new Scope(scope.tenant(), null, scope.preset(), scope.range(), null));
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.NO_ACCOUNT);
        assertThat(model.contentProperty().get()).isNull();
        fakes.scope.show(null);
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.NO_TENANT);
    }

    @Test
    void resultsOfAFormerScopeAreDropped() {
        HeldTasks held = new HeldTasks();
        CampaignsViewModel model = active(held);
        Scope scope = Samples.scope();
        fakes.scope.show(new Scope(scope.tenant(), null, scope.preset(), scope.range(), null));
        held.letGo();
        assertThat(model.contentProperty().get()).isNull();
        assertThat(model.stateProperty().get().kind()).isEqualTo(PaneState.Kind.NO_ACCOUNT);
    }

    @Test
    void newsThatComesWhileReadingMeltsIntoOneMoreRead() {
        HeldTasks held = new HeldTasks();
        CampaignsViewModel model = active(held);
        for (int i = 0; i < 20; i++) {
            fakes.events.publish(
                    new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.CAMPAIGNS));
        }
        assertThat(held.waiting()).isEqualTo(1);
        held.letGo();
        assertThat(content(model).rows()).hasSize(11);
        assertThat(held.waiting()).isZero();
    }

    @Test
    void newsOfOtherAccountsAndHiddenTabsAreNotHeard() {
        HeldTasks held = new HeldTasks();
        CampaignsViewModel model = active(held);
        held.letGo();
        fakes.events
                .publish(new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.NETTBUTIKK.id(), Topic.CAMPAIGNS));
        fakes.events.publish(new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.AUDIENCES));
        assertThat(held.waiting()).isZero();
        model.deactivate();
        assertThat(fakes.events.listeners()).isZero();
    }

    @Test
    void refreshForcesCampaignsAndInsights() {
        CampaignsViewModel model = active(new DirectTasks());
        model.refresh();
        assertThat(fakes.sync.calls).contains("refresh act_102938475610 CAMPAIGNS",
                "refresh act_102938475610 INSIGHTS");
    }

    @Test
    void theBarsCoverFourteenDaysThatEndWithTheRange() {
        Scope scope = Samples.scope();
        DateRange yesterday = new DateRange(Samples.TODAY.minusDays(1), Samples.TODAY.minusDays(1));
        fakes.scope.show(new Scope(scope.tenant(), scope.account(), null, yesterday, null));
        CampaignsViewModel model = active(new DirectTasks());
        CampaignRow row = content(model).rows().getFirst();
        assertThat(row.bars()).hasSize(14);
        assertThat(row.figure(Metric.SPEND)).isEqualByComparingTo(row.bars().getLast());
        assertThat(fakes.sync.calls).contains("look nordlys act_102938475610 14");
    }

    @Test
    void theRowOfAnAdThatMayNotBeSwitchedSaysWhy() {
        Scope scope = Samples.scope();
        var readOnly = Samples.account("102938475610", "EU Webshop", com.bizosaas.adsdesk.domain.AccountStatus.ACTIVE,
                "EUR", "Europe/Oslo", "0", "0", null, "Nordlys Outdoor AS", "ANALYZE");
        fakes.scope.show(new Scope(scope.tenant(), readOnly, scope.preset(), scope.range(), null));
        CampaignsViewModel model = active(new DirectTasks());
        assertThat(content(model).rows()).allMatch(row -> !row.canSwitch())
                .allMatch(row -> row.locked().contains("Advertise"));
    }

    @Test
    void aPausedCampaignTakesItsPartsWithItInTheShownState() {
        Switches switches = new Switches(
                java.util.Map.of(new RowKey(PLACE, Level.CAMPAIGN, Nordlys.SPRING), Status.PAUSED),
                java.util.Map.of());
        var shown = switches.over(PLACE, Nordlys.structure());
        assertThat(shown.adSets()).filteredOn(set -> set.id().equals(Nordlys.BROAD)).singleElement()
                .satisfies(set -> assertThat(Delivery.of(set, Samples.NOW).state())
                        .isEqualTo(Delivery.State.CAMPAIGN_OFF));
        assertThat(shown.ads()).filteredOn(ad -> ad.id().equals(Nordlys.VIDEO)).singleElement()
                .satisfies(ad -> assertThat(Delivery.of(ad).state()).isEqualTo(Delivery.State.CAMPAIGN_OFF));
    }

    private CampaignsViewModel active(TaskRunner tasks) {
        CampaignsViewModel model = new CampaignsViewModel(fakes.services(), tasks, fakes.scope, Samples.CLOCK,
                new Formats(Locale.UK));
        model.activate();
        return model;
    }

    private static TableContent content(CampaignsViewModel model) {
        TableContent content = model.contentProperty().get();
        assertThat(content).isNotNull();
        return content;
    }

    private static List<CampaignRow> below(CampaignsViewModel model, CampaignRow row) {
        TableContent content = content(model);
        return Arrays.stream(content.branches().below(row.number())).mapToObj(content.maker()::row).toList();
    }

    private static List<String> names(CampaignsViewModel model) {
        return content(model).rows().stream().map(CampaignRow::name).toList();
    }

    private static CampaignRow row(CampaignsViewModel model, String start) {
        return content(model).rows().stream().filter(row -> row.name().startsWith(start)).findFirst().orElseThrow();
    }
}
