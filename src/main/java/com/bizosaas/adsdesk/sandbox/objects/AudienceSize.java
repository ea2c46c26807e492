package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/// How many people are in an audience that was made here: nobody knows until it has filled, which takes its time on the
/// sandbox's clock (graph-api chapter 06).
final class AudienceSize {

    private static final String READY = "_ready_at";
    private static final String PEOPLE = "_people";
    private static final long WEBSITE_SECONDS = 1_800;
    private static final long LOOKALIKE_SECONDS = 3 * 3_600;
    private static final long LIST_SECONDS = 3_600;

    void register(Operations operations) {
        operations.derive(Kind.CUSTOM_AUDIENCE, "approximate_count_lower_bound", (call, node) -> made(node)
                ? LongNode
                        .valueOf(lower(node, call.now()))
                : node.fields().get("approximate_count_lower_bound"));
        operations.derive(Kind.CUSTOM_AUDIENCE, "approximate_count_upper_bound",
                (call, node) -> LongNode.valueOf(upper(node,
                        call.now())));
        operations.derive(Kind.CUSTOM_AUDIENCE, "operation_status", AudienceSize::operation);
        operations.derive(Kind.CUSTOM_AUDIENCE, "delivery_status", AudienceSize::delivery);
    }

    private static boolean made(Node node) {
        return node.fields().has(READY);
    }

    static void startFilling(ObjectNode fields, String subtype, long now) {
        switch (subtype) {
            case "LOOKALIKE" ->
                fields.put(READY, now + LOOKALIKE_SECONDS).put(PEOPLE, Math.round(40_000_000 * fields.path(
                        "lookalike_spec").path("ratio").asDouble(0.01)));
            case "CUSTOM" -> fields.put(READY, now).put(PEOPLE, 0);
            default ->
                fields.put(READY, now + WEBSITE_SECONDS).put(PEOPLE, 900 + fields.path("retention_days").asLong(30)
                        * 137);
        }
    }

    /// People that were uploaded, of whom some two thirds will be found, or that are to be taken out.
    static void upload(Node audience, long people, long now) {
        long known = audience.fields().path(PEOPLE).asLong(Math.max(0, audience.fields().path(
                "approximate_count_upper_bound").asLong(0)));
        audience.fields().put(PEOPLE, Math.max(0, known + people * 2 / 3)).put(READY, now + LIST_SECONDS);
    }

    private static boolean isReady(Node node, Instant now) {
        return now.getEpochSecond() >= node.fields().path(READY).asLong();
    }

    private static long lower(Node node, Instant now) {
        long people = node.fields().path(PEOPLE).asLong();
        return isReady(node, now) ? rounded(people) : -1;
    }

    static long upper(Node node, Instant now) {
        if (!made(node)) {
            return node.fields().path("approximate_count_upper_bound").asLong(0);
        }
        long people = node.fields().path(PEOPLE).asLong();
        return isReady(node, now) ? people == 0 ? 0 : Math.max(1_000, rounded(people * 118 / 100)) : -1;
    }

    private static long rounded(long people) {
        return people < 1_000 ? people / 100 * 100 : people / 1_000 * 1_000;
    }

    private static @Nullable JsonNode operation(Call call, Node node) {
        if (!made(node) || node.fields().has("operation_status")) {
            return node.fields().get("operation_status");
        }
        return isReady(node, call.now())
                ? Json.object().put("code", 200).put("description", "Normal")
                : Json.object().put("code", 441).put("description",
                        "We're finding people who fit your audience criteria. You can start running ads with this audience"
                                + " right away, but note that your audience size will increase as we keep adding people.");
    }

    private static @Nullable JsonNode delivery(Call call, Node node) {
        if (!made(node) || node.fields().has("delivery_status")) {
            return node.fields().get("delivery_status");
        }
        return isReady(node, call.now()) && upper(node, call.now()) < 1_000
                ? Json.object().put("code", 300).put(
                        "description", "This audience is too small to be used in ads.")
                : Json.object().put("code", 200).put("description", "This audience is ready for use.");
    }
}
