package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A question for figures, for one ad account, whose days are meant.
///
/// @param step days of a row; 0 for the whole range, -1 for calendar months
/// @param comparison the earlier range to set beside it, null for none
/// @param fields the only figures wanted; empty for all
/// @param objects the only objects wanted; empty for all
record InsightAsk(Level level, DateRange range, int step, @Nullable Breakdown breakdown,
        @Nullable DateRange comparison, List<String> fields, List<String> objects, Conversion family) {

    static final int WHOLE = 0;
    static final int MONTHS = -1;
    static final String[] LEVELS = {"account", "campaign", "adset", "ad"};
    private static final String AGREED = "AGREED";
    private static final long MOST_DAYS = 1150;
    private static final Map<String, DatePreset> PRESETS = Map.of("today", DatePreset.TODAY, "yesterday",
            DatePreset.YESTERDAY, "last_7d", DatePreset.LAST_7_DAYS, "last_14d", DatePreset.LAST_14_DAYS, "last_28d",
            DatePreset.LAST_28_DAYS, "last_30d", DatePreset.LAST_30_DAYS, "last_90d", DatePreset.LAST_90_DAYS,
            "this_month", DatePreset.THIS_MONTH, "last_month", DatePreset.LAST_MONTH);

    static final Param[] INPUTS = {
            Param.text("level", "The level; account without it.").oneOf(LEVELS),
            Param.of("fields", Param.Kind.TEXTS, "The only figures wanted.").oneOf(InsightRow.FIGURES),
            Param.text("date_preset", "A range by name; last_30d without any.")
                    .oneOf(PRESETS.keySet().stream().sorted().toArray(String[]::new)),
            Param.text("time_range", "A range as Graph has it: {\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}."),
            Param.of("since", Param.Kind.DAY, "First day of the ad account, instead of time_range."),
            Param.of("until", Param.Kind.DAY, "Last day, with since."),
            Param.text("time_increment", "Days of a row, 1 to 90, or monthly; all_days without it."),
            Param.text("breakdowns", "A split of the account's figures.").oneOf(Arrays.stream(Breakdown.values())
                    .map(one -> String.join(",", one.columns())).toArray(String[]::new)),
            Param.text("comparison", "An earlier range to set beside each row.").oneOf("previous_period",
                    "previous_year"),
            Param.of("object_ids", Param.Kind.TEXTS, "Only these objects of the level."),
            Param.text("conversion",
                    "What counts as a conversion; PURCHASE without it. AGREED is what the client's profile"
                            + " says, PURCHASE where it says nothing.")
                    .oneOf(Stream.concat(Stream.of(AGREED),
                            Arrays.stream(ConversionFamily.values()).map(Enum::name)).toArray(String[]::new))};

    boolean whole() {
        return step == WHOLE;
    }

    /// @param today the ad account's own day
    /// @param agreed what the client's profile counts
    static InsightAsk of(Call call, LocalDate today, Supplier<Conversion> agreed) {
        Level level = Level.WITH_FIGURES.stream()
                .filter(one -> one.graphName().equals(call.findText("level").orElse("account"))).findFirst()
                .orElseThrow();
        DateRange range = range(call, today);
        int step = step(call);
        Breakdown breakdown = call.findText("breakdowns")
                .flatMap(words -> Arrays.stream(Breakdown.values())
                        .filter(one -> String.join(",", one.columns()).equals(words)).findFirst())
                .orElse(null);
        if (breakdown != null && (level != Level.ACCOUNT || step != WHOLE)) {
            throw ApiProblem.badInput("breakdowns", "Splits are kept for whole ranges of an ad account",
                    "Leave out level and time_increment, or leave out breakdowns.");
        }
        DateRange comparison = switch (call.findText("comparison").orElse("")) {
            case "previous_period" -> range.previous();
            case "previous_year" -> new DateRange(range.since().minusYears(1), range.until().minusYears(1));
            default -> null;
        };
        return new InsightAsk(level, range, step, breakdown, comparison, call.texts("fields"),
                call.texts("object_ids"),
                conversion(call.findText("conversion").orElse(ConversionFamily.PURCHASE.name()), agreed));
    }

    private static Conversion conversion(String asked, Supplier<Conversion> agreed) {
        return asked.equals(AGREED) ? agreed.get() : ConversionFamily.valueOf(asked);
    }

    private static DateRange range(Call call, LocalDate today) {
        List<String> named = new ArrayList<>();
        for (String name : List.of("date_preset", "time_range", "since")) {
            if (call.has(name)) {
                named.add(name);
            }
        }
        if (named.size() > 1 || call.has("until") != call.has("since")) {
            throw ApiProblem.badInput(named.isEmpty() ? "until" : named.getLast(), "The range is not clear",
                    "Send one of date_preset, time_range, or since with until.");
        }
        DateRange range = call.has("time_range")
                ? timeRange(call.text("time_range"))
                : call.has("since")
                        ? range("until", call.need("since", LocalDate.class), call.need("until", LocalDate.class))
                        : PRESETS.getOrDefault(call.findText("date_preset").orElse("last_30d").toLowerCase(Locale.ROOT),
                                DatePreset.LAST_30_DAYS).range(today);
        if (range.days() > MOST_DAYS) {
            throw ApiProblem.badInput(named.getFirst(), "The range is too long",
                    "Facebook keeps 37 months of figures.");
        }
        return range;
    }

    private static DateRange timeRange(String text) {
        try {
            JsonNode tree = Json.read(text.getBytes(StandardCharsets.UTF_8));
            return range("time_range", LocalDate.parse(tree.path("since").asString("")),
                    LocalDate.parse(tree.path("until").asString("")));
        } catch (JacksonException | DateTimeException e) {
            ApiProblem problem = ApiProblem.badInput("time_range", "“time_range” is not what it must be",
                    "It is {\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}.");
            problem.addSuppressed(e);
            throw problem;
        }
    }

    private static DateRange range(String field, LocalDate since, LocalDate until) {
        if (until.isBefore(since)) {
            throw ApiProblem.badInput(field, "The range ends before it begins", "Turn the two days round.");
        }
        return new DateRange(since, until);
    }

    private static int step(Call call) {
        String text = call.findText("time_increment").orElse("all_days");
        if (text.equals("all_days")) {
            return WHOLE;
        }
        if (text.equals("monthly")) {
            return MONTHS;
        }
        if (text.matches("[1-9][0-9]?") && Integer.parseInt(text) <= 90) {
            return Integer.parseInt(text);
        }
        throw ApiProblem.badInput("time_increment", "“time_increment” is not what it must be",
                "It is 1 to 90, monthly, or all_days.");
    }

    /// The rows' ranges, in order.
    List<DateRange> steps(DateRange of) {
        List<DateRange> steps = new ArrayList<>();
        LocalDate from = of.since();
        while (!from.isAfter(of.until())) {
            LocalDate to = step == WHOLE
                    ? of.until()
                    : step == MONTHS ? from.withDayOfMonth(from.lengthOfMonth()) : from.plusDays(step - 1L);
            steps.add(new DateRange(from, to.isAfter(of.until()) ? of.until() : to));
            from = steps.getLast().until().plusDays(1);
        }
        return steps;
    }
}
