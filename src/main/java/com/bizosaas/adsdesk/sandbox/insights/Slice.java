package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A run of the account's days that becomes one row; both ends belong to it.
record Slice(LocalDate since, LocalDate until) {

    private static final int MONTHS_KEPT = 37;
    private static final int MOST_INCREMENT = 90;

    /// The slices of a query: ranges, cut by `time_increment`. Neither range nor preset means the last 30 days.
    static List<Slice> of(Map<String, String> parameters, LocalDate today) {
        String ranges = parameters.getOrDefault("time_ranges", "");
        List<Slice> slices = new ArrayList<>();
        if (!ranges.isEmpty()) {
            if (parameters.containsKey("time_increment")) {
                throw GraphError.invalidParameter("time_increment cannot be combined with time_ranges");
            }
            QueryText.json("time_ranges", ranges).forEach(range -> slices.add(range(range)));
        } else {
            String range = parameters.getOrDefault("time_range", "");
            Slice whole = range.isEmpty()
                    ? preset(parameters.getOrDefault("date_preset", "last_30d"), today)
                    : range(QueryText.json("time_range", range));
            whole.cut(parameters.getOrDefault("time_increment", "all_days"), slices);
        }
        for (Slice slice : slices) {
            if (!slice.since.isAfter(today.minusMonths(MONTHS_KEPT))) {
                throw new GraphError(400, 3018, 0, "OAuthException", "(#3018) The start date of the time range cannot "
                        + "be beyond 37 months from the current date", null, null, List.of());
            }
        }
        return List.copyOf(slices);
    }

    private static Slice range(JsonNode range) {
        try {
            Slice slice = new Slice(LocalDate.parse(range.path("since").asString("")),
                    LocalDate.parse(range.path("until").asString("")));
            if (slice.until.isBefore(slice.since)) {
                throw GraphError.invalidParameter("time_range: since must not be after until");
            }
            return slice;
        } catch (DateTimeException e) {
            throw (GraphError) GraphError
                    .invalidParameter("Must be a date representation in the format YYYY-MM-DD: time_range")
                    .initCause(e);
        }
    }

    private static Slice preset(String preset, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        LocalDate year = today.withDayOfYear(1);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return switch (preset) {
            case "today" -> new Slice(today, today);
            case "yesterday" -> new Slice(yesterday, yesterday);
            case "this_month" -> new Slice(month, today);
            case "last_month" -> new Slice(month.minusMonths(1), month.minusDays(1));
            case "this_quarter" -> new Slice(quarter, today);
            case "last_quarter" -> new Slice(quarter.minusMonths(3), quarter.minusDays(1));
            case "this_year" -> new Slice(year, today);
            case "last_year" -> new Slice(year.minusYears(1), year.minusDays(1));
            case "last_3d" -> new Slice(today.minusDays(3), yesterday);
            case "last_7d" -> new Slice(today.minusDays(7), yesterday);
            case "last_14d" -> new Slice(today.minusDays(14), yesterday);
            case "last_28d" -> new Slice(today.minusDays(28), yesterday);
            case "last_30d" -> new Slice(today.minusDays(30), yesterday);
            case "last_90d" -> new Slice(today.minusDays(90), yesterday);
            case "last_week_mon_sun" -> new Slice(monday.minusDays(7), monday.minusDays(1));
            case "last_week_sun_sat" -> new Slice(sunday.minusDays(7), sunday.minusDays(1));
            case "this_week_mon_today" -> new Slice(monday, today);
            case "this_week_sun_today" -> new Slice(sunday, today);
            case "maximum", "data_maximum" -> new Slice(today.minusMonths(MONTHS_KEPT).plusDays(1), today);
            default -> throw GraphError.invalidParameter("date_preset must be one of the following values: today, "
                    + "yesterday, this_month, last_month, this_quarter, maximum, data_maximum, last_3d, last_7d, "
                    + "last_14d, last_28d, last_30d, last_90d, last_week_mon_sun, last_week_sun_sat, last_quarter, "
                    + "last_year, this_week_mon_today, this_week_sun_today, this_year");
        };
    }

    private void cut(String increment, List<Slice> slices) {
        if (increment.equals("all_days")) {
            slices.add(this);
            return;
        }
        boolean monthly = increment.equals("monthly");
        int days = monthly ? 0 : days(increment);
        for (LocalDate from = since; !from.isAfter(until);) {
            LocalDate next = monthly ? from.withDayOfMonth(1).plusMonths(1) : from.plusDays(days);
            LocalDate last = next.minusDays(1);
            slices.add(new Slice(from, last.isAfter(until) ? until : last));
            from = next;
        }
    }

    private static int days(String increment) {
        if (increment.matches("\\d{1,2}")) {
            int days = Integer.parseInt(increment);
            if (days >= 1 && days <= MOST_INCREMENT) {
                return days;
            }
        }
        throw GraphError.invalidParameter("time_increment must be an integer from 1 to 90, monthly or all_days");
    }
}
