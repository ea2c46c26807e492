package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Dice;
import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An ad set while a query runs: its ads with what they may deliver, and the people it can reach.
final class SetRun {

    /// An ad with its stretches of delivery, its rates and its share of the budget.
    record AdRun(Node node, SetRun set, Timeline timeline, Rates rates, double weight, long key) {
    }

    private static final double PEOPLE_PER_COUNTRY = 24_000_000;

    private final Node node;
    private final Result result;
    private final List<AdRun> ads = new ArrayList<>();
    private final double pool;
    private final double eagerness;
    private final double population;

    SetRun(Node node, long seed) {
        this.node = node;
        this.result = Result.of(node);
        long key = Dice.mix(seed, Dice.hash(node.id()));
        JsonNode targeting = node.fields().path("targeting");
        double size = Dice.unit(Dice.mix(key, 1));
        this.pool = targeting.has("custom_audiences") ? 9_000 + size * 60_000 : 160_000 + size * 1_900_000;
        this.eagerness = 1.08 + Dice.unit(Dice.mix(key, 2)) * 0.5;
        this.population = PEOPLE_PER_COUNTRY
                * Math.max(1, targeting.path("geo_locations").path("countries").size());
    }

    Node node() {
        return node;
    }

    Result result() {
        return result;
    }

    List<AdRun> ads() {
        return ads;
    }

    double population() {
        return population;
    }

    /// People reached by so many impressions. It grows ever more slowly, so that the reach of two days is never more
    /// than the sum of theirs and never less than the larger one.
    ///
    /// @param share of the people that a breakdown's row is about
    double reach(long impressions, double share) {
        double people = pool * share;
        return people * -Math.expm1(-impressions / (eagerness * people));
    }

    /// The ad set's own budget for a day, in minor units; 0 where the campaign holds the budget.
    double dailyBudget(Instant at) {
        return dailyBudget(node, "end_time", at);
    }

    static double dailyBudget(Node node, String end, Instant at) {
        double daily = amount(History.textAt(node, "daily_budget", at));
        if (daily > 0) {
            return daily;
        }
        double lifetime = amount(History.textAt(node, "lifetime_budget", at));
        if (lifetime <= 0) {
            return 0;
        }
        long start = Timeline.second(node, "start_time", 0);
        long stop = Timeline.second(node, end, start + 30 * 86_400L);
        return lifetime / Math.max(1, (stop - start) / 86_400.0);
    }

    private static double amount(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
