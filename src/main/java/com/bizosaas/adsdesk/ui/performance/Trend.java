package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A range cut into days or weeks, each beside the days it is compared with.
///
/// A day without a row had no delivery: its counts are zero and its ratios have no value.
///
/// @param compared whether there is a comparison at all
public record Trend(Grain grain, List<Bucket> buckets, boolean compared) {

    /// One point of the chart.
    ///
    /// @param since first day, within the range
    /// @param until last day, within the range
    /// @param before the figures compared with, null without a comparison
    /// @param beforeSince first day compared with, null without a comparison
    /// @param running whether the point holds the account's present day, which is not over
    public record Bucket(LocalDate since, LocalDate until, Figures figures, @Nullable Figures before,
            @Nullable LocalDate beforeSince, boolean running) {
    }

    public Trend {
        buckets = List.copyOf(buckets);
    }

    /// @param today the account's present day
    public static Trend of(Grain grain, DateRange range, @Nullable DateRange comparison, Collection<DailyFact> now,
            Collection<DailyFact> before, Conversion family, LocalDate today) {
        Map<LocalDate, List<Facts>> days = byDay(now);
        Map<LocalDate, List<Facts>> past = byDay(before);
        List<Bucket> buckets = new ArrayList<>();
        for (LocalDate since = range.since(); !since.isAfter(range.until());) {
            LocalDate until = end(grain, since, range.until());
            DateRange span = new DateRange(since, until);
            Figures previous = null;
            LocalDate previousSince = null;
            if (comparison != null) {
                long back = ChronoUnit.DAYS.between(comparison.since(), range.since());
                previousSince = since.minusDays(back);
                previous = figures(new DateRange(previousSince, until.minusDays(back)), past, family);
            }
            buckets.add(new Bucket(since, until, figures(span, days, family), previous, previousSince,
                    span.contains(today)));
            since = until.plusDays(1);
        }
        return new Trend(grain, buckets, comparison != null);
    }

    private static LocalDate end(Grain grain, LocalDate since, LocalDate last) {
        LocalDate end = grain == Grain.DAY ? since : since.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return end.isAfter(last) ? last : end;
    }

    private static Map<LocalDate, List<Facts>> byDay(Collection<DailyFact> facts) {
        Map<LocalDate, List<Facts>> days = new HashMap<>();
        for (DailyFact fact : facts) {
            days.computeIfAbsent(fact.date(), _ -> new ArrayList<>()).add(fact.facts());
        }
        return days;
    }

    private static Figures figures(DateRange span, Map<LocalDate, List<Facts>> days, Conversion family) {
        List<Facts> rows = span.eachDay().stream().flatMap(day -> days.getOrDefault(day, List.of()).stream()).toList();
        return Figures.of(rows, family);
    }
}
