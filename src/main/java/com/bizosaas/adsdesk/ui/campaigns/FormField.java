package com.bizosaas.adsdesk.ui.campaigns;

import java.util.Set;

/// The inputs of the campaign form, with the names under which a refusal may blame them (Facebook's own parameter names,
/// from `blame_field_specs`).
enum FormField {
    NAME("Name", Set.of("name")),
    BUDGET("Budget",
            Set.of("budget", "daily_budget", "lifetime_budget")),
    STRATEGY("Bid strategy",
            Set.of("bid_strategy", "bidStrategy", "bid_amount"));

    private final String label;
    private final Set<String> names;

    FormField(String label, Set<String> names) {
        this.label = label;
        this.names = names;
    }

    String label() {
        return label;
    }

    boolean blamedAs(String name) {
        return names.contains(name);
    }
}
