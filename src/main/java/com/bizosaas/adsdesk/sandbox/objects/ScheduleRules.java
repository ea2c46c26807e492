package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// When an ad set may run (graph-api chapter 04, "Ad set"): start before end, and hours of the week only with a lifetime budget
/// and the pacing for them.
final class ScheduleRules {

    private static final String HOURS = "adset_schedule";
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final Set<String> ZONES = Set.of("", "USER", "ADVERTISER");

    private ScheduleRules() {
    }

    /// @param adSet null for one that is created
    static void check(Call call, @Nullable Node adSet, Node campaign) {
        if (call.has("start_time") && call.has("end_time") && !"0".equals(call.text("end_time"))) {
            Instant start = Times.parse(call.text("start_time")).orElseThrow();
            Instant end = Times.parse(call.text("end_time")).orElseThrow();
            if (!start.isBefore(end)) {
                throw GraphError.refused(0, "Invalid schedule", "The end time must be after the start time.",
                        "end_time");
            }
        }
        JsonNode hours = call.json(HOURS).orElse(null);
        if (hours == null || hours.isArray() && hours.isEmpty()) {
            return;
        }
        boolean lifetime = call.has("lifetime_budget") || isSet(campaign.text("lifetime_budget"))
                || adSet != null && isSet(adSet.text("lifetime_budget")) && !call.has("daily_budget");
        if (!lifetime) {
            throw GraphError.refused(0, "Ad scheduling needs a lifetime budget",
                    "An ad set with a schedule of hours needs a lifetime budget.", HOURS);
        }
        boolean paced = call.has("pacing_type")
                ? call.list("pacing_type").contains("day_parting")
                : adSet != null && adSet.fields().path("pacing_type").valueStream()
                        .anyMatch(one -> one.asString("").equals("day_parting"));
        if (!paced) {
            throw GraphError.refused(0, "Ad scheduling needs its pacing",
                    "Set pacing_type to day_parting for an ad set with a schedule of hours.", "pacing_type");
        }
        if (!hours.isArray() || !hours.valueStream().allMatch(ScheduleRules::isWindow)) {
            throw GraphError.refused(0, "Invalid ad schedule",
                    "Each entry needs days from 0 to 6 and full hours of one day, at least one hour apart.", HOURS);
        }
    }

    private static boolean isSet(String budget) {
        return !budget.isEmpty() && !"0".equals(budget);
    }

    private static boolean isWindow(JsonNode window) {
        int start = window.path("start_minute").asInt(-1);
        int end = window.path("end_minute").asInt(-1);
        List<JsonNode> days = window.path("days").valueStream().toList();
        return start >= 0 && end <= DAY && end - start >= HOUR && start % HOUR == 0 && end % HOUR == 0
                && !days.isEmpty() && days.stream().allMatch(day -> day.asInt(-1) >= 0 && day.asInt(-1) <= 6)
                && ZONES.contains(window.path("timezone_type").asString(""));
    }
}
