package com.bizosaas.adsdesk.sandbox.control;

import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.History;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import com.bizosaas.adsdesk.sandbox.objects.Activities;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Somebody else who changes an object, as a colleague in Ads Manager does: no rules are checked, but the change is
/// stamped and leaves its line in the account's history.
public final class Outsider {

    private static final String ACTOR_ID = "10229999999999999";

    /// Of a campaign these move no `updated_time` (graph-api chapter 04).
    private static final Set<String> NO_STAMP = Set.of("daily_budget", "lifetime_budget", "spend_cap");

    private final World world;
    private final Activities activities;
    private final Runnable onChange;

    public Outsider(World world, Activities activities, Runnable onChange) {
        this.world = world;
        this.activities = activities;
        this.onChange = onChange;
    }

    /// Replaces the fields given in `fields`; a null takes a field away.
    JsonNode change(String id, JsonNode body) {
        world.lock().lock();
        try {
            Node node = world.find(id).orElseThrow(() -> new NoSuchElementException("No such object: " + id));
            boolean stamp = false;
            for (Map.Entry<String, JsonNode> entry : body.path("fields").properties()) {
                stamp |= node.kind() != Kind.CAMPAIGN || !NO_STAMP.contains(entry.getKey());
                JsonNode before = node.fields().get(entry.getKey());
                if (entry.getValue().isValueNode()) {
                    History.note(node, entry.getKey(), world.clock().instant());
                }
                if (entry.getValue().isNull()) {
                    node.fields().remove(entry.getKey());
                } else {
                    node.fields().set(entry.getKey(), entry.getValue());
                }
                activities.record(world, ACTOR_ID, body.path("actor").asString("Ads Manager colleague"), node,
                        event(node
                                .kind(), entry.getKey()),
                        before, entry.getValue());
            }
            if (stamp && node.fields().has("updated_time")) {
                node.fields().put("updated_time", Times.write(world.clock().instant(), world.find(node.accountId()).map(
                        Times::zone).orElseThrow()));
            }
            world.touch(node);
        } finally {
            world.lock().unlock();
        }
        onChange.run();
        return Json.object().put("success", true);
    }

    /// The fields of an object as the sandbox keeps them, whatever became of it.
    JsonNode look(String id) {
        world.lock().lock();
        try {
            return world.find(id).orElseThrow(() -> new NoSuchElementException("No such object: " + id)).fields()
                    .deepCopy();
        } finally {
            world.lock().unlock();
        }
    }

    /// The names of all campaigns of an ad account, whatever became of them.
    JsonNode campaigns(String account) {
        world.lock().lock();
        try {
            var names = Json.array();
            world.children(account, Kind.CAMPAIGN).forEach(node -> names.add(node.text("name")));
            return names;
        } finally {
            world.lock().unlock();
        }
    }

    private static String event(Kind kind, String field) {
        String what = switch (kind) {
            case CAMPAIGN -> "campaign";
            case AD_SET -> "ad_set";
            case AD -> "ad";
            default -> "audience";
        };
        return switch (field) {
            case "status" -> "update_" + what + "_run_status";
            case "daily_budget", "lifetime_budget" -> "update_" + what + "_budget";
            case "name" -> kind == Kind.AD ? "update_ad_friendly_name" : "update_" + what + "_name";
            default -> "unknown";
        };
    }
}
