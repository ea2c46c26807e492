package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes one metric field of a row; a field without a value is left out.
final class RowWriter {

    private static final String LINK = "link_click";
    private static final String OUTBOUND = "outbound_click";
    private static final String VIEW = "video_view";

    private final InsightsQuery query;
    private final Currency currency;

    RowWriter(InsightsQuery query, Currency currency) {
        this.query = query;
        this.currency = currency;
    }

    Figures figures(Totals totals) {
        return new Figures(totals, currency, !query.breakdown().isHourly() && !query.oldBreakdown());
    }

    void write(ObjectNode row, String field, Totals totals) {
        Figures figures = figures(totals);
        BigDecimal scalar = figures.scalar(field);
        if (scalar != null) {
            row.put(field, scalar.toPlainString());
            return;
        }
        boolean hourly = query.breakdown().isHourly();
        switch (field) {
            case "actions" -> actions(row, totals, hourly);
            case "cost_per_action_type" -> costs(row, totals, figures, hourly);
            case "action_values" -> values(row, totals, hourly);
            case "purchase_roas" -> roas(row, field, "omni_purchase", totals, hourly);
            case "website_purchase_roas" -> roas(row, field, "offsite_conversion.fb_pixel_purchase", totals, hourly);
            case "outbound_clicks" -> single(row, field, OUTBOUND, count(totals, Metric.OUTBOUND_CLICKS));
            case "outbound_clicks_ctr" -> single(row, field, OUTBOUND, share(totals, Metric.OUTBOUND_CLICKS));
            case "cost_per_outbound_click" -> single(row, field, OUTBOUND,
                    figures.per(totals.get(Metric.OUTBOUND_CLICKS)));
            case "website_ctr" -> single(row, field, LINK, share(totals, Metric.LINK_CLICKS));
            case "cost_per_thruplay" -> single(row, field, VIEW, figures.per(totals.get(Metric.THRUPLAYS)));
            case "results", "cost_per_result" -> results(row, field, totals, figures);
            default -> {
                if (!hourly) {
                    video(row, field, totals);
                }
            }
        }
    }

    private void video(ObjectNode row, String field, Totals totals) {
        Metric metric = switch (field) {
            case "video_play_actions" -> Metric.VIDEO_PLAYS;
            case "video_thruplay_watched_actions" -> Metric.THRUPLAYS;
            case "video_p25_watched_actions" -> Metric.VIDEO_P25;
            case "video_p50_watched_actions" -> Metric.VIDEO_P50;
            case "video_p75_watched_actions" -> Metric.VIDEO_P75;
            case "video_p95_watched_actions" -> Metric.VIDEO_P95;
            case "video_p100_watched_actions" -> Metric.VIDEO_P100;
            case "video_avg_time_watched_actions", "video_time_watched_actions" -> Metric.WATCH_TIME;
            default -> null;
        };
        if (metric == null) {
            return;
        }
        BigDecimal value = count(totals, metric);
        if (value != null && field.equals("video_avg_time_watched_actions")) {
            value = value.divide(BigDecimal.valueOf(totals.get(Metric.VIDEO_PLAYS)), 0, RoundingMode.HALF_UP);
        }
        single(row, field, VIEW, value);
    }

    private void actions(ObjectNode row, Totals totals, boolean hourly) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Actions.counts(totals, !hourly).forEach((type, count) -> {
            if (query.admitsAction(type)) {
                windows(list.addObject().put("action_type", type).put("value", Long.toString(count)), type, count);
            }
        });
        put(row, "actions", list);
    }

    /// The windows' values beside `value`: most of it follows a click, some of it a mere view.
    private void windows(ObjectNode entry, String type, long count) {
        boolean attributed = Actions.isAttributed(type);
        long viewed = attributed ? count / 8 : 0;
        long clicked = count - viewed;
        for (String window : query.windows()) {
            long value = switch (window) {
                case "1d_click" -> attributed ? clicked - clicked / 6 : clicked;
                case "7d_click", "28d_click" -> clicked;
                case "1d_view" -> viewed;
                default -> 0;
            };
            if (value > 0) {
                entry.put(window, Long.toString(value));
            }
        }
    }

    private void costs(ObjectNode row, Totals totals, Figures figures, boolean hourly) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Actions.counts(totals, !hourly).forEach((type, count) -> {
            BigDecimal cost = figures.per(count);
            if (cost != null && query.admitsAction(type)) {
                list.addObject().put("action_type", type).put("value", cost.toPlainString());
            }
        });
        put(row, "cost_per_action_type", list);
    }

    private void values(ObjectNode row, Totals totals, boolean hourly) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Map<String, Long> values = hourly ? Map.of() : Actions.values(totals);
        values.forEach((type, minor) -> {
            if (query.admitsAction(type)) {
                list.addObject().put("action_type", type).put("value",
                        Numbers.major(minor, currency).toPlainString());
            }
        });
        put(row, "action_values", list);
    }

    private void roas(ObjectNode row, String field, String type, Totals totals, boolean hourly) {
        long value = totals.get(Metric.PURCHASE_VALUE);
        long spend = totals.get(Metric.SPEND);
        single(row, field, type, hourly || value == 0 || spend == 0 ? null : Numbers.ratio(value, spend));
    }

    private static void results(ObjectNode row, String field, Totals totals, Figures figures) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        totals.results().forEach((result, sum) -> {
            long count = switch (result) {
                case REACH -> figures.withPeople() ? totals.reach() : 0;
                case ENGAGEMENT -> Actions.engagement(totals);
                default -> sum;
            };
            BigDecimal value = field.equals("results") ? BigDecimal.valueOf(count) : figures.per(count);
            if (count > 0 && value != null && (field.equals("results") || totals.results().size() == 1)) {
                ObjectNode entry = list.addObject().put("indicator", result.indicator());
                ObjectNode one = entry.putArray("values").addObject().put("value", value.toPlainString());
                one.putArray("attribution_windows").add("default");
            }
        });
        put(row, field, list);
    }

    private static @Nullable BigDecimal count(Totals totals, Metric metric) {
        long count = totals.get(metric);
        return count == 0 ? null : BigDecimal.valueOf(count);
    }

    private static @Nullable BigDecimal share(Totals totals, Metric metric) {
        long count = totals.get(metric);
        return count == 0 ? null : Numbers.percent(count, totals.get(Metric.IMPRESSIONS));
    }

    private static void single(ObjectNode row, String field, String type, @Nullable BigDecimal value) {
        if (value != null) {
            row.putArray(field).addObject().put("action_type", type).put("value", value.toPlainString());
        }
    }

    private static void put(ObjectNode row, String field, ArrayNode list) {
        if (!list.isEmpty()) {
            row.set(field, list);
        }
    }
}
