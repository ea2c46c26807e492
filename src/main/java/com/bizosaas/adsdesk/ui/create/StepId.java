package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Fields;
import java.util.Set;

/// The steps of the wizard, in their order.
enum StepId {
    OBJECTIVE("Objective"), BUDGET("Budget & schedule"), TARGETING("Targeting"), ADS("Ads"), CHECK("Check");

    private static final Set<String> MONEY = Set.of(Fields.DAILY, Fields.LIFETIME, "bid_strategy", "bid_amount",
            "bid_constraints", "spend_cap", "is_adset_budget_sharing_enabled", "start_time", "end_time",
            "daily_min_spend_target", "daily_spend_cap", "adset_schedule", "pacing_type");
    private static final Set<String> PEOPLE = Set.of(Fields.TARGETING, "dsa_beneficiary", "dsa_payor");

    private final String label;

    StepId(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// Where a field is asked for.
    static StepId of(Level level, String field) {
        if (field.equals(Fields.STATUS)) {
            return CHECK;
        }
        return switch (level) {
            case AD -> ADS;
            case AD_SET, CAMPAIGN -> MONEY.contains(field) ? BUDGET : PEOPLE.contains(field) ? TARGETING : OBJECTIVE;
            default -> CHECK;
        };
    }
}
