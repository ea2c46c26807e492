package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a row is about: ids, names and settings of the account, campaign, ad set and ad, as far down as its level goes.
final class Dimensions {

    private static final String ATTRIBUTION = "7d_click_1d_view";
    private static final List<String> RANKS = List.of("ABOVE_AVERAGE", "AVERAGE", "AVERAGE", "AVERAGE",
            "BELOW_AVERAGE_35");

    private Dimensions() {
    }

    /// @param chain account, campaign, ad set and ad, down to the row's level
    /// @return false for a field that is no dimension
    static boolean write(ObjectNode row, String field, List<Node> chain, Level level) {
        Node account = chain.getFirst();
        switch (field) {
            case "account_id" -> row.put(field, account.id().substring("act_".length()));
            case "account_name" -> row.put(field, account.text("name"));
            case "account_currency" -> row.put(field, account.text("currency"));
            case "attribution_setting" -> row.put(field, ATTRIBUTION);
            case "campaign_id", "campaign_name", "objective", "buying_type" -> below(row, field, chain, Level.CAMPAIGN);
            case "adset_id", "adset_name", "optimization_goal" -> below(row, field, chain, Level.ADSET);
            case "ad_id", "ad_name" -> below(row, field, chain, Level.AD);
            case "adset_start" -> time(row, field, at(chain, Level.ADSET), "start_time");
            case "adset_end" -> time(row, field, at(chain, Level.ADSET), "end_time");
            case "created_time", "updated_time" -> time(row, field, chain.getLast(), field);
            case "quality_ranking", "engagement_rate_ranking", "conversion_rate_ranking" -> {
                if (level == Level.AD) {
                    int rank = Math.floorMod(chain.getLast().id().hashCode() + field.length(), RANKS.size());
                    row.put(field, RANKS.get(rank));
                }
            }
            case "date_start", "date_stop" -> row.remove(field);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void below(ObjectNode row, String field, List<Node> chain, Level level) {
        Node node = at(chain, level);
        if (node == null) {
            return;
        }
        if (field.endsWith("_id")) {
            row.put(field, node.id());
        } else {
            row.put(field, node.text(field.endsWith("_name") ? "name" : field));
        }
    }

    /// Times in rows are days.
    private static void time(ObjectNode row, String field, @Nullable Node node, String stored) {
        String text = node == null ? "" : node.text(stored);
        if (text.length() >= 10) {
            row.put(field, text.substring(0, 10));
        }
    }

    private static @Nullable Node at(List<Node> chain, Level level) {
        return level.ordinal() < chain.size() ? chain.get(level.ordinal()) : null;
    }
}
