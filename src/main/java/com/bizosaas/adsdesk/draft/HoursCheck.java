package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The hours of an ad set (graph-api chapter 04, `adset_schedule`): windows of full hours on days of the week, with a pacing
/// of their own, and only with a lifetime budget. That a window begins and ends at a full hour and is an hour long at
/// least is Meta's word from when hours came.
final class HoursCheck {

    private static final String HOURS = "adset_schedule";
    private static final String PACING = "pacing_type";
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int WEEK = 7;
    private static final Set<String> ZONES = Set.of("", "USER", "ADVERTISER");

    private final DraftKey key;
    private final Map<String, String> after;

    /// @param after the ad set's values as they will be
    HoursCheck(DraftKey key, Map<String, String> after) {
        this.key = key;
        this.after = after;
    }

    /// @param lifetime whether the ad set or its campaign has a lifetime budget
    List<Finding> run(boolean lifetime) {
        List<Finding> findings = new ArrayList<>();
        String hours = after.getOrDefault(HOURS, "");
        boolean paced = FieldValues.words(after.getOrDefault(PACING, "")).contains("day_parting");
        if (FieldValues.isAbsent(hours)) {
            if (paced) {
                findings.add(red(PACING, "schedule.pacing", "The pacing is by hours, and no hours are set",
                        "Set the hours, or take the pacing out."));
            }
            return findings;
        }
        if (!lifetime) {
            findings.add(red(HOURS, "schedule.hours", "A schedule of hours needs a lifetime budget",
                    "Set a lifetime budget, or take the hours out.").repairedBy(HOURS, ""));
        }
        if (!paced) {
            findings.add(red(PACING, "schedule.pacing", "Hours need the pacing day_parting", "Set it.")
                    .repairedBy(PACING, "[\"day_parting\"]"));
        }
        windows(Trees.read(hours), findings);
        return findings;
    }

    private void windows(JsonNode list, List<Finding> findings) {
        if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isObject)) {
            findings.add(red(HOURS, "schedule.shape", "The hours are no list of windows",
                    "Write [{\"start_minute\":540,\"end_minute\":1020,\"days\":[1,2,3,4,5]}] for 9:00 to 17:00 from Monday to "
                            + "Friday."));
            return;
        }
        BitSet taken = new BitSet(WEEK * DAY);
        for (JsonNode window : list) {
            Finding wrong = wrong(window);
            if (wrong != null) {
                findings.add(wrong);
                return;
            }
            int start = window.path("start_minute").asInt();
            int end = window.path("end_minute").asInt();
            for (JsonNode day : window.path("days")) {
                int from = day.asInt() * DAY;
                if (!taken.get(from + start, from + end).isEmpty()) {
                    findings.add(Finding.yellow(key, HOURS, "schedule.overlap", "Two windows of the hours overlap",
                            "Join them, so that it is plain when the ads run."));
                    return;
                }
                taken.set(from + start, from + end);
            }
        }
    }

    private @Nullable Finding wrong(JsonNode window) {
        int start = window.path("start_minute").asInt(-1);
        int end = window.path("end_minute").asInt(-1);
        if (start < 0 || end > DAY || end - start < HOUR || start % HOUR != 0 || end % HOUR != 0) {
            return red(HOURS, "schedule.window", "A window of the hours begins or ends where none can",
                    "It begins and ends at full hours of one day, an hour apart at least, counted in minutes: 540 to 1020 "
                            + "is 9:00 to 17:00, 1440 is midnight at the end of the day.");
        }
        JsonNode days = window.path("days");
        if (!days.isArray() || days.isEmpty()
                || days.valueStream().anyMatch(day -> day.asInt(-1) < 0 || day.asInt(-1) >= WEEK)) {
            return red(HOURS, "schedule.days",
                    "A window of the hours names no day of the week, or one that does not exist",
                    "Write days from 0 for Sunday to 6 for Saturday.");
        }
        if (!ZONES.contains(window.path("timezone_type").asString(""))) {
            return red(HOURS, "schedule.zone", "A window of the hours names no such zone",
                    "Write USER for the viewer's time, or ADVERTISER for the ad account's.");
        }
        return null;
    }

    private Finding red(String field, String code, String text, String fix) {
        return Finding.red(key, field, code, text, fix);
    }
}
