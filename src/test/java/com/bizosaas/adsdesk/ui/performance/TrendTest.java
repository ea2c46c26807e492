package com.bizosaas.adsdesk.ui.performance;

import static com.bizosaas.adsdesk.ui.performance.FactsOf.day;
import static com.bizosaas.adsdesk.ui.performance.FactsOf.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-14");

    @Test
    void putsEachDayBesideTheDayItIsComparedWith() {
        Trend trend = Trend.of(Grain.DAY, range("2026-04-12", "2026-04-13"), range("2026-04-10", "2026-04-11"),
                List.of(fact("2026-04-12", "10"), fact("2026-04-13", "20")),
                List.of(fact("2026-04-10", "5"), fact("2026-04-11", "8")), ConversionFamily.PURCHASE, TODAY);
        assertThat(trend.buckets()).extracting(bucket -> bucket.figures().value(Metric.SPEND).intValue())
                .containsExactly(10, 20);
        assertThat(trend.buckets()).extracting(bucket -> bucket.before().value(Metric.SPEND).intValue())
                .containsExactly(5, 8);
        assertThat(trend.buckets().get(1).beforeSince()).isEqualTo("2026-04-11");
    }

    @Test
    void cutsWeeksAtMondaysAndKeepsThePartsAtBothEnds() {
        Trend trend = Trend.of(Grain.WEEK, range("2026-04-03", "2026-04-14"), null,
                List.of(fact("2026-04-03", "1"), fact("2026-04-05", "2"), fact("2026-04-06", "4"),
                        fact("2026-04-12", "8"), fact("2026-04-13", "16")),
                List.of(), ConversionFamily.PURCHASE, TODAY);
        assertThat(trend.buckets())
                .extracting(bucket -> bucket.since() + " to " + bucket.until() + ": "
                        + bucket.figures().value(Metric.SPEND) + (bucket.running() ? " so far" : ""))
                .containsExactly("2026-04-03 to 2026-04-05: 3", "2026-04-06 to 2026-04-12: 12",
                        "2026-04-13 to 2026-04-14: 16 so far");
        assertThat(trend.buckets()).allMatch(bucket -> bucket.before() == null);
    }

    @Test
    void ratiosOfAWeekAreRatiosOfSums() {
        DailyFact busy = day(Level.ACCOUNT, "act_1", "2026-04-06", row(900, 0, "90", "0", "0"));
        DailyFact quiet = day(Level.ACCOUNT, "act_1", "2026-04-07", row(100, 10, "10", "0", "0"));
        Trend trend = Trend.of(Grain.WEEK, range("2026-04-06", "2026-04-12"), null, List.of(busy, quiet), List.of(),
                ConversionFamily.PURCHASE, TODAY);
        assertThat(trend.buckets().getFirst().figures().value(Metric.CTR_LINK)).isEqualByComparingTo("1");
    }

    @Test
    void aDayWithoutDeliveryHasZeroCountsAndNoRatios() {
        Trend trend = Trend.of(Grain.DAY, range("2026-04-12", "2026-04-12"), null, List.of(), List.of(),
                ConversionFamily.PURCHASE, TODAY);
        Figures nothing = trend.buckets().getFirst().figures();
        assertThat(nothing.value(Metric.SPEND)).isEqualByComparingTo("0");
        assertThat(nothing.value(Metric.ROAS)).isNull();
        assertThat(nothing.value(Metric.CTR_LINK)).isNull();
    }

    private static DailyFact fact(String date, String spend) {
        return day(Level.ACCOUNT, "act_1", date, row(1000, 10, spend, "1", "50"));
    }

    private static DateRange range(String since, String until) {
        return new DateRange(LocalDate.parse(since), LocalDate.parse(until));
    }
}
