package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The `filtering` parameter of structure edges (graph-api chapter 04): entries are AND-ed, and a field or operator the
/// sandbox does not know is refused rather than ignored.
final class Filters {

    private static final Map<String, Kind> LEVELS = Map.of("campaign", Kind.CAMPAIGN, "adset", Kind.AD_SET, "ad",
            Kind.AD,
            "customaudience", Kind.CUSTOM_AUDIENCE, "adcreative", Kind.AD_CREATIVE);
    private static final Set<String> STATUS_FIELDS = Set.of("effective_status", "status", "configured_status",
            "delivery_info");

    private final List<Predicate<Node>> tests = new ArrayList<>();
    private final Renderer renderer;
    private final Call call;
    private boolean asksForStatus;

    Filters(Call call, Renderer renderer, Kind kind) {
        this.call = call;
        this.renderer = renderer;
        call.json("filtering").ifPresent(filters -> {
            if (!filters.isArray()) {
                throw GraphError.invalidParameter("Param filtering must be an array");
            }
            filters.forEach(filter -> tests.add(test(filter, kind)));
        });
    }

    boolean accepts(Node node) {
        for (Predicate<Node> test : tests) {
            if (!test.test(node)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a filter names a status of the listed objects, which lifts the hiding of archived and deleted ones.
    boolean asksForStatus() {
        return asksForStatus;
    }

    private Predicate<Node> test(JsonNode filter, Kind kind) {
        String name = filter.path("field").asString("");
        String operator = filter.path("operator").asString("").toUpperCase(Locale.ROOT);
        JsonNode expected = filter.path("value");
        int dot = name.indexOf('.');
        String field = dot < 0 ? name : name.substring(dot + 1);
        Kind level = dot < 0 ? kind : LEVELS.get(name.substring(0, dot));
        boolean delivery = "delivery_info".equals(field);
        if (level == null || !(delivery || renderer.has(level, field))) {
            throw GraphError.invalidParameter("Filtering field '" + name + "' with operation '" + operator.toLowerCase(
                    Locale.ROOT) + "' is not supported");
        }
        if (level == kind && STATUS_FIELDS.contains(field)) {
            asksForStatus = true;
        }
        Predicate<Optional<JsonNode>> compare = comparison(name, operator, expected);
        return node -> compare.test(subject(node, level).map(subject -> delivery
                ? Json.array().add(delivery(subject))
                        .get(0)
                : renderer.value(call, subject, field)));
    }

    private Optional<Node> subject(Node node, Kind level) {
        Node at = node;
        while (at != null && at.kind() != level) {
            String parent = at.parentId();
            at = parent == null ? null : call.world().find(parent).orElse(null);
        }
        return Optional.ofNullable(at);
    }

    private String delivery(Node node) {
        return switch (Statuses.effective(call.world(), node)) {
            case "ACTIVE" -> "active";
            case "ARCHIVED" -> "archived";
            case "DELETED" -> "deleted";
            case "PENDING_REVIEW", "IN_PROCESS" -> "pending_review";
            case "DISAPPROVED" -> "rejected";
            case "WITH_ISSUES" -> "not_delivering";
            default -> "inactive";
        };
    }

    private static Predicate<Optional<JsonNode>> comparison(String name, String operator, JsonNode expected) {
        return switch (operator) {
            case "EQUAL" -> value -> value.filter(one -> same(one, expected)).isPresent();
            case "NOT_EQUAL" -> value -> value.filter(one -> same(one, expected)).isEmpty();
            case "IN" -> value -> value.filter(one -> in(one, list(name, expected))).isPresent();
            case "NOT_IN" -> value -> value.filter(one -> in(one, list(name, expected))).isEmpty();
            case "ANY" ->
                value -> value.filter(one -> one.valueStream().anyMatch(each -> in(each, list(name, expected))))
                        .isPresent();
            case "ALL" ->
                value -> value.filter(one -> list(name, expected).valueStream().allMatch(each -> in(each, one)))
                        .isPresent();
            case "NONE" ->
                value -> value.filter(one -> one.valueStream().anyMatch(each -> in(each, list(name, expected))))
                        .isEmpty();
            case "CONTAIN" -> value -> lower(value).contains(lower(expected));
            case "NOT_CONTAIN" -> value -> !lower(value).contains(lower(expected));
            case "STARTS_WITH" -> value -> lower(value).startsWith(lower(expected));
            case "ENDS_WITH" -> value -> lower(value).endsWith(lower(expected));
            case "GREATER_THAN", "AFTER" -> value -> order(value, expected).filter(sign -> sign > 0).isPresent();
            case "GREATER_THAN_OR_EQUAL", "ON_OR_AFTER" -> value -> order(value, expected).filter(sign -> sign >= 0)
                    .isPresent();
            case "LESS_THAN", "BEFORE" -> value -> order(value, expected).filter(sign -> sign < 0).isPresent();
            case "LESS_THAN_OR_EQUAL", "ON_OR_BEFORE" -> value -> order(value, expected).filter(sign -> sign <= 0)
                    .isPresent();
            case "IN_RANGE" -> value -> inRange(value, list(name, expected));
            case "NOT_IN_RANGE" -> value -> !inRange(value, list(name, expected));
            default -> throw GraphError.invalidParameter("Filtering field '" + name + "' with operation '"
                    + operator.toLowerCase(Locale.ROOT) + "' is not supported");
        };
    }

    private static JsonNode list(String name, JsonNode expected) {
        if (!expected.isArray()) {
            throw GraphError.invalidParameter("The value of filtering field '" + name + "' must be an array");
        }
        return expected;
    }

    private static boolean in(JsonNode value, JsonNode list) {
        return list.valueStream().anyMatch(one -> same(value, one));
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return a.isValueNode() && b.isValueNode() ? a.asString().equals(b.asString()) : a.equals(b);
    }

    private static String lower(Optional<JsonNode> value) {
        return value.map(Filters::lower).orElse("");
    }

    private static String lower(JsonNode value) {
        return value.isValueNode()
                ? value.asString().toLowerCase(Locale.ROOT)
                : Json.text(value).toLowerCase(Locale.ROOT);
    }

    private static boolean inRange(Optional<JsonNode> value, JsonNode range) {
        return order(value, range.path(0)).filter(sign -> sign >= 0).isPresent()
                && order(value, range.path(1)).filter(sign -> sign <= 0).isPresent();
    }

    private static Optional<Integer> order(Optional<JsonNode> value, JsonNode expected) {
        BigDecimal left = value.map(Filters::amount).orElse(null);
        BigDecimal right = amount(expected);
        return left == null || right == null ? Optional.empty() : Optional.of(left.compareTo(right));
    }

    private static @Nullable BigDecimal amount(JsonNode node) {
        String text = node.isValueNode() ? node.asString().strip() : "";
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(text);
        }
        return Times.parse(text).map(Instant::getEpochSecond).map(BigDecimal::valueOf).orElse(null);
    }
}
