package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// One entry of `filtering`: `campaign.name`, `ad.effective_status`, `spend`, `action_type` and the like with an operator
/// and a value (graph-api chapter 04).
///
/// @param level whose attribute it is; empty for a metric and for action types
record Filter(Optional<Level> level, String attribute, String operator, List<String> values) {

    private static final Set<String> ATTRIBUTES = Set.of("id", "name", "effective_status", "status", "objective",
            "optimization_goal", "buying_type");
    private static final Set<String> METRICS = Set.of("impressions", "spend", "clicks", "reach", "ctr", "cpc", "cpm",
            "frequency", "inline_link_clicks");

    static List<Filter> parse(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Filter> filters = new ArrayList<>();
        for (JsonNode entry : QueryText.json("filtering", text)) {
            filters.add(
                    one(entry.path("field").asString(""), entry.path("operator").asString(""), entry.path("value")));
        }
        return List.copyOf(filters);
    }

    private static Filter one(String field, String operator, JsonNode value) {
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> values.add(item.asString()));
        } else {
            values.add(value.asString());
        }
        int dot = field.indexOf('.');
        String attribute = field.substring(dot + 1);
        Optional<Level> level = switch (dot < 0 ? "" : field.substring(0, dot)) {
            case "campaign" -> Optional.of(Level.CAMPAIGN);
            case "adset" -> Optional.of(Level.ADSET);
            case "ad" -> Optional.of(Level.AD);
            default -> Optional.empty();
        };
        boolean known = METRICS.contains(attribute) || dot < 0 && attribute.equals("action_type")
                || level.isPresent() && ATTRIBUTES.contains(attribute);
        if (!known) {
            throw GraphError.invalidParameter("Filtering field " + field + " with operation "
                    + operator.toLowerCase(Locale.ROOT) + " is not supported");
        }
        return new Filter(METRICS.contains(attribute) ? Optional.empty() : level, attribute, operator,
                List.copyOf(values));
    }

    boolean isOnActions() {
        return attribute.equals("action_type");
    }

    boolean isOnMetric() {
        return level.isEmpty() && !isOnActions();
    }

    /// @param node the campaign, ad set or ad at this filter's level
    boolean admits(Node node, Function<Node, String> effectiveStatus) {
        return admits(switch (attribute) {
            case "id" -> node.id();
            case "effective_status" -> effectiveStatus.apply(node);
            default -> node.text(attribute);
        });
    }

    boolean admits(String actual) {
        String first = values.isEmpty() ? "" : values.getFirst();
        String folded = actual.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "EQUAL" -> actual.equals(first);
            case "NOT_EQUAL" -> !actual.equals(first);
            case "IN", "ANY" -> values.contains(actual);
            case "NOT_IN", "NONE" -> !values.contains(actual);
            case "CONTAIN" -> folded.contains(first.toLowerCase(Locale.ROOT));
            case "NOT_CONTAIN" -> !folded.contains(first.toLowerCase(Locale.ROOT));
            case "STARTS_WITH" -> folded.startsWith(first.toLowerCase(Locale.ROOT));
            case "ENDS_WITH" -> folded.endsWith(first.toLowerCase(Locale.ROOT));
            default -> throw unsupported();
        };
    }

    boolean admits(double actual) {
        double first = number(0);
        return switch (operator) {
            case "EQUAL" -> actual == first;
            case "NOT_EQUAL" -> actual != first;
            case "GREATER_THAN" -> actual > first;
            case "GREATER_THAN_OR_EQUAL" -> actual >= first;
            case "LESS_THAN" -> actual < first;
            case "LESS_THAN_OR_EQUAL" -> actual <= first;
            case "IN_RANGE" -> actual >= first && actual <= number(1);
            case "NOT_IN_RANGE" -> actual < first || actual > number(1);
            default -> throw unsupported();
        };
    }

    private double number(int place) {
        if (place >= values.size()) {
            throw GraphError.invalidParameter("filtering: " + operator + " needs two values");
        }
        try {
            return Double.parseDouble(values.get(place));
        } catch (NumberFormatException e) {
            throw (GraphError) GraphError.invalidParameter("filtering: " + attribute + " needs a number").initCause(e);
        }
    }

    private GraphError unsupported() {
        return GraphError.invalidParameter("Filtering field " + attribute + " with operation "
                + operator.toLowerCase(Locale.ROOT) + " is not supported");
    }
}
