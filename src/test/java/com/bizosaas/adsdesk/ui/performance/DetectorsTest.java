package com.bizosaas.adsdesk.ui.performance;

import static com.bizosaas.adsdesk.ui.performance.FactsOf.day;
import static com.bizosaas.adsdesk.ui.performance.FactsOf.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Issue;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-13");

    @Test
    void seesAClickRateThatFellByAFifth() {
        List<Finding> findings = find(sales("1", EffectiveStatus.ACTIVE), week("1", 10_000, 200, "100"),
                day(Level.CAMPAIGN, "1", "2026-04-13", row(10_000, 160, "100", "5", "300")));
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Moved.class, moved -> {
            assertThat(moved.metric()).isEqualTo(Metric.CTR_LINK);
            assertThat(moved.change()).isEqualByComparingTo("-0.2");
            assertThat(moved.base()).isEqualByComparingTo("2");
        });
    }

    @Test
    void seesAPriceThatRoseByAThird() {
        List<Finding> findings = find(sales("1", EffectiveStatus.ACTIVE), week("1", 10_000, 200, "100"),
                day(Level.CAMPAIGN, "1", "2026-04-13", row(10_000, 200, "133", "5", "300")));
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Moved.class,
                moved -> assertThat(moved.metric()).isEqualTo(Metric.CPM));
    }

    @Test
    void keepsQuietAboutSmallSamplesAndPausedCampaigns() {
        DailyFact few = day(Level.CAMPAIGN, "1", "2026-04-13", row(999, 1, "10", "1", "30"));
        assertThat(find(sales("1", EffectiveStatus.ACTIVE), week("1", 10_000, 200, "100"), few)).isEmpty();
        DailyFact bad = day(Level.CAMPAIGN, "1", "2026-04-13", row(10_000, 10, "500", "1", "30"));
        assertThat(find(sales("1", EffectiveStatus.PAUSED), week("1", 10_000, 200, "100"), bad)).isEmpty();
        assertThat(find(sales("1", EffectiveStatus.ACTIVE), week("1", 10_000, 200, "100").subList(0, 2), bad))
                .isEmpty();
    }

    @Test
    void seesSpendWithoutAResultOnceItIsTwiceTheUsualCost() {
        AdStructure two = new AdStructure(
                List.of(sales("1", EffectiveStatus.ACTIVE), sales("2", EffectiveStatus.ACTIVE)), List.of(), List.of());
        DailyFact usual = day(Level.CAMPAIGN, "1", "2026-04-12", row(500, 10, "100", "10", "300"));
        DailyFact none = day(Level.CAMPAIGN, "2", "2026-04-12", row(500, 10, "30", "0", "0"));
        assertThat(Detectors.find(two, DAY, List.of(), List.of(usual, none), ConversionFamily.PURCHASE, null))
                .singleElement().isInstanceOfSatisfying(Finding.NoResult.class, found -> {
                    assertThat(found.campaign()).isEqualTo(new GraphId("2"));
                    assertThat(found.usual()).isEqualByComparingTo("13");
                });
        DailyFact little = day(Level.CAMPAIGN, "2", "2026-04-12", row(500, 10, "20", "0", "0"));
        assertThat(Detectors.find(two, DAY, List.of(), List.of(usual, little), ConversionFamily.PURCHASE, null))
                .isEmpty();
    }

    @Test
    void judgesCostByWhatWasAgreed() {
        AdStructure two = new AdStructure(
                List.of(sales("1", EffectiveStatus.ACTIVE), sales("2", EffectiveStatus.ACTIVE)), List.of(), List.of());
        DailyFact dear = day(Level.CAMPAIGN, "1", "2026-04-12", row(500, 10, "200", "10", "300"));
        DailyFact none = day(Level.CAMPAIGN, "2", "2026-04-12", row(500, 10, "30", "0", "0"));
        List<Finding> findings = Detectors.find(two, DAY, List.of(), List.of(dear, none), ConversionFamily.PURCHASE,
                new BigDecimal("15"));
        assertThat(findings).hasSize(2);
        assertThat(findings.getFirst()).isInstanceOfSatisfying(Finding.NoResult.class,
                found -> assertThat(found.agreed()).isTrue());
        assertThat(findings.getLast()).isInstanceOfSatisfying(Finding.TooDear.class,
                found -> assertThat(found.cost()).isEqualByComparingTo("20"));
        assertThat(Detectors.find(two, DAY, List.of(), List.of(dear), ConversionFamily.PURCHASE,
                new BigDecimal("16"))).as("up to 30% above it").isEmpty();
    }

    @Test
    void showsRejectedAdsFirstWithFacebooksReason() {
        Ad rejected = ad(Status.ACTIVE, EffectiveStatus.DISAPPROVED);
        AdStructure structure = new AdStructure(List.of(sales("1", EffectiveStatus.ACTIVE)), List.of(),
                List.of(rejected, ad(Status.PAUSED, EffectiveStatus.DISAPPROVED)));
        List<DailyFact> recent = new ArrayList<>(week("1", 10_000, 200, "100"));
        recent.add(day(Level.CAMPAIGN, "1", "2026-04-13", row(10_000, 100, "100", "5", "300")));
        List<Finding> findings = Detectors.find(structure, DAY, recent, List.of(), ConversionFamily.PURCHASE, null);
        assertThat(findings).hasSize(2);
        assertThat(findings.getFirst()).isEqualTo(
                new Finding.Rejected(new GraphId("1"), "Image", "The claim is not proven."));
    }

    private static List<Finding> find(Campaign campaign, List<DailyFact> before, DailyFact last) {
        List<DailyFact> recent = new ArrayList<>(before);
        recent.add(last);
        return Detectors.find(new AdStructure(List.of(campaign), List.of(), List.of()), DAY, recent, List.of(),
                ConversionFamily.PURCHASE, null);
    }

    private static List<DailyFact> week(String id, long impressions, long clicks, String spend) {
        return Detectors.needed(DAY).eachDay().subList(0, 7).stream()
                .map(date -> day(Level.CAMPAIGN, id, date.toString(), row(impressions, clicks, spend, "5", "300")))
                .toList();
    }

    private static Campaign sales(String id, EffectiveStatus status) {
        return new Campaign(new GraphId(id), "Campaign " + id, Objective.SALES, Status.ACTIVE, status, null, null,
                List.of(), null, null, null, null, List.of());
    }

    private static Ad ad(Status status, EffectiveStatus effective) {
        return new Ad(new GraphId("9"), new GraphId("1"), new GraphId("5"), "Image", status, effective, null, null,
                null, List.of(new Issue("1", "Rejected", "The claim is not proven.", true)));
    }
}
