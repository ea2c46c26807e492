package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Anomaly;
import com.bizosaas.adsdesk.sandbox.fleet.Currency;
import com.bizosaas.adsdesk.sandbox.fleet.Dice;
import com.bizosaas.adsdesk.sandbox.insights.SetRun.AdRun;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A campaign while a query runs: tells what each of its ads delivered on a day.
///
/// The facts of an ad and day depend on the seed, the ad's id, the date and what the budgets and switches were at the
/// time ([com.bizosaas.adsdesk.sandbox.model.History]); today is cut off at the account's present time of day.
final class CampaignRun {

    /// Takes the facts of one ad on one day, by [Metric] ordinal.
    interface Facts {
        void take(AdRun ad, Day day, long[] metrics);
    }

    private static final double[] WEEK = {0.97, 0.95, 0.96, 0.99, 1.02, 1.06, 1.03};
    private static final int BARREN_DAYS = 3;

    private final Node node;
    private final List<SetRun> sets = new ArrayList<>();
    private final long key;
    private final long now;
    private final @Nullable Anomaly anomaly;
    private final @Nullable LocalDate anomalyDay;

    private CampaignRun(Node node, long seed, long now) {
        this.node = node;
        this.key = Dice.mix(seed, Dice.hash(node.id()));
        this.now = now;
        String planted = node.text(Anomaly.FIELD);
        this.anomaly = planted.isEmpty() ? null : Anomaly.valueOf(planted);
        this.anomalyDay = planted.isEmpty() ? null : LocalDate.parse(node.text(Anomaly.DAY_FIELD));
    }

    static CampaignRun of(World world, Node account, Node campaign, Currency currency) {
        long seed = world.fleet().seed();
        long now = world.clock().instant().getEpochSecond();
        CampaignRun run = new CampaignRun(campaign, seed, now);
        for (Node adSet : world.children(campaign.id(), Kind.AD_SET)) {
            SetRun set = new SetRun(adSet, seed);
            for (Node ad : world.children(adSet.id(), Kind.AD)) {
                Timeline timeline = Timeline.of(account, campaign, adSet, ad, now);
                if (!timeline.isEmpty()) {
                    long key = Dice.mix(seed, Dice.hash(ad.id()));
                    set.ads()
                            .add(new AdRun(ad, set, timeline,
                                    Rates.of(campaign, adSet, ad, isVideo(world, ad), currency, seed),
                                    0.5 + Dice.unit(Dice.mix(key, 31)), key));
                }
            }
            if (!set.ads().isEmpty()) {
                run.sets.add(set);
            }
        }
        return run;
    }

    private static boolean isVideo(World world, Node ad) {
        return world.find(ad.fields().path("creative").path("id").asString(""))
                .map(creative -> creative.fields().has("video_id")
                        || creative.fields().path("object_story_spec").has("video_data"))
                .orElse(false);
    }

    Node node() {
        return node;
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    void facts(Day day, Facts facts) {
        Instant at = Instant.ofEpochSecond(Math.min(day.ends() - 1, now));
        double shared = SetRun.dailyBudget(node, "stop_time", at);
        double all = shared > 0 ? sets.stream().mapToDouble(set -> weight(set, day)).sum() : 0;
        double[] carry = carry(day.date().toEpochDay());
        for (SetRun set : sets) {
            double budget = shared > 0 ? shared : set.dailyBudget(at);
            double weights = shared > 0 ? all : weight(set, day);
            if (budget <= 0 || weights <= 0) {
                continue;
            }
            for (AdRun ad : set.ads()) {
                double share = ad.timeline().share(day);
                if (share > 0) {
                    long[] full = full(ad, day.date(), budget * ad.weight() / weights, carry);
                    long[] part = share < 1 - 1e-9 ? part(full, share) : full;
                    if (part[Metric.IMPRESSIONS.ordinal()] > 0) {
                        facts.take(ad, day, part);
                    }
                }
            }
        }
    }

    /// Weights of the ads that were on at any time of the day: one that is paused at noon keeps its morning, and the
    /// others take its budget over from the next day on.
    private static double weight(SetRun set, Day day) {
        double weight = 0;
        for (AdRun ad : set.ads()) {
            if (ad.timeline().share(day) > 0) {
                weight += ad.weight();
            }
        }
        return weight;
    }

    private long[] full(AdRun ad, LocalDate date, double budget, double[] carry) {
        long epochDay = date.toEpochDay();
        long campaignDay = Dice.mix(key, epochDay);
        long adDay = Dice.mix(ad.key(), epochDay);
        Rates rates = ad.rates();
        double cpm = rates.cpm() * (2 - week(date)) * noise(campaignDay, 1, 0.05) * wave(epochDay, 2, 61, 0.06)
                * planted(date, Anomaly.CPM_RISE, 1.47);
        double spend = budget * 0.93 * week(date) * noise(campaignDay, 3, 0.06) * noise(adDay, 4, 0.05)
                * wave(epochDay, 5, 43, 0.08) * planted(date, Anomaly.SPEND_SPIKE, 2.35);
        long[] facts = new long[Metric.COUNT];
        facts[Metric.SPEND.ordinal()] = Math.round(spend);
        facts[Metric.IMPRESSIONS.ordinal()] = whole(spend / cpm * 1000, Long.MAX_VALUE, carry, 0);
        double clicking = noise(campaignDay, 6, 0.035) * noise(adDay, 7, 0.03)
                * planted(date, Anomaly.CTR_DROP, 0.61);
        double buying = noise(campaignDay, 8, 0.1) * noise(adDay, 9, 0.12) * barren(date);
        for (int m = Metric.CLICKS.ordinal(); m < Metric.COUNT; m++) {
            Metric metric = Metric.at(m);
            Metric driver = metric.driver();
            double rate = rates.rate(metric);
            if (rate <= 0 || driver == null) {
                continue;
            }
            long of = facts[driver.ordinal()];
            double factor = switch (metric) {
                case CLICKS -> clicking;
                case CART_ADDS, FORM_LEADS, PIXEL_LEADS, INSTALLS -> buying;
                case PURCHASES -> barren(date);
                case PURCHASE_VALUE -> noise(adDay, 10, 0.15);
                default -> 1;
            };
            boolean part = metric != Metric.PURCHASE_VALUE && metric != Metric.WATCH_TIME;
            facts[m] = whole(of * rate * factor, part ? of : of * Integer.MAX_VALUE, carry, m);
        }
        return facts;
    }

    /// What is done of a day by some time of it: never more than the whole, never a part without what it is a part of.
    private static long[] part(long[] full, double share) {
        long[] part = new long[Metric.COUNT];
        for (int m = 0; m < Metric.COUNT; m++) {
            part[m] = (long) (full[m] * share);
        }
        long purchases = full[Metric.PURCHASES.ordinal()];
        part[Metric.PURCHASE_VALUE.ordinal()] = purchases == 0
                ? 0
                : full[Metric.PURCHASE_VALUE.ordinal()] / purchases * part[Metric.PURCHASES.ordinal()];
        if (part[Metric.VIDEO_PLAYS.ordinal()] == 0) {
            part[Metric.WATCH_TIME.ordinal()] = 0;
        }
        return part;
    }

    private double planted(LocalDate date, Anomaly kind, double factor) {
        return anomaly == kind && date.equals(anomalyDay) ? factor : 1;
    }

    private double barren(LocalDate date) {
        return anomaly == Anomaly.ZERO_CONVERSIONS && anomalyDay != null
                && date.isAfter(anomalyDay.minusDays(BARREN_DAYS)) ? 0 : 1;
    }

    private static double week(LocalDate date) {
        return WEEK[date.getDayOfWeek().ordinal()];
    }

    private static double noise(long key, int salt, double width) {
        return 1 + (Dice.unit(Dice.mix(key, salt)) * 2 - 1) * width;
    }

    private double wave(long epochDay, int salt, int period, double height) {
        double phase = Dice.unit(Dice.mix(key, salt)) * period;
        return 1 + height * Math.sin((epochDay + phase) * 2 * Math.PI / period);
    }

    /// Where the rounding of a day's metrics begins.
    private double[] carry(long epochDay) {
        long campaignDay = Dice.mix(key, epochDay);
        double[] carry = new double[Metric.COUNT];
        for (int m = 0; m < carry.length; m++) {
            carry[m] = Dice.unit(Dice.mix(campaignDay, 100 + m));
        }
        return carry;
    }

    /// Rounds down and carries the rest over to the campaign's next ad, so that small numbers of many ads still add up
    /// to what the campaign as a whole should show.
    private static long whole(double value, long most, double[] carry, int metric) {
        double due = value + carry[metric];
        long whole = Math.min(most, (long) due);
        carry[metric] = due - whole;
        return whole;
    }
}
