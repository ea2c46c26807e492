package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Daily facts by object id. Ids of all three levels differ, so one index holds them all.
final class FactIndex {

    static final FactIndex EMPTY = new FactIndex(List.of());

    private final Map<String, List<DailyFact>> byObject = new HashMap<>();

    FactIndex(Collection<DailyFact> facts) {
        for (DailyFact fact : facts) {
            byObject.computeIfAbsent(fact.objectId(), _ -> new ArrayList<>()).add(fact);
        }
        byObject.values().forEach(days -> days.sort(Comparator.comparing(DailyFact::date)));
    }

    /// Facts of the days of a range, oldest first.
    List<Facts> in(RowKey key, DateRange range) {
        List<Facts> inside = new ArrayList<>();
        for (DailyFact fact : of(key)) {
            if (range.contains(fact.date())) {
                inside.add(fact.facts());
            }
        }
        return inside;
    }

    /// Spend of each day, zero on days without delivery; empty if nothing was reported on any of them.
    List<BigDecimal> spend(RowKey key, DateRange range) {
        BigDecimal[] days = new BigDecimal[Math.toIntExact(range.days())];
        boolean any = false;
        for (DailyFact fact : of(key)) {
            if (range.contains(fact.date())) {
                days[Math.toIntExact(fact.date().toEpochDay() - range.since().toEpochDay())] = fact.facts().spend();
                any = true;
            }
        }
        if (!any) {
            return List.of();
        }
        List<BigDecimal> spend = new ArrayList<>(days.length);
        for (BigDecimal day : days) {
            spend.add(day == null ? BigDecimal.ZERO : day);
        }
        return spend;
    }

    Map<LocalDate, Facts> byDay(RowKey key, DateRange range) {
        Map<LocalDate, Facts> days = new HashMap<>();
        for (DailyFact fact : of(key)) {
            if (range.contains(fact.date())) {
                days.put(fact.date(), fact.facts());
            }
        }
        return days;
    }

    private List<DailyFact> of(RowKey key) {
        return byObject.getOrDefault(key.id().value(), List.of());
    }
}
