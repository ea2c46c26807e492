package com.bizosaas.adsdesk.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Daily and lifetime budgets have an arithmetic of their own, the first day is unknown and the last one counts.
class PacingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateRange MARCH = new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Test
    void aDailyBudgetCountsForTheDaysThatAreOver() {
        Instant noon = Instant.parse("2026-03-11T11:00:00Z");
        assertThat(days(noon, null, null))
                .isEqualTo(new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10)));
        assertThat(days(noon, "2026-03-05T09:00:00Z", null)).as("a day that began without it does not count")
                .isEqualTo(new DateRange(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 10)));
        assertThat(days(noon, "2026-03-04T23:00:00Z", null)).as("midnight in Berlin")
                .isEqualTo(new DateRange(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 10)));
        assertThat(days(noon, "2026-03-10T12:00:00Z", null)).as("the first day is unknown").isNull();
        assertThat(days(noon, null, "2026-03-08T17:00:00Z")).as("the last day counts")
                .isEqualTo(new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 8)));
        assertThat(days(noon, null, "2026-03-07T23:00:00Z")).as("an end at midnight is the end of the day before")
                .isEqualTo(new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7)));
        assertThat(Pacing.daily(new BigDecimal("70"), 10, new BigDecimal("735")).percent()).isEqualByComparingTo("105");
        assertThat(Pacing.daily(BigDecimal.ZERO, 10, BigDecimal.ONE)).isNull();
    }

    @Test
    void aLifetimeBudgetCountsByTheShareOfItsSchedule() {
        Instant start = Instant.parse("2026-03-01T23:00:00Z");
        Instant end = Instant.parse("2026-03-11T23:00:00Z");
        Pacing after = Pacing.lifetime(new BigDecimal("1000"), new BigDecimal("360"), start, end,
                LocalDate.of(2026, 3, 5),
                BERLIN);
        assertThat(after.expected()).as("four days of ten").isEqualByComparingTo("400");
        assertThat(after.percent()).isEqualByComparingTo("90");
        assertThat(
                Pacing.lifetime(new BigDecimal("1000"), BigDecimal.ONE, start, end, LocalDate.of(2026, 3, 2), BERLIN))
                .as("the first day").isNull();
        assertThat(
                Pacing.lifetime(new BigDecimal("1000"), new BigDecimal("1000"), start, end, LocalDate.of(2026, 3, 20),
                        BERLIN).percent())
                .as("no more than all of it").isEqualByComparingTo("100");
        assertThat(
                Pacing.lifetime(new BigDecimal("1000"), BigDecimal.ONE, end, start, LocalDate.of(2026, 3, 20), BERLIN))
                .isNull();
    }

    @Test
    void anHourThatSpringTakesDoesNotCount() {
        Instant start = LocalDate.of(2026, 3, 28).atStartOfDay(BERLIN).toInstant();
        Instant end = LocalDate.of(2026, 3, 30).atStartOfDay(BERLIN).toInstant();
        Pacing last = Pacing.lifetime(new BigDecimal("47"), BigDecimal.ONE, start, end, LocalDate.of(2026, 3, 29),
                BERLIN);
        assertThat(last.expected()).isEqualByComparingTo("47");
    }

    @Test
    void ofSeveralItIsTheRatioOfTheirSums() {
        Pacing sum = new Pacing(new BigDecimal("90"), new BigDecimal("100"))
                .plus(new Pacing(new BigDecimal("10"), new BigDecimal("900")));
        assertThat(sum.percent()).isEqualByComparingTo("10");
        assertThatThrownBy(() -> new Pacing(BigDecimal.ONE, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DateRange days(Instant now, String start, String end) {
        return Pacing.wholeDays(MARCH, BERLIN, now, start == null ? null : Instant.parse(start),
                end == null ? null : Instant.parse(end));
    }
}
