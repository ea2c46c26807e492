package com.bizosaas.adsdesk.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Conversion.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The golden vectors G1 to G15 of the metric definitions.
class GoldenVectorsTest {

    private static final String PIXEL_PURCHASE = "offsite_conversion.fb_pixel_purchase";

    @Test
    void g1RealSampleGivesItsRatiosFromItsCounts() {
        Facts facts = new Facts(283671, 5185, 0, 0, new BigDecimal("11178.61"), null,
                Map.of("omni_purchase", new BigDecimal("31")), Map.of());
        Totals totals = totals(ConversionFamily.PURCHASE, facts);
        assertThat(shown(Metric.CTR_ALL, totals)).isEqualTo("1.83");
        assertThat(shown(Metric.CPC_ALL, totals)).isEqualTo("2.16");
        assertThat(shown(Metric.CPM, totals)).isEqualTo("39.41");
        assertThat(shown(Metric.CPA, totals)).isEqualTo("360.60");
        assertThat(totals.conversions()).isEqualByComparingTo("31");
    }

    @Test
    void g2ValueReportedUnderTwoNamesCountsOnce() {
        Facts facts = new Facts(10, 1, 1, 0, BigDecimal.ONE, null, Map.of(),
                Map.of("omni_purchase", new BigDecimal("31.02"),
                        "purchase", new BigDecimal("31.02")));
        assertThat(totals(ConversionFamily.PURCHASE, facts).value()).isEqualByComparingTo("31.02");
    }

    @Test
    void g3LeadsUnderTwoNamesCountOnce() {
        Facts facts = actions(Map.of("lead", "5", "offsite_conversion.fb_pixel_lead", "5"));
        assertThat(totals(ConversionFamily.LEAD, facts).conversions()).isEqualByComparingTo("5");
    }

    @Test
    void g4LeavesAddUpWhereNothingAboveThemIsReported() {
        Facts facts = actions(Map.of(PIXEL_PURCHASE, "4", "onsite_conversion.purchase", "2"));
        assertThat(totals(ConversionFamily.PURCHASE, facts).conversions()).isEqualByComparingTo("6");
    }

    @Test
    void g5TiersAreChosenDayByDayAndTheLineageSaysSo() {
        Facts monday = actions(Map.of(PIXEL_PURCHASE, "4"));
        Facts tuesday = actions(Map.of("omni_purchase", "3", "purchase", "3", PIXEL_PURCHASE, "2"));
        Totals totals = totals(ConversionFamily.PURCHASE, monday, tuesday);
        assertThat(totals.conversions()).isEqualByComparingTo("7");
        assertThat(totals.tiers()).containsExactlyInAnyOrderEntriesOf(Map.of(Tier.LEAVES, 1, Tier.OMNI, 1));
    }

    @Test
    void g6NothingDeliveredHasNoRatios() {
        Totals totals = totals(ConversionFamily.PURCHASE, facts(0, 0, "0"));
        assertThat(List.of(Metric.CTR_ALL, Metric.CTR_LINK, Metric.CPC_ALL, Metric.CPC_LINK, Metric.CPM, Metric.ROAS))
                .allSatisfy(metric -> assertThat(metric.of(totals)).isNull());
    }

    @Test
    void g7SpendWithoutPurchasesHasNoCostPerResultButAReturnOfZero() {
        Totals totals = totals(ConversionFamily.PURCHASE, facts(1000, 10, "50.00"));
        assertThat(Metric.CPA.of(totals)).isNull();
        assertThat(shown(Metric.ROAS, totals)).isEqualTo("0.00");
        assertThat(totals.spendWithoutResult()).isTrue();
    }

    @Test
    void g8LateValueWithoutSpendHasNoReturn() {
        Facts facts = new Facts(0, 0, 0, 0, BigDecimal.ZERO, null, Map.of(),
                Map.of("omni_purchase", new BigDecimal("120.00")));
        Totals totals = totals(ConversionFamily.PURCHASE, facts);
        assertThat(Metric.ROAS.of(totals)).isNull();
        assertThat(totals.spendWithoutResult()).isFalse();
    }

    @Test
    void g9RatiosOfSumsAreNotMeansOfRatios() {
        Totals totals = totals(ConversionFamily.PURCHASE, facts(100, 10, "1"), facts(900, 0, "1"));
        assertThat(shown(Metric.CTR_ALL, totals)).isEqualTo("1.00");
    }

    @Test
    void g10YenAreWholeForTheApi() {
        assertThat(Money.of("5000", AdCurrency.of("JPY")).minorUnits()).isEqualTo(5000);
    }

    @Test
    void g11DinarsAreHundredthsForTheApiWhateverJavaSays() {
        assertThat(Money.of("50.00", AdCurrency.of("BHD")).minorUnits()).isEqualTo(5000);
    }

    @Test
    void g12ForintAreWholeForTheApiWhateverJavaSays() {
        assertThat(Money.of("12000", AdCurrency.of("HUF")).minorUnits()).isEqualTo(12000);
    }

    @Test
    void g13ReachIsTheRangesOwnAndFrequencyFollowsIt() {
        Totals days = totals(ConversionFamily.PURCHASE, reach(900, 600L), reach(900, 600L));
        assertThat(Metric.REACH.of(days)).isNull();
        assertThat(Metric.FREQUENCY.of(days)).isNull();
        Totals range = totals(ConversionFamily.PURCHASE, reach(1800, 900L));
        assertThat(Metric.REACH.of(range)).isEqualByComparingTo("900");
        assertThat(shown(Metric.FREQUENCY, range)).isEqualTo("2.00");
    }

    @Test
    void g14ABudgetEqualToTheGuardrailIsAllowed() {
        AdCurrency euro = AdCurrency.of("EUR");
        Money guardrail = Money.of("250", euro);
        assertThat(Money.ofMinor("25000", euro)).isEqualByComparingTo(guardrail);
        assertThat(SpendLimits.within(Money.ofMinor("25000", euro), guardrail)).isTrue();
        assertThat(SpendLimits.within(Money.ofMinor("25001", euro), guardrail)).isFalse();
    }

    @Test
    void g15SpendUpToSeventyFivePerCentOverTheDailyBudgetIsNoOverspend() {
        AdCurrency euro = AdCurrency.of("EUR");
        Money budget = Money.of("100", euro);
        assertThat(SpendLimits.overspent(Money.of("170", euro), budget)).isFalse();
        assertThat(SpendLimits.overspent(Money.of("175", euro), budget)).isFalse();
        assertThat(SpendLimits.overspent(Money.of("180", euro), budget)).isTrue();
    }

    private static final Map<String, String> MIXED = Map.of("omni_purchase", "7", "purchase", "6", PIXEL_PURCHASE, "4",
            "lead", "5", "offsite_conversion.fb_pixel_lead", "5", "offsite_conversion.fb_pixel_custom", "9",
            "offsite_conversion.custom.111", "3", "offsite_conversion.custom.222", "2", "own_event", "8");

    @Test
    void agreedTypesOfSeveralFamiliesAddUpAndNoneCountsTwice() {
        assertThat(agreed("purchase", "lead")).as("7 by all channels and 5, not 6 + 7 + 4 + 5 + 5").isEqualTo("12");
        assertThat(agreed("purchase", PIXEL_PURCHASE, "omni_purchase")).as("three names of one event").isEqualTo("7");
        assertThat(agreed(PIXEL_PURCHASE)).as("one channel alone").isEqualTo("4");
        assertThat(agreed(PIXEL_PURCHASE, "offsite_conversion.fb_pixel_lead")).isEqualTo("9");
        assertThat(agreed("own_event", "lead")).isEqualTo("13");
        assertThat(agreed("unheard_of")).isEqualTo("0");
    }

    @Test
    void customConversionsCountAsTheGroupOrItsMembers() {
        assertThat(agreed("offsite_conversion.custom.111")).isEqualTo("3");
        assertThat(agreed("offsite_conversion.custom.111", "offsite_conversion.custom.222")).isEqualTo("5");
        assertThat(agreed("offsite_conversion.fb_pixel_custom")).isEqualTo("9");
        assertThat(agreed("offsite_conversion.fb_pixel_custom", "offsite_conversion.custom.111"))
                .as("the group holds its members").isEqualTo("9");
        assertThat(AgreedConversion.held(List.of("offsite_conversion.fb_pixel_custom", "offsite_conversion.custom.111",
                "lead"))).containsExactly(Map.entry("offsite_conversion.custom.111",
                        "offsite_conversion.fb_pixel_custom"));
        Conversion group = AgreedConversion.of(List.of("offsite_conversion.fb_pixel_custom")).orElseThrow();
        Facts members = actions(Map.of("offsite_conversion.custom.1", "2", "offsite_conversion.custom.2", "3"));
        assertThat(totals(group, members).conversions()).as("where the group is not reported")
                .isEqualByComparingTo("5");
    }

    @Test
    void whatNamesOneFamilyIsThatFamily() {
        assertThat(AgreedConversion.of(List.of("purchase"))).contains(ConversionFamily.PURCHASE);
        assertThat(AgreedConversion.of(List.of("omni_lead", "offsite_conversion.fb_pixel_lead")))
                .contains(ConversionFamily.LEAD);
        assertThat(AgreedConversion.of(List.of())).isEmpty();
        assertThat(AgreedConversion.of(List.of(PIXEL_PURCHASE))).get().isInstanceOf(AgreedConversion.class);
        assertThat(AgreedConversion.of(List.of("lead", "purchase")))
                .isEqualTo(AgreedConversion.of(List.of("purchase", "lead")));
    }

    @Test
    void costAndLineageFollowWhatWasAgreed() {
        Conversion agreed = AgreedConversion.of(List.of("purchase", "offsite_conversion.custom.111")).orElseThrow();
        Facts day = new Facts(1000, 10, 10, 0, new BigDecimal("150.00"), null,
                Map.of("omni_purchase", new BigDecimal("7"), "offsite_conversion.custom.111", new BigDecimal("3")),
                Map.of("omni_purchase", new BigDecimal("310.5"), "offsite_conversion.custom.111",
                        new BigDecimal("20")));
        Totals totals = totals(agreed, day);
        assertThat(shown(Metric.CPA, totals)).isEqualTo("15.00");
        assertThat(totals.value()).isEqualByComparingTo("330.5");
        assertThat(totals.tiers()).containsExactly(Map.entry(Tier.LEAVES, 1));
    }

    private static String agreed(String... types) {
        return totals(AgreedConversion.of(List.of(types)).orElseThrow(), actions(MIXED)).conversions().toPlainString();
    }

    private static Totals totals(Conversion family, Facts... facts) {
        return Totals.of(List.of(facts), family);
    }

    private static Facts facts(long impressions, long clicks, String spend) {
        return new Facts(impressions, clicks, clicks, 0, new BigDecimal(spend), null, Map.of(), Map.of());
    }

    private static Facts reach(long impressions, @Nullable Long reach) {
        return new Facts(impressions, 1, 1, 0, BigDecimal.ONE, reach, Map.of(), Map.of());
    }

    private static Facts actions(Map<String, String> actions) {
        Map<String, BigDecimal> values = new java.util.HashMap<>();
        actions.forEach((type, value) -> values.put(type, new BigDecimal(value)));
        return new Facts(100, 10, 10, 0, BigDecimal.TEN, null, values, Map.of());
    }

    private static String shown(Metric metric, Totals totals) {
        BigDecimal value = metric.of(totals);
        return value == null ? "—" : value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
