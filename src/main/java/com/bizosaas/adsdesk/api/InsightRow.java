package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Figures of one object over one range, or of one value of a split.
///
/// @param place of its range among the rows of the question, so that ranges can be set beside each other
/// @param split values of the split by column, empty without one
/// @param facts the rows that were added
/// @param before the same of the earlier range, null where it was not asked for; empty where there was no delivery
/// @param names null before they were looked up
record InsightRow(Level level, String objectId, int place, DateRange range, Map<String, String> split,
        List<Facts> facts, @Nullable List<Facts> before, @Nullable InsightNames names) {

    static final String[] FIGURES = {"impressions", "clicks", "inline_link_clicks", "outbound_clicks", "spend", "reach",
            "frequency", "ctr", "inline_link_click_ctr", "cpc", "cost_per_inline_link_click", "cpm", "actions",
            "action_values", "conversions", "conversion_value", "cost_per_conversion", "roas"};
    private static final int DIGITS = 6;

    static List<InsightRow> ofRange(AdAccount account, List<RangeFact> facts) {
        return facts.stream().map(fact -> new InsightRow(fact.level(), id(account, fact.level(), fact.objectId()), 0,
                fact.range(), Map.of(), List.of(fact.facts()), null, null)).toList();
    }

    static List<InsightRow> ofBreakdown(AdAccount account, DateRange range, List<BreakdownRow> rows) {
        List<InsightRow> made = new ArrayList<>();
        for (BreakdownRow row : rows) {
            Map<String, String> split = new LinkedHashMap<>();
            for (int i = 0; i < row.values().size(); i++) {
                split.put(row.breakdown().columns().get(i), row.values().get(i));
            }
            made.add(new InsightRow(Level.ACCOUNT, account.id().number(), 0, range, split, List.of(row.facts()), null,
                    null));
        }
        return made;
    }

    /// Days, put together in the steps that were asked for. A step without delivery has no row.
    static List<InsightRow> ofDays(AdAccount account, InsightAsk ask, DateRange range, List<DailyFact> days) {
        List<DateRange> steps = ask.steps(range);
        Map<String, Map<Integer, List<Facts>>> sums = new LinkedHashMap<>();
        for (DailyFact day : days) {
            for (int place = 0; place < steps.size(); place++) {
                if (steps.get(place).contains(day.date())) {
                    sums.computeIfAbsent(id(account, day.level(), day.objectId()), _ -> new TreeMap<>())
                            .computeIfAbsent(place, _ -> new ArrayList<>()).add(day.facts());
                    break;
                }
            }
        }
        List<InsightRow> rows = new ArrayList<>();
        sums.forEach((object, places) -> places.forEach((place, facts) -> rows.add(new InsightRow(ask.level(), object,
                place, steps.get(place), Map.of(), List.copyOf(facts), null, null))));
        return rows;
    }

    private static String id(AdAccount account, Level level, String objectId) {
        return level == Level.ACCOUNT ? account.id().number() : objectId;
    }

    /// Each row with what its object had in the same place of the earlier range.
    static List<InsightRow> compared(List<InsightRow> now, List<InsightRow> earlier) {
        Map<List<Object>, List<Facts>> before = new HashMap<>();
        earlier.forEach(row -> before.put(List.of(row.objectId, row.place, row.split), row.facts));
        return now.stream().map(row -> new InsightRow(row.level, row.objectId, row.place, row.range, row.split,
                row.facts, before.getOrDefault(List.of(row.objectId, row.place, row.split), List.of()), row.names))
                .toList();
    }

    InsightRow named(InsightNames known) {
        return new InsightRow(level, objectId, place, range, split, facts, before, known);
    }

    ObjectNode view(AdAccount account, InsightAsk ask) {
        ObjectNode view = Json.object().put("account_id", account.id().number()).put("date_start",
                range.since().toString()).put("date_stop", range.until().toString());
        InsightNames known = names;
        if (known != null) {
            known.put(view, level, objectId);
        }
        split.forEach(view::put);
        figures(view, account, ask, facts);
        List<Facts> earlier = before;
        if (earlier != null) {
            figures(view.putObject("comparison"), account, ask, earlier);
        }
        return view;
    }

    /// Orders rows by object, day and split; equal for no two rows of an answer.
    static String key(ObjectNode view) {
        StringBuilder key = new StringBuilder();
        for (String name : List.of("account_id", "campaign_id", "adset_id", "ad_id")) {
            key.append(Page.padded(view.path(name).asString(""))).append(' ');
        }
        key.append(view.path("date_start").asString());
        for (String name : List.of("age", "gender", "country", "publisher_platform", "platform_position",
                "impression_device")) {
            key.append(' ').append(view.path(name).asString(""));
        }
        return key.toString();
    }

    private static void figures(ObjectNode view, AdAccount account, InsightAsk ask, List<Facts> facts) {
        Totals totals = Totals.of(facts, ask.family());
        Map<String, JsonNode> all = new LinkedHashMap<>();
        all.put("impressions", count(totals.impressions()));
        all.put("clicks", count(totals.clicks()));
        all.put("inline_link_clicks", count(totals.linkClicks()));
        all.put("outbound_clicks", count(totals.outboundClicks()));
        all.put("spend", money(Metric.SPEND, totals, account));
        all.put("reach", number(Metric.REACH, totals));
        all.put("frequency", number(Metric.FREQUENCY, totals));
        all.put("ctr", number(Metric.CTR_ALL, totals));
        all.put("inline_link_click_ctr", number(Metric.CTR_LINK, totals));
        all.put("cpc", money(Metric.CPC_ALL, totals, account));
        all.put("cost_per_inline_link_click", money(Metric.CPC_LINK, totals, account));
        all.put("cpm", money(Metric.CPM, totals, account));
        all.put("actions", actions(facts.stream().map(Facts::actions).toList(), null));
        all.put("action_values", actions(facts.stream().map(Facts::actionValues).toList(), account));
        all.put("conversions", number(Metric.CONVERSIONS, totals));
        all.put("conversion_value", money(Metric.CONVERSION_VALUE, totals, account));
        all.put("cost_per_conversion", money(Metric.CPA, totals, account));
        all.put("roas", number(Metric.ROAS, totals));
        all.forEach((name, value) -> {
            if (ask.fields().isEmpty() || ask.fields().contains(name)) {
                view.set(name, value);
            }
        });
    }

    private static JsonNode count(long value) {
        return Json.object().numberNode(value);
    }

    private static JsonNode number(Metric metric, Totals totals) {
        BigDecimal value = metric.of(totals);
        return value == null ? NullNode.getInstance() : plain(value);
    }

    private static JsonNode plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return Json.object().numberNode(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    private static JsonNode money(Metric metric, Totals totals, AdAccount account) {
        BigDecimal value = metric.of(totals);
        return value == null ? NullNode.getInstance() : Shapes.money(new Money(value, account.currency()));
    }

    /// @param account whose money the values are, null for counts
    private static ArrayNode actions(List<Map<String, BigDecimal>> rows, @Nullable AdAccount account) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> row.forEach((type, value) -> sums.merge(type, value, BigDecimal::add)));
        ArrayNode array = Json.array();
        sums.forEach((type, value) -> {
            ObjectNode action = Json.object().put("action_type", type);
            action.set("value", account == null ? plain(value) : Shapes.money(new Money(value, account.currency())));
            array.add(action);
        });
        return array;
    }
}
