package com.bizosaas.adsdesk.domain.metrics;

import com.bizosaas.adsdesk.domain.DateRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How fast a budget is spent: what was spent beside what was to be spent by then (product metrics 6.2, "Pacing %"). Of
/// several objects it is the ratio of their sums, never a mean.
///
/// Days are days of the ad account. Only days that are over count, for figures of the day that goes on say nothing.
///
/// @param spent major units
/// @param expected major units of the same currency, above zero
public record Pacing(BigDecimal spent, BigDecimal expected) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Pacing {
        if (expected.signum() <= 0) {
            throw new IllegalArgumentException("Pacing needs something that is expected");
        }
    }

    /// The days of a range that a daily budget counts for: those that are over, from the first that its schedule held from
    /// the beginning to the last it touches.
    ///
    /// @param start of the schedule, null for one that has always been
    /// @param end of the schedule, null for none
    /// @return null where there is no such day yet
    public static @Nullable DateRange wholeDays(DateRange range, ZoneId zone, Instant now, @Nullable Instant start,
            @Nullable Instant end) {
        LocalDate since = later(range.since(), start == null ? range.since() : firstWhole(start, zone));
        LocalDate until = earlier(range.until(), now.atZone(zone).toLocalDate().minusDays(1));
        if (end != null) {
            until = earlier(until, end.minusNanos(1).atZone(zone).toLocalDate());
        }
        return until.isBefore(since) ? null : new DateRange(since, until);
    }

    /// The first day that a schedule holds from its beginning on.
    public static LocalDate firstWhole(Instant start, ZoneId zone) {
        LocalDate day = start.atZone(zone).toLocalDate();
        return day.atStartOfDay(zone).toInstant().equals(start) ? day : day.plusDays(1);
    }

    /// Of a daily budget.
    ///
    /// @param spent on those days
    /// @return null for a budget of nothing
    public static @Nullable Pacing daily(BigDecimal budget, long days, BigDecimal spent) {
        return of(spent, budget.multiply(BigDecimal.valueOf(days)));
    }

    /// Of a lifetime budget: the share of its schedule that was over with the last day that counts.
    ///
    /// @param spent from the first day of the schedule on
    /// @param last the last day that counts
    /// @return null before there is a day to speak of
    public static @Nullable Pacing lifetime(BigDecimal budget, BigDecimal spent, Instant start, Instant end,
            LocalDate last, ZoneId zone) {
        Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
        Duration whole = Duration.between(start, end);
        Duration elapsed = Duration.between(start, until.isBefore(end) ? until : end);
        if (whole.compareTo(Duration.ZERO) <= 0 || elapsed.compareTo(Duration.ZERO) <= 0
                || last.equals(start.atZone(zone).toLocalDate()) && until.isBefore(end)) {
            return null;
        }
        return of(spent, budget.multiply(BigDecimal.valueOf(elapsed.toSeconds()))
                .divide(BigDecimal.valueOf(whole.toSeconds()), MathContext.DECIMAL64));
    }

    private static @Nullable Pacing of(BigDecimal spent, BigDecimal expected) {
        return expected.signum() <= 0 ? null : new Pacing(spent, expected);
    }

    /// Of both together; their money is of one currency.
    public Pacing plus(Pacing other) {
        return new Pacing(spent.add(other.spent), expected.add(other.expected));
    }

    /// 100 for what is spent as it was to be.
    public BigDecimal percent() {
        return spent.multiply(HUNDRED).divide(expected, 1, RoundingMode.HALF_UP);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
