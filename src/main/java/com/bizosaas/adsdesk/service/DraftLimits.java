package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Edits;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Projection;
import com.bizosaas.adsdesk.draft.UrlTags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Why a value cannot be set on an object at all, in the words of a row in a preview; empty where it can. The review looks
/// at everything else.
final class DraftLimits {

    private static final Set<String> BUDGETS = Set.of(Fields.DAILY, Fields.LIFETIME);
    private static final Set<String> CAPPED = Set.of("COST_CAP", "LOWEST_COST_WITH_BID_CAP");
    private static final String STRATEGY = "bid_strategy";

    private final Projection projection;

    DraftLimits(Projection projection) {
        this.projection = projection;
    }

    /// @param values what the object will have without the change
    String of(DraftKey key, Map<String, String> values, String field, String value) {
        String gone = gone(key, values);
        if (!gone.isEmpty()) {
            return gone;
        }
        if (BUDGETS.contains(field)) {
            String none = key.level() == Level.AD ? "An ad has no budget of its own" : otherLevel(key, values);
            return none.isEmpty() ? amount(key, field, value) : none;
        }
        var misread = Edits.misread(key, Map.of(field, value));
        if (misread.isPresent()) {
            return misread.get().remedy();
        }
        return switch (field) {
            case Fields.NAME -> value.isBlank() ? "A name is needed" : "";
            case Fields.URL_TAGS -> value.isEmpty() ? "" : UrlTags.problem(value).orElse("");
            case "bid_amount" -> takesAmount(key, values) ? "" : "Its bid strategy takes no amount";
            case "end_time" -> ends(values.getOrDefault("start_time", ""), value);
            case "start_time" -> ends(value, values.getOrDefault("end_time", ""));
            default -> "";
        };
    }

    /// Why the budget that it has cannot be changed.
    String budget(DraftKey key, Map<String, String> values, String field) {
        String gone = gone(key, values);
        if (!gone.isEmpty()) {
            return gone;
        }
        if (key.level() == Level.AD) {
            return "An ad has no budget of its own";
        }
        String other = otherLevel(key, values);
        return other.isEmpty() && FieldValues.isAbsent(values.get(field)) ? "It has no budget" : other;
    }

    private String gone(DraftKey key, Map<String, String> values) {
        if (projection.draft(key.object()).map(Draft::action).filter(Draft.Action.REMOVE::equals).isPresent()) {
            return "It will be deleted";
        }
        return values.isEmpty() || isOver(values) ? "It is archived or deleted" : "";
    }

    /// Whether nothing can be changed any more.
    static boolean isOver(Map<String, String> values) {
        String status = values.getOrDefault(Fields.STATUS, "");
        return status.equals("ARCHIVED") || status.equals("DELETED");
    }

    /// A budget sits on one level only.
    private String otherLevel(DraftKey key, Map<String, String> values) {
        if (key.level() == Level.AD_SET) {
            return hasBudget(projection.after(Level.CAMPAIGN, projection.campaignOf(key)))
                    ? "Its campaign holds the budget"
                    : "";
        }
        return !hasBudget(values) && projection.adSets(key.object()).stream()
                .anyMatch(set -> hasBudget(projection.after(Level.AD_SET, set))) ? "Its ad sets hold the budgets" : "";
    }

    static boolean hasBudget(Map<String, String> values) {
        return BUDGETS.stream().anyMatch(field -> !FieldValues.isAbsent(values.get(field)));
    }

    private String amount(DraftKey key, String field, String value) {
        var misread = Edits.misread(key, Map.of(field, value));
        if (misread.isPresent()) {
            return misread.get().remedy();
        }
        if (FieldValues.isAbsent(value)) {
            return "A budget is above zero";
        }
        Money least = projection.account().minDailyBudget();
        return least != null && Long.parseLong(value) < least.minorUnits()
                ? "Below this account's minimum of " + least.rounded().amount().setScale(least.currency().decimals())
                        .toPlainString() + " " + least.currency().code()
                : "";
    }

    private boolean takesAmount(DraftKey key, Map<String, String> values) {
        Map<String, String> above = projection.after(Level.CAMPAIGN, projection.campaignOf(key));
        return List.of(values, above).stream().anyMatch(each -> CAPPED.contains(each.getOrDefault(STRATEGY, "")))
                || !FieldValues.isAbsent(values.get("bid_amount"));
    }

    private static String ends(String start, String end) {
        Instant from = FieldValues.instant(start).orElse(null);
        Instant until = FieldValues.instant(end).orElse(null);
        return from != null && until != null && !until.isAfter(from) ? "It would end before it starts" : "";
    }
}
