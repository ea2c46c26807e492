package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.graph.Times;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Copies of campaigns, ad sets and ads (graph-api chapter 04, "Copies").
final class CopyCalls {

    private static final int MOST_CHILDREN = 3;
    private static final Map<Kind, String> WORDS = new EnumMap<>(
            Map.of(Kind.CAMPAIGN, "campaign", Kind.AD_SET, "ad_set",
                    Kind.AD, "ad"));
    private static final Map<Kind, String> PREFIXES = new EnumMap<>(
            Map.of(Kind.CAMPAIGN, "campaign", Kind.AD_SET, "adset",
                    Kind.AD, "ad"));
    private static final Map<Kind, String> EVENTS = new EnumMap<>(
            Map.of(Kind.CAMPAIGN, "create_campaign_group", Kind.AD_SET,
                    "create_ad_set", Kind.AD, "create_ad"));

    private final Writes writes;
    private final Lists lists;

    CopyCalls(Writes writes, Lists lists) {
        this.writes = writes;
        this.lists = lists;
    }

    void register(Operations operations) {
        for (Kind kind : List.of(Kind.CAMPAIGN, Kind.AD_SET, Kind.AD)) {
            operations.serve(kind, "GET copies", (call, node) -> lists.page(call, kind, call.world().children(node
                    .accountId(), kind).stream()
                    .filter(one -> one.text("source_" + prefix(kind) + "_id").equals(node.id()))
                    .toList()));
            operations.serve(kind, "POST copies", this::copy);
        }
    }

    private static String prefix(Kind kind) {
        return PREFIXES.getOrDefault(kind, "");
    }

    private JsonNode copy(Call call, Node source) {
        List<Node> children = call.isTrue("deep_copy") ? below(call, source) : List.of();
        if (children.size() > MOST_CHILDREN) {
            throw GraphError.refused(0, "Too much to copy at once",
                    "At most 3 children can be copied in one request. Copy more with an asynchronous batch.",
                    "deep_copy");
        }
        String parent = parent(call, source);
        ArrayNode copied = Json.array();
        Node top = copied(call, source, parent, true, copied);
        Map<String, String> places = new HashMap<>(Map.of(source.id(), top.id()));
        for (Node child : children) {
            Node copy = copied(call, child, places.get(child.parentId()), false, copied);
            places.put(child.id(), copy.id());
        }
        return Json.object().put("copied_" + prefix(source.kind()) + "_id", top.id()).set("ad_object_ids", copied);
    }

    private static List<Node> below(Call call, Node source) {
        List<Node> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.AD_SET, Kind.AD)) {
            call.world().children(source.id(), kind).stream()
                    .filter(one -> !Statuses.isOver(Statuses.effective(call.world(),
                            one)))
                    .forEach(all::add);
        }
        return all;
    }

    /// Where the copy hangs: beside its source, or where the call says.
    private static @Nullable String parent(Call call, Node source) {
        Kind above = source.kind() == Kind.AD_SET ? Kind.CAMPAIGN : Kind.AD_SET;
        String asked = call.text(source.kind() == Kind.AD_SET ? "campaign_id" : "adset_id");
        if (source.kind() == Kind.CAMPAIGN || asked.isEmpty()) {
            return source.parentId();
        }
        return call.world().find(asked).filter(one -> one.kind() == above && one.accountId().equals(source.accountId()))
                .orElseThrow(() -> GraphError.notFound(asked, "post")).id();
    }

    private Node copied(Call call, Node source, @Nullable String parent, boolean top, ArrayNode copied) {
        ObjectNode fields = Json.object();
        source.fields().properties().forEach(one -> {
            if (!one.getKey().startsWith("_")) {
                fields.set(one.getKey(), one.getValue());
            }
        });
        fields.put("source_" + prefix(source.kind()) + "_id", source.id());
        fields.put("name", name(call, source.text("name"), top));
        fields.put("status", status(call, source));
        if (source.kind() == Kind.AD) {
            fields.put(Statuses.REVIEW_UNTIL, call.now().plus(AdCalls.REVIEW).getEpochSecond());
            fields.remove(List.of("issues_info", "ad_review_feedback"));
        }
        Node account = Writes.account(call, source);
        for (String time : List.of("start_time", "end_time")) {
            if (call.has(time) && source.kind() == Kind.AD_SET) {
                fields.put(time, Times.write(Times.parse(call.text(time)).orElseThrow(), Times.zone(account)));
            }
        }
        Node copy = writes.create(call, source.kind(), account, parent, fields, EVENTS.getOrDefault(source.kind(),
                "unknown"));
        copied.addObject().put("ad_object_type", WORDS.get(source.kind())).put("source_id", source.id()).put(
                "copied_id",
                copy.id());
        return copy;
    }

    private static String status(Call call, Node source) {
        return switch (call.text("status_option")) {
            case "ACTIVE" -> "ACTIVE";
            case "INHERITED_FROM_SOURCE" -> source.text("status");
            default -> "PAUSED";
        };
    }

    private static String name(Call call, String name, boolean top) {
        JsonNode options = call.object("rename_options").orElse(Json.object());
        String strategy = options.path("rename_strategy").asString("ONLY_TOP_LEVEL_RENAME");
        boolean renamed = "DEEP_RENAME".equals(strategy) || (top && !"NO_RENAME".equals(strategy));
        return renamed
                ? options.path("rename_prefix").asString("") + name + options.path("rename_suffix").asString(
                        options.has("rename_prefix") ? "" : " - Copy")
                : name;
    }
}
