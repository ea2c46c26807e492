package com.bizosaas.adsdesk.ui.performance;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.AgreedConversion;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.profile.Targets;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Scope;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.HeldTasks;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerformanceViewModelTest {

    private final FakeServices desk = new FakeServices();
    private PerformanceViewModel model;

    @BeforeEach
    void fill() {
        WebshopFacts.fill(desk);
        model = new PerformanceViewModel(desk.services(), new DirectTasks(), desk.scope, Samples.CLOCK);
    }

    @Test
    void addsUpTheRangeAndComparesItWithTheDaysBefore() {
        model.activate();
        Kpi purchases = model.figures().kpis().get(Metric.CONVERSIONS);
        assertThat(purchases.value()).isEqualByComparingTo("537");
        assertThat(purchases.previous()).isEqualByComparingTo("506");
        assertThat(purchases.delta().change().doubleValue()).isCloseTo(31 / 506.0,
                org.assertj.core.data.Offset.offset(1e-9));
        assertThat(purchases.delta().verdict()).isEqualTo(Delta.Verdict.BETTER);
        assertThat(purchases.days()).hasSize(14);
        Kpi cost = model.figures().kpis().get(Metric.CPA);
        assertThat(cost.value()).isEqualByComparingTo(
                model.figures().now().value(Metric.SPEND).divide(purchases.value(), java.math.MathContext.DECIMAL64));
    }

    @Test
    void whatWasAgreedWithTheClientCountsFirst() {
        desk.profiles.profiles.put(Samples.NORDLYS.id(), TenantProfile.EMPTY.withConversions(
                List.of("lead", "purchase")).withTargets(
                        new Targets(List.of(Money.of("3000", Samples.EUR)),
                                List.of(Money.of("18", Samples.EUR)), new BigDecimal("2.5"))));
        model.activate();
        Conversion agreed = AgreedConversion.of(List.of("purchase", "lead")).orElseThrow();
        assertThat(model.figures().family()).isEqualTo(agreed);
        assertThat(model.figures().families()).contains(ConversionFamily.PURCHASE).doesNotHaveDuplicates();
        assertThat(model.figures().target(Metric.CPA)).isEqualByComparingTo("18");
        assertThat(model.figures().target(Metric.ROAS)).isEqualByComparingTo("2.5");
        assertThat(model.figures().target(Metric.SPEND)).as("of the days shown").isLessThan(new BigDecimal("3000"))
                .isGreaterThan(new BigDecimal("1300"));
        model.countAsConversion(ConversionFamily.PURCHASE);
        assertThat(model.figures().family()).as("the operator may look at another")
                .isEqualTo(ConversionFamily.PURCHASE);
        assertThat(model.figures().target(Metric.CPA)).as("was agreed for something else").isNull();
    }

    @Test
    void tellsSyncWhatIsLookedAtWithItsComparison() {
        model.activate();
        assertThat(desk.sync.calls).contains("look nordlys act_102938475610 28");
        model.refresh();
        assertThat(desk.sync.calls).contains("refresh act_102938475610 INSIGHTS",
                "refresh act_102938475610 CAMPAIGNS");
    }

    @Test
    void narrowsToOneCampaign() {
        model.activate();
        model.showCampaign(new GraphId("101"));
        assertThat(model.figures().now().value(Metric.SPEND).doubleValue()).isCloseTo(14 * 1231.9 * 0.056,
                org.assertj.core.data.Offset.offset(0.2));
        assertThat(model.figures().now().value(Metric.ROAS).doubleValue()).isCloseTo(8.28,
                org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void keepsRoasToPurchasesWhateverCountsAsTheConversion() {
        model.activate();
        model.countAsConversion(ConversionFamily.LEAD);
        assertThat(model.figures().kpis().get(Metric.CONVERSIONS).value()).isEqualByComparingTo("0");
        assertThat(model.figures().kpis().get(Metric.CPA).value()).isNull();
        assertThat(model.figures().kpis().get(Metric.ROAS).value().doubleValue()).isCloseTo(3.24,
                org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void readsAgainWhenNewsOfItsTopicsArrives() {
        model.activate();
        desk.insights.daily.clear();
        desk.events.publish(
                new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.AUDIENCES));
        assertThat(model.figures().delivered()).isTrue();
        desk.events.publish(
                new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.NETTBUTIKK.id(), Topic.INSIGHTS));
        assertThat(model.figures().delivered()).isTrue();
        desk.events.publish(new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.INSIGHTS));
        assertThat(model.figures().delivered()).isFalse();
    }

    @Test
    void listensToNothingOnceLeft() {
        model.activate();
        assertThat(desk.events.listeners()).isEqualTo(1);
        model.deactivate();
        assertThat(desk.events.listeners()).isZero();
    }

    @Test
    void dropsTheFiguresOfAnAccountThatWasLeft() {
        HeldTasks held = new HeldTasks();
        model = new PerformanceViewModel(desk.services(), held, desk.scope, Samples.CLOCK);
        model.activate();
        held.letGo();
        assertThat(model.figures()).isNotNull();
        desk.scope.show(on(Samples.NETTBUTIKK));
        assertThat(model.figures()).isNull();
        desk.scope.show(on(Samples.WEBSHOP));
        held.letGo();
        assertThat(model.figures().facts().account()).isEqualTo(Samples.WEBSHOP);
    }

    @Test
    void mergesNewsDuringAReadIntoOneMoreRead() {
        HeldTasks held = new HeldTasks();
        model = new PerformanceViewModel(desk.services(), held, desk.scope, Samples.CLOCK);
        model.activate();
        int waiting = held.waiting();
        for (int i = 0; i < 20; i++) {
            desk.events.publish(
                    new DeskEvent.DataChanged(Samples.NORDLYS.id(), Samples.WEBSHOP.id(), Topic.INSIGHTS));
        }
        assertThat(held.waiting()).isEqualTo(waiting);
        held.letGo();
        assertThat(model.figures()).isNotNull();
    }

    @Test
    void loadsABreakdownOnlyWhenItIsStaleOrForced() {
        BreakdownViewModel breakdown = new BreakdownViewModel(Breakdown.COUNTRY, new DirectTasks(), desk.scope,
                desk.insights);
        breakdown.activate();
        assertThat(desk.insights.loads).isEmpty();
        assertThat(breakdown.rowsProperty().get().value()).hasSize(10);
        breakdown.refresh();
        assertThat(desk.insights.loads).containsExactly("load COUNTRY forced");
        desk.insights.stale = true;
        breakdown.showBreakdown(Breakdown.DEVICE);
        assertThat(desk.insights.loads).containsExactly("load COUNTRY forced", "load DEVICE");
        assertThat(breakdown.loadingProperty().get()).isFalse();
    }

    @Test
    void keepsTheOldRowsWhenLoadingABreakdownFails() {
        desk.insights.stale = true;
        desk.insights.refusal = Problem.of(Problem.Kind.OFFLINE, "You are offline", "Check the network.");
        BreakdownViewModel breakdown = new BreakdownViewModel(Breakdown.COUNTRY, new DirectTasks(), desk.scope,
                desk.insights);
        breakdown.activate();
        assertThat(breakdown.rowsProperty().get().value()).hasSize(10);
        assertThat(breakdown.failureProperty().get()).isNotNull();
        assertThat(breakdown.loadingProperty().get()).isFalse();
    }

    private static Scope on(com.bizosaas.adsdesk.domain.AdAccount account) {
        Scope scope = Samples.scope();
        return new Scope(scope.tenant(), account, scope.preset(), scope.range(), scope.comparison());
    }
}
