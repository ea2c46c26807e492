package com.bizosaas.adsdesk.sandbox.insights;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// The sum behind one row. People are no sum: they are worked out from the impressions of each ad set.
final class Totals {

    private final long[] metrics = new long[Metric.COUNT];
    private final Map<SetRun, long[]> impressions = new HashMap<>();
    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final double people;

    /// @param people share of all people that the row is about: 1 without a breakdown
    Totals(double people) {
        this.people = people;
    }

    void add(SetRun set, long[] facts) {
        for (int m = 0; m < facts.length; m++) {
            metrics[m] += facts[m];
        }
        impressions.computeIfAbsent(set, _ -> new long[1])[0] += facts[Metric.IMPRESSIONS.ordinal()];
        results.merge(set.result(), facts[set.result().metric().ordinal()], Long::sum);
    }

    void add(Totals other) {
        for (int m = 0; m < metrics.length; m++) {
            metrics[m] += other.metrics[m];
        }
        other.impressions.forEach((set, seen) -> impressions.computeIfAbsent(set, _ -> new long[1])[0] += seen[0]);
        other.results.forEach((result, count) -> results.merge(result, count, Long::sum));
    }

    long get(Metric metric) {
        return metrics[metric.ordinal()];
    }

    Map<Result, Long> results() {
        return results;
    }

    /// People who saw it at least once; audiences of different ad sets overlap as chance has it.
    long reach() {
        double missed = 1;
        double population = 0;
        for (SetRun set : impressions.keySet()) {
            population = Math.max(population, set.population());
        }
        population *= people;
        double only = 0;
        for (Map.Entry<SetRun, long[]> entry : impressions.entrySet()) {
            only = entry.getKey().reach(entry.getValue()[0], people);
            missed *= 1 - Math.min(1, only / population);
        }
        double reached = impressions.size() == 1 ? only : population * (1 - missed);
        return Math.clamp(Math.round(reached), 1, Math.max(1, get(Metric.IMPRESSIONS)));
    }
}
