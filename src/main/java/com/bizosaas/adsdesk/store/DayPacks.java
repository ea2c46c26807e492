package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Daily facts of one level on their way into the store, packed by the day as they come: a hundred thousand of them wait in
/// some ten megabytes, where facts would take a hundred.
///
/// Not thread-safe.
public final class DayPacks implements Consumer<List<DailyFact>> {

    /// Facts of one part of a day.
    private static final int PART = 2000;

    private final Level level;
    private final SortedMap<LocalDate, Day> days = new TreeMap<>();

    private static final class Day {

        private final List<byte[]> parts = new ArrayList<>();
        private FactPack.Writer next = new FactPack.Writer();

        void add(DailyFact fact) {
            next.add(fact);
            if (next.count() == PART) {
                close();
            }
        }

        void close() {
            if (next.count() > 0) {
                parts.add(next.packed());
                next = new FactPack.Writer();
            }
        }
    }

    public DayPacks(Level level) {
        this.level = level;
    }

    /// @throws IllegalArgumentException if a fact is of another level
    @Override
    public void accept(List<DailyFact> facts) {
        for (DailyFact fact : facts) {
            if (fact.level() != level) {
                throw new IllegalArgumentException("A fact of another level than is read");
            }
            days.computeIfAbsent(fact.date(), _ -> new Day()).add(fact);
        }
    }

    Level level() {
        return level;
    }

    /// The parts of each day that has facts. Nothing can be added afterwards.
    Map<LocalDate, List<byte[]>> parts() {
        Map<LocalDate, List<byte[]>> all = new TreeMap<>();
        days.forEach((date, day) -> {
            day.close();
            all.put(date, day.parts);
        });
        return all;
    }
}
