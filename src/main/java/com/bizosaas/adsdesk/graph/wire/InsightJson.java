package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.Level;
import org.jspecify.annotations.Nullable;

/// What is asked of insights (graph-api chapter 05): all numbers are texts, and what is zero is left out of its row. Ratios are
/// not asked for, the desk makes them of sums.
public final class InsightJson {

    public static final String FACTS = "impressions,clicks,inline_link_clicks,outbound_clicks,spend,actions,"
            + "action_values";

    private InsightJson() {
    }

    /// The field that names the row's object.
    public static String idField(Level level) {
        return switch (level) {
            case ACCOUNT -> "account_id";
            case CAMPAIGN -> "campaign_id";
            case AD_SET -> "adset_id";
            case AD -> "ad_id";
            case AUDIENCE -> throw new IllegalArgumentException("An audience has no figures");
        };
    }

    /// The row's object as text, `act_` and digits at account level; null where the row does not say.
    public static @Nullable String objectId(String id, Level level) {
        String digits = id.startsWith("act_") ? id.substring(4) : id;
        if (!WireObject.isDigits(digits)) {
            return null;
        }
        return level == Level.ACCOUNT ? "act_" + digits : digits;
    }
}
