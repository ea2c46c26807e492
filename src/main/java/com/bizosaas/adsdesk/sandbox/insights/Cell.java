package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Dice;
import java.util.List;

/// One combination of breakdown values.
///
/// @param values in the order of the breakdown's columns
/// @param share of an average ad's impressions
/// @param cost how much dearer than average an impression is here
/// @param click how much more often than average it is clicked
/// @param convert how much more often than average a click leads on
/// @param people share of all people who can be met here
record Cell(List<String> values, double share, double cost, double click, double convert, double people) {

    /// Shares an ad's facts out to cells. The parts of every metric add up to the whole, to the unit, and a cell without
    /// impressions has no clicks.
    static long[][] split(long[] facts, List<Cell> cells, long key) {
        int count = cells.size();
        long[][] parts = new long[count][Metric.COUNT];
        double[] weights = new double[count];
        for (int m = 0; m < Metric.COUNT; m++) {
            if (facts[m] == 0) {
                continue;
            }
            Metric metric = Metric.at(m);
            Metric driver = metric.driver();
            double total = 0;
            for (int c = 0; c < count; c++) {
                Cell cell = cells.get(c);
                weights[c] = driver == null
                        ? cell.share * (0.8 + 0.4 * Dice.unit(Dice.mix(key, c)))
                        : parts[c][driver.ordinal()] * cell.factor(metric.factor());
                total += weights[c];
            }
            share(facts[m], weights, total, parts, m);
        }
        return parts;
    }

    /// Rounds the running sum and not the parts, so that what is rounded away in one cell comes back in the next.
    private static void share(long whole, double[] weights, double total, long[][] parts, int metric) {
        double running = 0;
        long given = 0;
        for (int c = 0; c < weights.length; c++) {
            running += weights[c];
            long until = c == weights.length - 1 ? whole : Math.round(whole * (running / total));
            parts[c][metric] = until - given;
            given = until;
        }
    }

    private double factor(Metric.Factor factor) {
        return switch (factor) {
            case NONE -> 1;
            case COST -> cost;
            case CLICK -> click;
            case CONVERT -> convert;
        };
    }
}
