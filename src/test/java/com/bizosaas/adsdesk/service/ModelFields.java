package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the model edits: fields of three levels, their values drawn from few so that people collide, and what the sandbox
/// has of them.
final class ModelFields {

    private static final int EACH = 5;
    private static final String TARGETING = "{\"geo_locations\":{\"countries\":[\"DE\"%s]},\"age_min\":%d,"
            + "\"targeting_automation\":{\"advantage_audience\":0}}";
    private static final String WITHOUT_CAP = "LOWEST_COST_WITHOUT_CAP";
    private static final List<String> STRATEGIES = List.of(WITHOUT_CAP, "COST_CAP", "LOWEST_COST_WITH_BID_CAP");
    private static final String[] LASTING = {Fields.NAME, Fields.STATUS, Fields.LIFETIME, Fields.TARGETING,
            Fields.START,
            Fields.END, Fields.STRATEGY, Fields.BID};
    /// A strategy and its amount are one answer: nobody changes one of them alone from outside.
    static final Set<String> BIDS = Set.of(Fields.STRATEGY, Fields.BID);
    /// What comes after a tree was made.
    private static final Map<Level, String[]> MADE = Map.of(Level.CAMPAIGN,
            new String[]{Fields.NAME, Fields.STATUS, Fields.SPEND_CAP}, Level.AD_SET,
            new String[]{Fields.NAME, Fields.STATUS, Fields.DAILY, Fields.TARGETING, Fields.START, Fields.END,
                    Fields.STRATEGY, Fields.BID},
            Level.AD, new String[]{Fields.NAME, Fields.STATUS, Fields.URL_TAGS});

    private final SandboxDesk at;
    private final AdAccountId account;
    private final Random random;
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int number;

    ModelFields(SandboxDesk at, AdAccountId account, Random random) {
        this.at = at;
        this.account = account;
        this.random = random;
    }

    /// Objects to begin with: campaigns with a daily budget, ad sets with one or the other, and ads.
    List<String> begin(AdStructure there) {
        there.campaigns().stream().filter(one -> one.status().canSwitch() && daily(one.budget())).limit(EACH)
                .forEach(one -> add(one.id().value(), Level.CAMPAIGN, Fields.NAME, Fields.STATUS, Fields.DAILY,
                        Fields.SPEND_CAP));
        there.adSets().stream().filter(one -> one.status().canSwitch() && daily(one.budget())).limit(EACH)
                .forEach(one -> add(one.id().value(), Level.AD_SET, Fields.NAME, Fields.STATUS, Fields.DAILY,
                        Fields.TARGETING, Fields.START, Fields.END));
        there.adSets().stream()
                .filter(one -> one.status().canSwitch() && one.bidAmount() != null && one.budget() != null).limit(2)
                .forEach(one -> add(one.id().value(), Level.AD_SET, Fields.NAME, Fields.STRATEGY, Fields.BID));
        there.adSets().stream().filter(one -> one.status().canSwitch() && one.budget() != null
                && one.budget().kind() == Budget.Kind.LIFETIME && one.endTime() != null
                && one.endTime().isAfter(at.clock.instant())).limit(2)
                .forEach(one -> add(one.id().value(), Level.AD_SET, Fields.NAME, Fields.LIFETIME, Fields.START,
                        Fields.END));
        there.ads().stream().filter(one -> one.status().canSwitch() && one.creativeId() != null).limit(EACH + 2)
                .forEach(one -> add(one.id().value(), Level.AD, Fields.NAME, Fields.STATUS, Fields.URL_TAGS));
        return List.copyOf(levels.keySet());
    }

    private static boolean daily(@Nullable Budget budget) {
        return budget != null && budget.kind() == Budget.Kind.DAILY;
    }

    void add(String object, Level level, String... some) {
        levels.put(object, level);
        fields.put(object, List.of(some));
    }

    /// An object of a tree that was made.
    ///
    /// @param lifetime whether an ad set has a budget for all its time
    void made(String id, Level level, boolean lifetime) {
        add(id, level, lifetime ? LASTING : MADE.get(level));
    }

    Level level(String object) {
        return levels.get(object);
    }

    List<String> of(String object) {
        return fields.get(object);
    }

    /// What somebody else changes directly; a creative never changes.
    List<String> outside(String object) {
        return of(object).stream().filter(field -> !field.equals(Fields.URL_TAGS) && !BIDS.contains(field)).toList();
    }

    /// Some fields with new values; a strategy comes with its amount.
    Map<String, String> edit(String object, List<String> some) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : some) {
            if (!BIDS.contains(field) && random.nextBoolean()) {
                values.put(field, value(object, field));
            }
        }
        if (some.containsAll(BIDS) && random.nextBoolean()) {
            String strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
            values.put(Fields.STRATEGY, strategy);
            values.put(Fields.BID, strategy.equals(WITHOUT_CAP) ? "" : value(object, Fields.BID));
        }
        return values;
    }

    /// A value as the model compares it: Facebook writes times in the account's zone, and 0 for no amount.
    static String canonical(String field, String value) {
        return switch (field) {
            case Fields.START, Fields.END -> FieldValues.instant(value).map(Object::toString).orElse("");
            case Fields.SPEND_CAP, Fields.BID -> FieldValues.isAbsent(value) ? "" : value;
            default -> value;
        };
    }

    /// Whether the desk holds this strategy with this amount back.
    static boolean clash(String strategy, String amount) {
        return !strategy.isEmpty() && strategy.equals(WITHOUT_CAP) != FieldValues.isAbsent(amount);
    }

    /// What the API is sent of these: an amount that goes with its strategy is left out.
    static Map<String, String> sent(Map<String, String> values) {
        Map<String, String> sent = new LinkedHashMap<>(values);
        sent.remove(Fields.BID, "");
        return sent;
    }

    boolean same(String object, String field, @Nullable String one, @Nullable String other) {
        return FieldValues.same(Fields.of(level(object), field), one, other);
    }

    String value(String object, String field) {
        number++;
        int one = random.nextInt(8);
        return switch (field) {
            case Fields.NAME -> "Name " + random.nextInt(4) + " of " + number % 7;
            case Fields.STATUS -> random.nextBoolean() ? "ACTIVE" : "PAUSED";
            case Fields.DAILY -> Integer.toString(10_000 + 100 * one);
            case Fields.LIFETIME -> Integer.toString(90_000_000 + 10_000 * one);
            case Fields.BID -> Integer.toString(300 + one);
            case Fields.START -> "2026-12-0" + (1 + one) + "T08:00:00+0000";
            case Fields.END -> one == 0 && !of(object).contains(Fields.LIFETIME)
                    ? ""
                    : "2027-03-0" + (1 + one) + "T22:00:00+0000";
            case Fields.SPEND_CAP -> one < 3 ? "" : Integer.toString(5_000_000 + 1000 * one);
            case Fields.TARGETING -> String.format(TARGETING, one % 3 == 0 ? ",\"AT\"" : "", 18 + one);
            case Fields.URL_TAGS -> "utm_source=facebook&utm_campaign=c" + one;
            default -> throw new IllegalArgumentException(field);
        };
    }

    /// A value as the sandbox's control takes it.
    static String json(String field, String value) {
        String none = field.equals(Fields.SPEND_CAP) && value.isEmpty() ? "0" : value;
        return field.equals(Fields.TARGETING) ? value : "\"" + none + "\"";
    }

    String held(String object, String field) throws Exception {
        JsonNode node = at.remote(new GraphId(object));
        if (field.equals(Fields.URL_TAGS)) {
            String creative = node.path("creative_id").asString(node.path("creative").path("id").asString(""));
            return at.remote(new GraphId(creative)).path(Fields.URL_TAGS).asString("");
        }
        JsonNode value = node.path(field);
        return value.isContainer() ? value.toString() : value.asString("");
    }

    String creative(AdStructure there) {
        return there.ads().stream().map(ad -> ad.creativeId()).filter(java.util.Objects::nonNull).findFirst()
                .orElseThrow().value();
    }

    /// A campaign, an ad set and an ad of which each belongs to the one before.
    List<DraftService.NewObject> tree(String creative) {
        number++;
        List<DraftService.NewObject> tree = new ArrayList<>();
        tree.add(new DraftService.NewObject("#c", Level.CAMPAIGN, Map.of(Fields.NAME, "Made " + number, "objective",
                "OUTCOME_TRAFFIC", "special_ad_categories", "[]", "is_adset_budget_sharing_enabled", "false")));
        Map<String, String> set = new LinkedHashMap<>(Map.of(Fields.NAME, "Made set " + number, Fields.CAMPAIGN, "#c",
                Fields.GOAL, "LINK_CLICKS", Fields.BILLED, "IMPRESSIONS", Fields.TARGETING,
                value("#s", Fields.TARGETING), Fields.BENEFICIARY, "Nord", Fields.PAYOR, "Nord"));
        if (number % 3 == 0) {
            set.put(Fields.LIFETIME, value("#s", Fields.LIFETIME));
            set.put(Fields.END, "2027-03-05T22:00:00+0000");
        } else {
            set.put(Fields.DAILY, value("#s", Fields.DAILY));
        }
        tree.add(new DraftService.NewObject("#s", Level.AD_SET, set));
        tree.add(new DraftService.NewObject("", Level.AD, Map.of(Fields.NAME, "Made ad " + number, Fields.AD_SET, "#s",
                Fields.CREATIVE, FieldValues.creative(creative))));
        return tree;
    }

    AdAccountId account() {
        return account;
    }
}
