package com.bizosaas.adsdesk.domain;

import java.util.List;
import java.util.Map;

/// What a campaign is for. Old campaigns keep objectives that can no longer be chosen (graph-api chapter 04).
public record Objective(String value) {

    public static final Objective AWARENESS = new Objective("OUTCOME_AWARENESS");
    public static final Objective TRAFFIC = new Objective("OUTCOME_TRAFFIC");
    public static final Objective ENGAGEMENT = new Objective("OUTCOME_ENGAGEMENT");
    public static final Objective LEADS = new Objective("OUTCOME_LEADS");
    public static final Objective APP_PROMOTION = new Objective("OUTCOME_APP_PROMOTION");
    public static final Objective SALES = new Objective("OUTCOME_SALES");

    /// Those with which a campaign can be created today.
    public static final List<Objective> CREATABLE = List.of(AWARENESS, TRAFFIC, ENGAGEMENT, LEADS, APP_PROMOTION,
            SALES);

    private static final Map<String, Objective> LEGACY = Map.ofEntries(Map.entry("LINK_CLICKS", TRAFFIC),
            Map.entry("CONVERSIONS", SALES), Map.entry("PRODUCT_CATALOG_SALES", SALES),
            Map.entry("OFFER_CLAIMS", SALES),
            Map.entry("BRAND_AWARENESS", AWARENESS), Map.entry("REACH", AWARENESS),
            Map.entry("LOCAL_AWARENESS", AWARENESS), Map.entry("STORE_VISITS", AWARENESS),
            Map.entry("VIDEO_VIEWS", AWARENESS), Map.entry("POST_ENGAGEMENT", ENGAGEMENT),
            Map.entry("PAGE_LIKES", ENGAGEMENT), Map.entry("EVENT_RESPONSES", ENGAGEMENT),
            Map.entry("MESSAGES", ENGAGEMENT), Map.entry("LEAD_GENERATION", LEADS),
            Map.entry("APP_INSTALLS", APP_PROMOTION));

    /// The objective of today under which an old campaign is shown; itself where it is one of today's or unknown.
    public Objective modern() {
        return LEGACY.getOrDefault(value, this);
    }

    /// As Ads Manager calls it; an old one under the one that took its place, one that is newer than this release in plain
    /// words.
    public String label() {
        String now = modern().value;
        return now.equals(APP_PROMOTION.value) ? "App" : Constants.sentence(now.replaceFirst("^OUTCOME_", ""));
    }
}
