package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The history of each account: who changed what, the old and the new value, newest first. Guarded by the world's lock.
public final class Activities {

    private static final int MOST = 5_000;
    private static final Map<String, String> CATEGORIES = Map.of("run_status", "STATUS", "budget", "BUDGET", "audience",
            "AUDIENCE", "bid", "BID", "target", "TARGETING", "ad_set", "AD_SET", "campaign", "CAMPAIGN");
    private static final Map<Kind, String> TYPES = Map.of(Kind.CAMPAIGN, "CAMPAIGN", Kind.AD_SET, "AD_SET", Kind.AD,
            "AD",
            Kind.CUSTOM_AUDIENCE, "AUDIENCE", Kind.AD_IMAGE, "IMAGE", Kind.AD_ACCOUNT, "ACCOUNT");

    private final Map<String, List<ObjectNode>> byAccount = new LinkedHashMap<>();

    public void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "GET activities", this::list);
        operations.serve(Kind.AD_SET, "GET activities", this::list);
    }

    /// @param before null for something new
    void record(Call call, Node node, String event, @Nullable JsonNode before, @Nullable JsonNode after) {
        record(call.world(), call.caller().operator().userId(), call.caller().operator().name(), node, event, before,
                after);
    }

    /// The same for an actor who did not come through the API, as a colleague in Ads Manager.
    public void record(World world, String actorId, String actorName, Node node, String event,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        Node account = world.find(node.accountId()).orElse(node);
        InstantSource clock = world.clock();
        ObjectNode extra = Json.object();
        if (before != null) {
            extra.set("old_value", before);
        }
        if (after != null) {
            extra.set("new_value", after);
        }
        ObjectNode row = Json.object().put("event_time", Times.write(clock.instant(), Times.zone(account))).put(
                "event_type", event).put("actor_id", actorId).put("actor_name", actorName).put("object_id", node.id())
                .put("object_name", node.text("name")).put("object_type", TYPES.getOrDefault(node.kind(), "UNKNOWN"))
                .put("extra_data", Json.text(extra)).put("translated_event_type", words(event));
        List<ObjectNode> rows = byAccount.computeIfAbsent(node.accountId(), _ -> new ArrayList<>());
        rows.add(row);
        if (rows.size() > MOST) {
            rows.removeFirst();
        }
    }

    private static String words(String event) {
        String text = event.replace('_', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private JsonNode list(Call call, Node node) {
        Optional<Instant> since = time(call, "since");
        Optional<Instant> until = time(call, "until");
        String object = node.kind() == Kind.AD_ACCOUNT ? call.text("oid") : node.id();
        List<JsonNode> rows = new ArrayList<>();
        for (ObjectNode row : byAccount.getOrDefault(node.accountId(), List.of()).reversed()) {
            Instant at = Times.parse(row.path("event_time").asString()).orElseThrow();
            boolean matches = since.map(from -> !at.isBefore(from)).orElse(true) && until.map(to -> !at.isAfter(to))
                    .orElse(true) && (object.isEmpty() || row.path("object_id").asString().equals(object))
                    && (!call.has("category") || call.text("category").equals(category(row)));
            if (matches) {
                rows.add(chosen(call, row));
            }
        }
        return Lists.rows(call, rows);
    }

    private static Optional<Instant> time(Call call, String name) {
        return call.has(name) ? Times.parse(call.text(name)) : Optional.empty();
    }

    private static String category(ObjectNode row) {
        String event = row.path("event_type").asString();
        return List.of("run_status", "budget", "audience", "bid", "target", "ad_set", "campaign").stream().filter(
                event::contains).findFirst().map(CATEGORIES::get).orElse("AD");
    }

    private static JsonNode chosen(Call call, ObjectNode row) {
        if (call.fields().isEmpty()) {
            return row;
        }
        ObjectNode chosen = Json.object();
        call.fields().forEach(field -> {
            if (row.has(field.name())) {
                chosen.set(field.alias(), row.get(field.name()));
            } else if (!List.of("application_id", "application_name", "date_time_in_timezone").contains(field.name())) {
                throw GraphError.invalidParameter("Tried accessing nonexisting field (" + field.name()
                        + ") on node type (AdActivity)");
            }
        });
        return chosen;
    }

    public Map<String, List<ObjectNode>> save() {
        Map<String, List<ObjectNode>> copy = new LinkedHashMap<>();
        byAccount.forEach((account, rows) -> copy.put(account, List.copyOf(rows)));
        return copy;
    }

    public void restore(Map<String, List<ObjectNode>> saved) {
        saved.forEach((account, rows) -> byAccount.put(account, new ArrayList<>(rows)));
    }
}
