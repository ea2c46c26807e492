package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rule of a website audience, a JSON text, in words (graph-api chapter 06, "Website audience"). What it does not
/// understand it leaves out and says so, rather than show half a rule as the whole.
public final class AudienceRuleWords {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNREADABLE = "A rule that only Ads Manager can show";

    private AudienceRuleWords() {
    }

    /// @param rule the JSON text of an audience's `rule`
    public static String of(String rule) {
        try {
            JsonNode root = JSON.readTree(rule);
            String included = side(root.path("inclusions"));
            String excluded = side(root.path("exclusions"));
            if (included.isEmpty()) {
                return UNREADABLE;
            }
            return excluded.isEmpty() ? included : included + "; but not: " + excluded;
        } catch (JacksonException unreadable) {
            return UNREADABLE;
        }
    }

    private static String side(JsonNode side) {
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : side.path("rules")) {
            rules.add(rule(rule));
        }
        return String.join(side.path("operator").asString("or").equals("and") ? " and " : " or ", rules);
    }

    private static String rule(JsonNode rule) {
        List<String> conditions = new ArrayList<>();
        for (JsonNode filter : rule.path("filter").path("filters")) {
            conditions.add(condition(filter));
        }
        String joint = rule.path("filter").path("operator").asString("and").equals("or") ? " or " : " and ";
        String what = conditions.isEmpty() ? "Any visit" : String.join(joint, conditions);
        long days = rule.path("retention_seconds").asLong(0) / 86_400;
        return days == 0 ? what : what + ", last " + days + (days == 1 ? " day" : " days");
    }

    private static String condition(JsonNode filter) {
        String field = filter.path("field").asString("");
        String value = filter.path("value").asString("");
        String operator = filter.path("operator").asString("");
        if (field.equals("event") && operator.equals("eq")) {
            return value + " event";
        }
        String subject = field.equals("url") ? "address" : field;
        return switch (operator) {
            case "i_contains", "contains" ->
                value.isEmpty() ? "any " + subject : subject + " contains “" + value + "”";
            case "i_not_contains", "not_contains" -> subject + " does not contain “" + value + "”";
            case "eq" -> subject + " is “" + value + "”";
            case "neq" -> subject + " is not “" + value + "”";
            case "lt", "lte", "gt", "gte" -> subject + " " + sign(operator) + " " + value;
            default -> subject + " (a condition that only Ads Manager can show)";
        };
    }

    private static String sign(String operator) {
        return switch (operator) {
            case "lt" -> "<";
            case "lte" -> "≤";
            case "gt" -> ">";
            default -> "≥";
        };
    }
}
