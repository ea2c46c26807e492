package com.bizosaas.adsdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightPlanTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Instant NOW = Instant.parse("2026-11-02T05:00:00Z");
    private final InsightPlan plan = new InsightPlan(LOS_ANGELES, NOW, Duration.ofMinutes(15));

    private static LocalDate day(String text) {
        return LocalDate.parse("2026-" + text);
    }

    private static DateRange range(String since, String until) {
        return new DateRange(day(since), day(until));
    }

    @Test
    void countsDaysInTheAccountsZone() {
        assertThat(plan.today()).isEqualTo(day("11-01"));
        assertThat(plan.missing(range("10-30", "11-05"), Map.of(), false)).containsExactly(range("10-30", "11-01"));
    }

    @Test
    void readsTodayOftenAndClosedDaysRarely() {
        assertThat(plan.stale(day("11-01"), NOW.minus(Duration.ofMinutes(14)))).isFalse();
        assertThat(plan.stale(day("11-01"), NOW.minus(Duration.ofMinutes(15)))).isTrue();
        assertThat(plan.stale(day("10-31"), NOW.minus(Duration.ofHours(5)))).isFalse();
        assertThat(plan.stale(day("10-31"), NOW.minus(Duration.ofHours(6)))).isTrue();
    }

    @Test
    void readsOlderDaysOnceADayUntilTheyAreSettled() {
        assertThat(plan.stale(day("10-28"), NOW.minus(Duration.ofHours(23)))).isFalse();
        assertThat(plan.stale(day("10-28"), NOW.minus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void endsADayWhenTheAccountsClocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant lastMinute = Instant.parse("2026-10-25T22:59:00Z");
        InsightPlan sameDay = new InsightPlan(berlin, lastMinute, Duration.ofMinutes(15));
        assertThat(sameDay.today()).as("A day of 25 hours").isEqualTo(day("10-25"));
        InsightPlan nextDay = new InsightPlan(berlin, lastMinute.plusSeconds(3600), Duration.ofMinutes(15));
        assertThat(nextDay.stale(day("10-25"), lastMinute)).as("It was still running when it was read").isTrue();
        assertThat(nextDay.stale(day("10-25"), lastMinute.plusSeconds(120))).isFalse();
        // Midnight itself is skipped there: the day begins at one o'clock.
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        Instant beforeTheGap = Instant.parse("2026-04-23T21:59:00Z");
        assertThat(new InsightPlan(cairo, beforeTheGap, Duration.ZERO).today()).isEqualTo(day("04-23"));
        assertThat(new InsightPlan(cairo, beforeTheGap.plusSeconds(120), Duration.ZERO).today())
                .isEqualTo(day("04-24"));
    }

    @Test
    void readsADaySoonThatWasStillRunningWhenItWasRead() {
        Instant lateOnTheThirtyFirst = Instant.parse("2026-11-01T04:50:00Z");
        InsightPlan shortlyAfter = new InsightPlan(LOS_ANGELES, Instant.parse("2026-11-01T08:00:00Z"),
                Duration.ofMinutes(15));
        assertThat(shortlyAfter.stale(day("10-31"), lateOnTheThirtyFirst)).isTrue();
    }

    @Test
    void readsASettledDayNeverAgain() {
        Instant settled = Instant.parse("2026-10-02T08:00:00Z");
        assertThat(plan.stale(day("09-01"), settled)).isFalse();
        assertThat(plan.stale(day("09-01"), settled.minus(Duration.ofDays(10)))).isTrue();
    }

    @Test
    void bridgesShortStretchesOfFreshDays() {
        Map<LocalDate, Instant> read = new HashMap<>();
        range("10-01", "11-01").eachDay().forEach(day -> read.put(day, NOW.minusSeconds(60)));
        read.remove(day("10-03"));
        read.remove(day("10-06"));
        read.remove(day("10-20"));
        assertThat(plan.missing(range("10-01", "11-01"), read, false))
                .isEqualTo(List.of(range("10-03", "10-06"), range("10-20", "10-20")));
    }

    @Test
    void forcesAllButWhatIsSettled() {
        Map<LocalDate, Instant> read = new HashMap<>();
        range("09-25", "11-01").eachDay().forEach(day -> read.put(day, NOW.minusSeconds(60)));
        assertThat(plan.missing(range("09-25", "11-01"), read, true)).containsExactly(range("10-04", "11-01"));
        assertThat(plan.missing(range("09-25", "11-01"), read, false)).isEmpty();
    }

    @Test
    void staysWithinThirtySevenMonthsAndOutOfTheFuture() {
        DateRange old = new DateRange(LocalDate.parse("2020-01-01"), LocalDate.parse("2023-10-03"));
        assertThat(plan.possible(old))
                .isEqualTo(new DateRange(LocalDate.parse("2023-10-02"), LocalDate.parse("2023-10-03")));
        assertThat(plan.possible(range("11-02", "11-05"))).isNull();
    }
}
