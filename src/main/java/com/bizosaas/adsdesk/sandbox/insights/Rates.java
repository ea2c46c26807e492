package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Currency;
import com.bizosaas.adsdesk.sandbox.fleet.Dice;
import com.bizosaas.adsdesk.sandbox.model.Node;
import tools.jackson.databind.JsonNode;

/// How one ad performs on an average day: its price for a thousand impressions and, for every other metric, how often
/// it follows from the one that it is a part of.
///
/// @param cpm minor units
/// @param rates by [Metric] ordinal: parts of the driver, except for purchase value (minor units each) and watch time
///         (seconds each)
record Rates(double cpm, double[] rates) {

    private static final double VIEWS_OF_LANDINGS = 0.86;
    private static final double CHECKOUTS_OF_CARTS = 0.5;
    private static final double PURCHASES_OF_CHECKOUTS = 0.56;
    private static final double MOST_CARTS = 0.92;
    private static final double USUAL_ROAS = 2.4;
    private static final double USUAL_BASKET = 62;

    /// @param video whether the ad shows a video
    static Rates of(Node campaign, Node adSet, Node ad, boolean video, Currency currency, long seed) {
        long c = Dice.mix(seed, Dice.hash(campaign.id()));
        long a = Dice.mix(seed, Dice.hash(ad.id()));
        String objective = campaign.text("objective");
        boolean aware = objective.equals("OUTCOME_AWARENESS");
        boolean retargeting = adSet.fields().path("targeting").has("custom_audiences");
        double cpmDollars = (aware ? between(c, 1, 2.4, 4.6) : between(c, 1, 6.5, 12.5)) * between(a, 2, 0.88, 1.14)
                * (retargeting ? 1.35 : 1);
        double[] r = new double[Metric.COUNT];
        double ctr = (aware ? between(c, 3, 0.003, 0.007) : between(c, 3, 0.013, 0.027)) * between(a, 4, 0.85, 1.2)
                * (retargeting ? 1.3 : 1);
        set(r, Metric.CLICKS, ctr);
        set(r, Metric.LINK_CLICKS, between(a, 5, 0.62, 0.78));
        set(r, Metric.OUTBOUND_CLICKS, between(a, 6, 0.93, 0.99));
        set(r, Metric.LANDING_VIEWS, between(a, 7, 0.74, 0.86));
        set(r, Metric.REACTIONS, objective.equals("OUTCOME_ENGAGEMENT")
                ? between(c, 8, 0.02, 0.05)
                : between(c, 8, 0.003, 0.009));
        set(r, Metric.COMMENTS, 0.07);
        set(r, Metric.SHARES, 0.05);
        set(r, Metric.PAGE_LIKES, 0.03);
        if (video) {
            video(r, a);
        }
        switch (Result.of(adSet)) {
            case PURCHASE -> sale(r, campaign, cpmDollars, currency, between(a, 9, 0.88, 1.12));
            case FORM_LEAD -> set(r, Metric.FORM_LEADS, between(c, 10, 0.05, 0.14));
            case WEBSITE_LEAD -> {
                set(r, Metric.CONTENT_VIEWS, VIEWS_OF_LANDINGS);
                set(r, Metric.PIXEL_LEADS, between(c, 10, 0.06, 0.16));
            }
            case INSTALL -> set(r, Metric.INSTALLS, between(c, 10, 0.08, 0.22));
            case LANDING_VIEW, LINK_CLICK -> set(r, Metric.CONTENT_VIEWS, VIEWS_OF_LANDINGS);
            case ENGAGEMENT, THRUPLAY, IMPRESSION, REACH -> set(r, Metric.CONTENT_VIEWS, 0);
        }
        return new Rates(cpmDollars * currency.minorPerDollar(), r);
    }

    private static void video(double[] r, long ad) {
        double hook = between(ad, 20, 0.22, 0.42);
        set(r, Metric.VIDEO_PLAYS, 0.93);
        set(r, Metric.VIDEO_VIEWS, hook);
        set(r, Metric.VIDEO_P25, between(ad, 21, 0.6, 0.8));
        set(r, Metric.VIDEO_P50, between(ad, 22, 0.55, 0.7));
        set(r, Metric.THRUPLAYS, between(ad, 23, 0.7, 0.9));
        set(r, Metric.VIDEO_P75, between(ad, 24, 0.6, 0.75));
        set(r, Metric.VIDEO_P95, 0.82);
        set(r, Metric.VIDEO_P100, 0.9);
        set(r, Metric.WATCH_TIME, between(ad, 25, 2.5, 7.5));
    }

    /// Works back from what the campaign earns for its money to how many clicks become a cart.
    private static void sale(double[] r, Node campaign, double cpmDollars, Currency currency, double luck) {
        JsonNode known = campaign.fields().path("_performance");
        double roas = known.path("roas").asDouble(USUAL_ROAS);
        double basket = known.path("basket_dollars").asDouble(USUAL_BASKET);
        double costPerLanding = cpmDollars / 1000 / (get(r, Metric.CLICKS) * get(r, Metric.LINK_CLICKS)
                * get(r, Metric.OUTBOUND_CLICKS) * get(r, Metric.LANDING_VIEWS));
        double purchasesPerLanding = costPerLanding * roas * luck / basket;
        set(r, Metric.CONTENT_VIEWS, VIEWS_OF_LANDINGS);
        double rest = VIEWS_OF_LANDINGS * CHECKOUTS_OF_CARTS * PURCHASES_OF_CHECKOUTS;
        double carts = Math.min(MOST_CARTS, purchasesPerLanding / rest);
        double closing = Math.min(0.97 / PURCHASES_OF_CHECKOUTS, purchasesPerLanding / rest / carts);
        set(r, Metric.CART_ADDS, carts);
        set(r, Metric.CHECKOUTS, CHECKOUTS_OF_CARTS);
        set(r, Metric.PURCHASES, PURCHASES_OF_CHECKOUTS * closing);
        set(r, Metric.PURCHASE_VALUE, basket * currency.minorPerDollar());
    }

    double rate(Metric metric) {
        return rates[metric.ordinal()];
    }

    private static double get(double[] rates, Metric metric) {
        return rates[metric.ordinal()];
    }

    private static void set(double[] rates, Metric metric, double rate) {
        rates[metric.ordinal()] = rate;
    }

    private static double between(long key, int salt, double least, double most) {
        return least + Dice.unit(Dice.mix(key, salt)) * (most - least);
    }
}
