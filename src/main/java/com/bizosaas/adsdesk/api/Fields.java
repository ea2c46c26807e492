package com.bizosaas.adsdesk.api;

import java.util.Locale;
import java.util.Map;

/// Names of inputs: the services' own, in the words of the API.
final class Fields {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("budget", "daily_budget"),
            Map.entry("specialAdCategoryCountries", "special_ad_category_country"),
            Map.entry("adSetBudgetSharing", "is_adset_budget_sharing_enabled"),
            Map.entry("originId", "origin_audience_id"), Map.entry("accounts", "account_ids"),
            Map.entry("ratio", "lookalike_spec"), Map.entry("startingRatio", "lookalike_spec"),
            Map.entry("country", "lookalike_spec"), Map.entry("batch", "publication_id"),
            Map.entry("token", "access_token"));

    private Fields() {
    }

    /// The input of a call that a service means; for a budget, the one of the two that was sent.
    static String inRequest(String field, Call call) {
        String name = WORDS.getOrDefault(field, snake(field));
        return name.equals("daily_budget") && !call.has(name) && call.has("lifetime_budget") ? "lifetime_budget" : name;
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
