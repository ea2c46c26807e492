package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A query's parameters, checked.
///
/// @param windows attribution windows asked for as extra keys
/// @param oldBreakdown a breakdown that begins more than 13 months ago, which Facebook answers without people
record InsightsQuery(Level level, List<String> fields, List<Slice> slices, Breakdown breakdown, List<Filter> filters,
        List<String> windows, String sort, boolean oldBreakdown) {

    private static final int MONTHS_OF_PEOPLE = 13;
    private static final List<String> WINDOWS = List.of("1d_click", "7d_click", "28d_click", "1d_view", "7d_view",
            "28d_view", "1d_ev", "default", "dda", "skan_click", "skan_view");

    static InsightsQuery of(Node scope, Map<String, String> parameters, LocalDate today) {
        Level level = Level.parse(parameters.getOrDefault("level", ""), Level.of(scope.kind()));
        List<String> fields = InsightsFields.parse(parameters.getOrDefault("fields", ""));
        boolean actions = fields.stream().anyMatch(field -> field.contains("action"));
        Breakdown breakdown = Breakdown.of(QueryText.names(parameters.getOrDefault("breakdowns", "")), actions);
        for (String by : QueryText.names(parameters.getOrDefault("action_breakdowns", ""))) {
            if (!by.equals("action_type")) {
                throw GraphError.invalidParameter("action_breakdowns " + by + " is not served by this sandbox");
            }
        }
        List<String> windows = QueryText.names(parameters.getOrDefault("action_attribution_windows", ""));
        for (String window : windows) {
            if (!WINDOWS.contains(window)) {
                throw GraphError.invalidParameter("action_attribution_windows must be one of the following values: "
                        + String.join(", ", WINDOWS));
            }
        }
        List<Slice> slices = Slice.of(parameters, today);
        boolean old = !breakdown.isEmpty() && slices.stream()
                .anyMatch(slice -> slice.since().isBefore(today.minusMonths(MONTHS_OF_PEOPLE)));
        List<String> sorts = QueryText.names(parameters.getOrDefault("sort", ""));
        return new InsightsQuery(level, fields, slices, breakdown,
                Filter.parse(parameters.getOrDefault("filtering", "")), windows,
                sorts.isEmpty() ? "" : sorts.getFirst(), old);
    }

    boolean admitsAction(String type) {
        return filters.stream().filter(Filter::isOnActions).allMatch(filter -> filter.admits(type));
    }
}
