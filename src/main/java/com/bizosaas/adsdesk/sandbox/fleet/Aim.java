package com.bizosaas.adsdesk.sandbox.fleet;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What a campaign is after: its objective with a goal, a destination and a promoted object that go with it
/// (graph-api chapter 04, "Goals by objective").
enum Aim {
    // @formatter:off
    SALES("OUTCOME_SALES", "OFFSITE_CONVERSIONS", "WEBSITE"),
    LEAD_FORMS("OUTCOME_LEADS", "LEAD_GENERATION", "ON_AD"),
    WEBSITE_LEADS("OUTCOME_LEADS", "OFFSITE_CONVERSIONS", "WEBSITE"),
    TRAFFIC("OUTCOME_TRAFFIC", "LANDING_PAGE_VIEWS", "WEBSITE"),
    AWARENESS("OUTCOME_AWARENESS", "REACH", "UNDEFINED"),
    VIDEO_VIEWS("OUTCOME_AWARENESS", "THRUPLAY", "UNDEFINED"),
    ENGAGEMENT("OUTCOME_ENGAGEMENT", "POST_ENGAGEMENT", "ON_POST"),
    APP("OUTCOME_APP_PROMOTION", "APP_INSTALLS", "APP"),
    OLD_CONVERSIONS("CONVERSIONS", "OFFSITE_CONVERSIONS", "WEBSITE"),
    OLD_CLICKS("LINK_CLICKS", "LINK_CLICKS", "WEBSITE"),
    OLD_LEADS("LEAD_GENERATION", "LEAD_GENERATION", "ON_AD");
    // @formatter:on

    private static final List<Aim> USUAL = List.of(SALES, SALES, TRAFFIC, SALES, LEAD_FORMS, SALES, AWARENESS, SALES,
            ENGAGEMENT, WEBSITE_LEADS, SALES, VIDEO_VIEWS, SALES, TRAFFIC, APP, SALES, LEAD_FORMS, SALES);
    private static final List<Aim> LEGACY = List.of(OLD_CONVERSIONS, OLD_CLICKS, OLD_LEADS);

    private final String objective;
    private final String goal;
    private final String destination;

    Aim(String objective, String goal, String destination) {
        this.objective = objective;
        this.goal = goal;
        this.destination = destination;
    }

    String objective() {
        return objective;
    }

    String goal() {
        return goal;
    }

    String destination() {
        return destination;
    }

    boolean sells() {
        return this == SALES || this == OLD_CONVERSIONS;
    }

    static Aim usual(int place) {
        return USUAL.get(place % USUAL.size());
    }

    static Aim legacy(Dice dice) {
        return dice.pick(LEGACY);
    }

    void promote(ObjectNode adSet, AccountPlan plan) {
        ObjectNode promoted = adSet.putObject("promoted_object");
        switch (this) {
            case SALES, OLD_CONVERSIONS -> promoted.put("pixel_id", plan.pixelId()).put("custom_event_type",
                    "PURCHASE");
            case WEBSITE_LEADS -> promoted.put("pixel_id", plan.pixelId()).put("custom_event_type", "LEAD");
            case APP -> promoted.put("application_id", "1800000" + plan.number().substring(9)).put("object_store_url",
                    "https://apps.example/" + plan.client().site());
            case LEAD_FORMS, OLD_LEADS, AWARENESS, VIDEO_VIEWS, ENGAGEMENT -> promoted.put("page_id",
                    plan.client().pageId());
            case TRAFFIC, OLD_CLICKS -> adSet.remove("promoted_object");
        }
    }
}
