package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What every write has in common: new ids, stamps, the account's history, and the rules on statuses (graph-api chapter 04,
/// "Statuses").
final class Writes {

    private static final Map<Kind, String> STATUS_EVENTS = Map.of(Kind.CAMPAIGN, "update_campaign_run_status",
            Kind.AD_SET,
            "update_ad_set_run_status", Kind.AD, "update_ad_run_status");
    private static final Map<Kind, String> NAME_EVENTS = Map.of(Kind.CAMPAIGN, "update_campaign_name", Kind.AD_SET,
            "update_ad_set_name", Kind.AD, "update_ad_friendly_name", Kind.CUSTOM_AUDIENCE, "update_audience");
    private static final Set<String> NO_STAMP = Set.of("daily_budget", "lifetime_budget", "spend_cap");
    private static final Set<String> STEERING = Set.of("execution_options", "access_token", "appsecret_proof",
            "appsecret_time", "locale", "pretty", "debug", "format");

    /// A field that the next write says yes to and leaves as it is, as Facebook does now and then (graph-api chapter 16).
    private static final String IGNORED = "_ignored";

    private final Activities activities;

    Writes(Activities activities) {
        this.activities = activities;
    }

    /// Adds a new object with its stamps and its line in the history.
    Node create(Call call, Kind kind, Node account, @Nullable String parentId, ObjectNode fields, String event) {
        String now = Times.write(call.now(), Times.zone(account));
        fields.put("created_time", now).put("updated_time", now);
        Node node = call.world().create(new Node(kind, call.world().newId(), account.id(), parentId, fields));
        activities.record(call, node, event, null, StringNode.valueOf(node.text("name")));
        return node;
    }

    static JsonNode id(Node node) {
        return Json.object().put("id", node.id());
    }

    static Node account(Call call, Node node) {
        return call.world().find(node.accountId()).orElseThrow();
    }

    /// Replaces fields that differ, stamps the change (a campaign's budget does not move its `updated_time`), and writes
    /// the history.
    void apply(Call call, Node node, ObjectNode values) {
        boolean stamp = false;
        String ignored = node.text(IGNORED);
        node.fields().remove(IGNORED);
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            JsonNode before = node.fields().get(entry.getKey());
            if (!entry.getValue().equals(before) && !entry.getKey().equals(ignored)) {
                set(node, entry.getKey(), entry.getValue(), call);
                activities.record(call, node, event(node.kind(), entry.getKey()), before, entry.getValue());
                stamp |= node.kind() != Kind.CAMPAIGN || !NO_STAMP.contains(entry.getKey());
            }
        }
        if (stamp) {
            stamp(call, node);
        }
        call.world().touch(node);
    }

    void stamp(Call call, Node node) {
        node.fields().put("updated_time", Times.write(call.now(), Times.zone(account(call, node))));
    }

    /// What held until now is noted first, so that yesterday's delivery stays as it was.
    private static void set(Node node, String field, JsonNode value, Call call) {
        if (value.isValueNode()) {
            History.note(node, field, call.now());
        }
        node.fields().set(field, value);
    }

    private static String event(Kind kind, String field) {
        if ("status".equals(field)) {
            return STATUS_EVENTS.getOrDefault(kind, "update_audience");
        }
        if ("name".equals(field)) {
            return NAME_EVENTS.getOrDefault(kind, "unknown");
        }
        return switch (kind) {
            case CAMPAIGN -> "spend_cap".equals(field) ? "update_campaign_group_spend_cap" : "update_campaign_budget";
            case AD_SET -> switch (field) {
                case "daily_budget", "lifetime_budget" -> "update_ad_set_budget";
                case "targeting" -> "update_ad_set_target_spec";
                case "bid_amount", "bid_constraints" -> "update_ad_set_bidding";
                case "bid_strategy" -> "update_ad_set_bid_strategy";
                case "optimization_goal" -> "update_ad_set_optimization_goal";
                default -> "update_ad_set_duration";
            };
            case AD -> "update_ad_creative";
            case CUSTOM_AUDIENCE -> "update_audience";
            default -> "unknown";
        };
    }

    void record(Call call, Node node, String event, @Nullable JsonNode before, @Nullable JsonNode after) {
        activities.record(call, node, event, before, after);
    }

    /// The status a new object is to have: only running or paused are allowed.
    static String newStatus(Call call) {
        String status = call.has("status") ? call.text("status") : "ACTIVE";
        if (!List.of("ACTIVE", "PAUSED").contains(status)) {
            throw GraphError.invalidParameter("Param status must be one of {ACTIVE, PAUSED} when an object is created");
        }
        return status;
    }

    /// Refuses edits of what is archived (all but the name and the way to deletion) and of what is deleted.
    static void mustBeEditable(Call call, Node node) {
        String status = Statuses.effective(call.world(), node);
        if ("DELETED".equals(status)) {
            throw GraphError.refused(1_487_566, "Can't edit deleted object",
                    "This object has been deleted, so it can't be edited.");
        }
        if (!"ARCHIVED".equals(status)) {
            return;
        }
        boolean harmless = call.parameters().entrySet().stream().filter(one -> !STEERING.contains(one.getKey()))
                .allMatch(
                        one -> "name".equals(one.getKey())
                                || ("status".equals(one.getKey()) && List.of("DELETED", "ARCHIVED")
                                        .contains(one.getValue())));
        if (!harmless) {
            throw GraphError.refused(node.kind() == Kind.AD ? 1_885_088 : 1_487_056, "Can't edit archived object",
                    "An archived object can only be renamed or deleted.");
        }
    }

    JsonNode delete(Call call, Node node) {
        apply(call, node, Json.object().put("status", "DELETED"));
        return Json.object().put("success", true);
    }
}
