package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of insights (graph-api chapter 05): all numbers are texts, and what is zero is left out of its row. Ratios are
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
        };
    }

    /// The row's object as text, `act_` and digits at account level; null where the row does not say.
    public static @Nullable String objectId(WireObject row, Level level) {
        String id = row.text(idField(level));
        String digits = id.startsWith("act_") ? id.substring(4) : id;
        if (!WireObject.isDigits(digits)) {
            return null;
        }
        return level == Level.ACCOUNT ? "act_" + digits : digits;
    }

    public static Facts facts(WireObject row) {
        BigDecimal spend = Objects.requireNonNullElse(row.decimal("spend"), BigDecimal.ZERO);
        BigDecimal outbound = actions(row, "outbound_clicks").values().stream().reduce(BigDecimal.ZERO,
                BigDecimal::add);
        return new Facts(row.count("impressions"), row.count("clicks"), row.count("inline_link_clicks"),
                outbound.longValue(), spend, row.has("reach") ? row.number("reach") : null, actions(row, "actions"),
                actions(row, "action_values"));
    }

    /// The row's values of the breakdown's columns; Meta's own word for a value it withholds is `unknown`.
    public static List<String> values(WireObject row, Breakdown breakdown) {
        return breakdown.columns().stream()
                .map(column -> Objects.requireNonNullElse(row.textOrNull(column), "unknown")).toList();
    }

    private static Map<String, BigDecimal> actions(WireObject row, String name) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (WireObject action : row.list(name)) {
            BigDecimal value = action.decimal("value");
            String type = action.text("action_type");
            if (value != null && !type.isEmpty()) {
                values.merge(type, value, BigDecimal::add);
            }
        }
        return values;
    }
}
