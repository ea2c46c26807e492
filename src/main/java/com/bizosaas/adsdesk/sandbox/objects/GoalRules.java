package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which goals go with which objective, what a goal needs promoted, and what a bid strategy needs beside it (graph-api
/// chapter 04, "Goals by objective" and "Bid strategies").
final class GoalRules {

    private static final Map<String, Set<String>> GOALS = Map.of("OUTCOME_AWARENESS", Set.of("REACH", "IMPRESSIONS",
            "AD_RECALL_LIFT", "THRUPLAY"), "OUTCOME_TRAFFIC",
            Set.of("LANDING_PAGE_VIEWS", "LINK_CLICKS", "IMPRESSIONS",
                    "REACH", "CONVERSATIONS", "QUALITY_CALL", "PROFILE_VISIT", "VISIT_INSTAGRAM_PROFILE"),
            "OUTCOME_ENGAGEMENT", Set.of("OFFSITE_CONVERSIONS", "LANDING_PAGE_VIEWS", "LINK_CLICKS", "POST_ENGAGEMENT",
                    "PAGE_LIKES", "EVENT_RESPONSES", "CONVERSATIONS", "IMPRESSIONS", "REACH", "THRUPLAY",
                    "PROFILE_AND_PAGE_ENGAGEMENT", "REMINDERS_SET"),
            "OUTCOME_LEADS", Set.of("LEAD_GENERATION", "QUALITY_LEAD", "QUALITY_CALL", "OFFSITE_CONVERSIONS",
                    "CONVERSATIONS", "LANDING_PAGE_VIEWS", "LINK_CLICKS", "IMPRESSIONS", "REACH"),
            "OUTCOME_SALES",
            Set.of("OFFSITE_CONVERSIONS", "VALUE", "CONVERSATIONS", "LINK_CLICKS", "LANDING_PAGE_VIEWS",
                    "IMPRESSIONS", "REACH"),
            "OUTCOME_APP_PROMOTION", Set.of("APP_INSTALLS", "APP_INSTALLS_AND_OFFSITE_CONVERSIONS", "VALUE",
                    "OFFSITE_CONVERSIONS", "LINK_CLICKS"));
    private static final Map<String, String> PROMOTED = Map.of("LEAD_GENERATION", "page_id", "QUALITY_LEAD", "page_id",
            "PAGE_LIKES", "page_id", "CONVERSATIONS", "page_id", "QUALITY_CALL", "page_id", "APP_INSTALLS",
            "application_id", "APP_INSTALLS_AND_OFFSITE_CONVERSIONS", "application_id");
    /// Places on Facebook itself, and the objective that leads there.
    private static final Map<String, String> OBJECTIVE_OF = Map.of("ON_AD", "OUTCOME_LEADS", "ON_POST",
            "OUTCOME_ENGAGEMENT", "ON_VIDEO", "OUTCOME_ENGAGEMENT", "ON_PAGE", "OUTCOME_ENGAGEMENT", "ON_EVENT",
            "OUTCOME_ENGAGEMENT");
    /// What is billed beside impressions, by goal.
    private static final Map<String, String> BILLED = Map.of("LINK_CLICKS", "LINK_CLICKS", "THRUPLAY", "THRUPLAY",
            "PAGE_LIKES", "PAGE_LIKES", "POST_ENGAGEMENT", "POST_ENGAGEMENT", "APP_INSTALLS", "APP_INSTALLS");
    private static final Map<String, Set<Integer>> WINDOWS = Map.of("CLICK_THROUGH", Set.of(1, 7, 28),
            "VIEW_THROUGH", Set.of(1, 7), "ENGAGED_VIDEO_VIEW", Set.of(1));

    private GoalRules() {
    }

    static void checkGoal(String objective, String goal, String destination) {
        Set<String> allowed = GOALS.get(objective);
        boolean astray = allowed != null && !OBJECTIVE_OF.getOrDefault(destination, objective).equals(objective);
        if (astray || (allowed != null && !allowed.contains(goal))) {
            throw GraphError.refused(1_815_715, "Optimization goal isn't available",
                    "You can't use the selected performance goal with your campaign objective.", "optimization_goal");
        }
    }

    static void checkBilled(String goal, String billed) {
        if (!"IMPRESSIONS".equals(billed) && !billed.equals(BILLED.get(goal))) {
            throw GraphError.refused(0, "Billing event isn't available",
                    "You can't be charged for " + billed + " with the performance goal " + goal + ".",
                    "billing_event");
        }
    }

    /// @param spec a list of events with their windows in days
    static void checkAttribution(JsonNode spec) {
        spec.forEach(one -> {
            Set<Integer> days = WINDOWS.get(one.path("event_type").asString(""));
            if (days == null || !days.contains(one.path("window_days").asInt(0))) {
                throw GraphError.refused(0, "Attribution window isn't available",
                        "The attribution setting must be one of the windows that exist for its event.",
                        "attribution_spec");
            }
        });
    }

    static void checkPromoted(String objective, String goal, JsonNode promoted) {
        String needed = PROMOTED.get(goal);
        if (needed != null && promoted.path(needed).asString("").isEmpty()) {
            throw missing(needed);
        }
        boolean app = "OUTCOME_APP_PROMOTION".equals(objective);
        if (Set.of("OFFSITE_CONVERSIONS", "VALUE").contains(goal) && !app) {
            boolean custom = promoted.has("custom_conversion_id") || promoted.has("product_set_id");
            if (!custom && promoted.path("pixel_id").asString("").isEmpty()) {
                throw missing("pixel_id");
            }
            if (!custom && promoted.path("custom_event_type").asString("").isEmpty()) {
                throw missing("custom_event_type");
            }
        }
    }

    private static GraphError missing(String field) {
        return GraphError.refused(0, "Promoted object is incomplete", "The performance goal needs " + field
                + " in promoted_object.", "promoted_object", field);
    }

    /// Fields that a bid strategy does not take.
    static List<String> forbidden(String strategy) {
        return switch (strategy) {
            case "LOWEST_COST_WITH_BID_CAP", "COST_CAP" -> List.of("bid_constraints");
            case "LOWEST_COST_WITH_MIN_ROAS" -> List.of("bid_amount");
            default -> List.of("bid_amount", "bid_constraints");
        };
    }

    /// @param strategy empty where none is set
    static void checkBid(String strategy, String goal, boolean amount, JsonNode constraints) {
        switch (strategy) {
            case "LOWEST_COST_WITH_BID_CAP", "COST_CAP" -> {
                if (!amount) {
                    throw GraphError.refused(1_815_857, "Bid amount required",
                            "You must provide a bid cap or cost goal in bid_amount for this bid strategy.",
                            "bid_amount");
                }
            }
            case "LOWEST_COST_WITH_MIN_ROAS" -> {
                long floor = constraints.path("roas_average_floor").asLong(0);
                if (floor < 100 || floor > 10_000_000) {
                    throw GraphError.refused(1_815_857, "Minimum ROAS required",
                            "Set roas_average_floor in bid_constraints, between 100 and 10000000.", "bid_constraints");
                }
                if (!"VALUE".equals(goal)) {
                    throw GraphError.refused(1_815_715, "Minimum ROAS needs the goal VALUE",
                            "A minimum ROAS can only be set when you optimise for value.", "optimization_goal");
                }
                forbid(amount);
            }
            default -> forbid(amount);
        }
    }

    private static void forbid(boolean amount) {
        if (amount) {
            throw GraphError.refused(1_885_204, "Bid must be automatic",
                    "This bid strategy takes no bid_amount.", "bid_amount");
        }
    }
}
