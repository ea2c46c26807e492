package com.bizosaas.adsdesk.sandbox.insights;

import org.jspecify.annotations.Nullable;

/// What is counted for each ad and day. Everything but impressions is a part of something counted before it, so that a
/// split by age or placement shares it out along what it is a part of and never shows a purchase without a click.
enum Metric {
    // @formatter:off
    IMPRESSIONS(null, Factor.NONE),
    /// Minor units of the account's currency.
    SPEND(IMPRESSIONS, Factor.COST),
    CLICKS(IMPRESSIONS, Factor.CLICK),
    LINK_CLICKS(CLICKS, Factor.NONE),
    OUTBOUND_CLICKS(LINK_CLICKS, Factor.NONE),
    LANDING_VIEWS(OUTBOUND_CLICKS, Factor.NONE),
    CONTENT_VIEWS(LANDING_VIEWS, Factor.NONE),
    CART_ADDS(CONTENT_VIEWS, Factor.CONVERT),
    CHECKOUTS(CART_ADDS, Factor.NONE),
    PURCHASES(CHECKOUTS, Factor.NONE),
    /// Minor units.
    PURCHASE_VALUE(PURCHASES, Factor.NONE),
    FORM_LEADS(LINK_CLICKS, Factor.CONVERT),
    PIXEL_LEADS(LANDING_VIEWS, Factor.CONVERT),
    INSTALLS(LINK_CLICKS, Factor.CONVERT),
    REACTIONS(IMPRESSIONS, Factor.CLICK),
    COMMENTS(REACTIONS, Factor.NONE),
    SHARES(REACTIONS, Factor.NONE),
    PAGE_LIKES(REACTIONS, Factor.NONE),
    VIDEO_PLAYS(IMPRESSIONS, Factor.NONE),
    VIDEO_VIEWS(VIDEO_PLAYS, Factor.CLICK),
    VIDEO_P25(VIDEO_VIEWS, Factor.NONE),
    VIDEO_P50(VIDEO_P25, Factor.NONE),
    THRUPLAYS(VIDEO_P50, Factor.NONE),
    VIDEO_P75(VIDEO_P50, Factor.NONE),
    VIDEO_P95(VIDEO_P75, Factor.NONE),
    VIDEO_P100(VIDEO_P95, Factor.NONE),
    /// Seconds watched.
    WATCH_TIME(VIDEO_PLAYS, Factor.NONE);
    // @formatter:on

    /// How a group of people differs from the average, where the shares of a metric depend on it.
    enum Factor {
        NONE, COST, CLICK, CONVERT
    }

    static final int COUNT = values().length;
    private static final Metric[] ALL = values();

    private final @Nullable Metric driver;
    private final Factor factor;

    Metric(@Nullable Metric driver, Factor factor) {
        this.driver = driver;
        this.factor = factor;
    }

    /// What this metric is a part of; null for impressions alone.
    @Nullable
    Metric driver() {
        return driver;
    }

    Factor factor() {
        return factor;
    }

    static Metric at(int ordinal) {
        return ALL[ordinal];
    }
}
