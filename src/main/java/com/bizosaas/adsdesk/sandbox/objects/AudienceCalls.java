package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Custom audiences: website rules, customer lists and lookalikes (graph-api chapter 06).
final class AudienceCalls {

    private static final long LONGEST_RETENTION = 180L * 86_400;
    private static final long SMALLEST_SEED = 100;

    private final Values values;
    private final Writes writes;
    private final Lists lists;

    AudienceCalls(Values values, Writes writes, Lists lists) {
        this.values = values;
        this.writes = writes;
        this.lists = lists;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "GET customaudiences", lists.children(Kind.CUSTOM_AUDIENCE));
        operations.serve(Kind.AD_ACCOUNT, "POST customaudiences", this::create);
        operations.serve(Kind.CUSTOM_AUDIENCE, "POST", this::update);
        operations.serve(Kind.CUSTOM_AUDIENCE, "DELETE", this::delete);
        operations.serve(Kind.CUSTOM_AUDIENCE, "GET ads",
                (call, audience) -> lists.page(call, Kind.AD, adSetsUsing(call,
                        audience).stream().flatMap(set -> call.world().children(set.id(), Kind.AD).stream()).toList()));
        new AudienceSize().register(operations);
        new AudienceMembers().register(operations);
    }

    private JsonNode create(Call call, Node account) {
        call.required("name");
        String subtype = call.has("rule") && !call.text("subtype").equals("ENGAGEMENT")
                ? "WEBSITE"
                : call.text("subtype");
        switch (subtype) {
            case "WEBSITE", "ENGAGEMENT" -> checkRule(call, account, subtype);
            case "CUSTOM" -> checkList(call, account);
            case "LOOKALIKE" -> checkLookalike(call, account);
            default -> throw GraphError.invalidParameter("Param subtype must be one of {CUSTOM, LOOKALIKE, WEBSITE,"
                    + " ENGAGEMENT} in the sandbox");
        }
        ObjectNode fields = values.of(call, Kind.AD_ACCOUNT, "POST customaudiences", Kind.CUSTOM_AUDIENCE, account);
        fields.put("subtype", subtype);
        long now = call.now().getEpochSecond();
        fields.put("time_created", now).put("time_updated", now).put("time_content_updated", now);
        fields.set("permission_for_actions", Json.object().put("can_edit", true).put("can_see_insight", true).put(
                "can_share", true));
        if ("LOOKALIKE".equals(subtype)) {
            lookalike(call, fields);
        } else if (call.has("rule") && !fields.has("retention_days")) {
            fields.put("retention_days", longestRetention(call.json("rule").orElseThrow()) / 86_400);
        }
        AudienceSize.startFilling(fields, subtype, now);
        Node audience = writes.create(call, Kind.CUSTOM_AUDIENCE, account, null, fields, "create_audience");
        audience.fields().remove(List.of("created_time", "updated_time"));
        return Writes.id(audience);
    }

    private static void checkRule(Call call, Node account, String subtype) {
        JsonNode rule = call.json("rule")
                .orElseThrow(() -> GraphError.invalidParameter("The parameter rule is required"));
        JsonNode rules = rule.path("inclusions").path("rules");
        if (rules.isEmpty()) {
            throw GraphError.refused(0, "Rule is incomplete", "The rule needs at least one inclusion.", "rule");
        }
        for (JsonNode one : rules) {
            JsonNode sources = one.path("event_sources");
            boolean known = sources.valueStream()
                    .allMatch(source -> !"pixel".equals(source.path("type").asString("")) || call
                            .world().children(account.id(), Kind.PIXEL).stream()
                            .anyMatch(pixel -> pixel.id().equals(source.path(
                                    "id").asString(""))));
            if (sources.isEmpty() || !known) {
                throw GraphError.refused(0, "Event source is missing",
                        "Each rule needs an event source that this ad account can use.", "rule", "event_sources");
            }
            if (one.path("filter").path("filters").isEmpty()) {
                throw GraphError.refused(0, "Filter is missing", "Each rule needs a filter.", "rule", "filter");
            }
        }
        long most = "WEBSITE".equals(subtype) ? LONGEST_RETENTION : 2 * LONGEST_RETENTION + 5 * 86_400;
        if (longestRetention(rule) < 1 || longestRetention(rule) > most) {
            throw GraphError.refused(0, "Retention is out of range", "People can be kept for " + most / 86_400
                    + " days at most.", "rule", "retention_seconds");
        }
    }

    private static long longestRetention(JsonNode rule) {
        return rule.path("inclusions").path("rules").valueStream()
                .mapToLong(one -> one.path("retention_seconds").asLong(0))
                .max().orElse(0);
    }

    private static void checkList(Call call, Node account) {
        if (account.fields().path("tos_accepted").path("custom_audience_tos").asInt(0) != 1) {
            throw new GraphError(403, 200, 1_870_034, "OAuthException", "(#200) Permissions error",
                    "Custom Audience Terms Not Accepted",
                    "Accept the terms at https://business.facebook.com/ads/manage/customaudiences/tos/?act="
                            + account.id()
                                    .replace("act_", ""),
                    List.of()).withTransient(false);
        }
        call.required("customer_file_source");
    }

    private static void checkLookalike(Call call, Node account) {
        String origin = call.required("origin_audience_id");
        Node seed = call.world().find(origin)
                .filter(node -> node.kind() == Kind.CUSTOM_AUDIENCE && node.accountId().equals(
                        account.id()))
                .orElseThrow(() -> GraphError.notFound(origin, "post"));
        JsonNode spec = call.object("lookalike_spec").orElseThrow(() -> GraphError.invalidParameter(
                "The parameter lookalike_spec is required"));
        boolean type = spec.has("type");
        if (type == spec.has("ratio")) {
            throw GraphError.refused(0, "Size is unclear", "Set either type or ratio in lookalike_spec.",
                    "lookalike_spec");
        }
        if (!type && (!spec.path("ratio").isNumber() || spec.path("ratio").asDouble() < 0.01 || spec.path("ratio")
                .asDouble() > 0.2)) {
            throw GraphError.refused(0, "Ratio is out of range", "The ratio is a number from 0.01 to 0.20.",
                    "lookalike_spec", "ratio");
        }
        if (spec.has("starting_ratio") && spec.path("starting_ratio").asDouble() >= spec.path("ratio").asDouble()) {
            throw GraphError.refused(0, "Band is empty", "starting_ratio must be below ratio.", "lookalike_spec",
                    "starting_ratio");
        }
        if (spec.path("country").asString("").isEmpty() && spec.path("location_spec").path("geo_locations").isEmpty()) {
            throw GraphError.refused(0, "Country is missing", "Set country or location_spec in lookalike_spec.",
                    "lookalike_spec", "country");
        }
        if (AudienceSize.upper(seed, call.now()) < SMALLEST_SEED) {
            throw GraphError.refused(0, "Source audience is too small",
                    "The source needs at least 100 people from one country.", "origin_audience_id");
        }
    }

    private static void lookalike(Call call, ObjectNode fields) {
        ObjectNode spec = call.object("lookalike_spec").orElseThrow().deepCopy();
        Node seed = call.world().find(call.text("origin_audience_id")).orElseThrow();
        spec.putArray("origin").addObject().put("id", seed.id()).put("name", seed.text("name")).put("type",
                "custom_audience");
        fields.set("lookalike_spec", spec);
    }

    private JsonNode update(Call call, Node audience) {
        if (call.has("rule")) {
            checkRule(call, Writes.account(call, audience), audience.text("subtype"));
        }
        writes.apply(call, audience, values.of(call, Kind.CUSTOM_AUDIENCE, "POST", Kind.CUSTOM_AUDIENCE, Writes.account(
                call, audience)));
        audience.fields().remove("updated_time");
        audience.fields().put("time_updated", call.now().getEpochSecond());
        return GraphApi.success();
    }

    /// Ad sets that used the audience are paused.
    private JsonNode delete(Call call, Node audience) {
        for (Node adSet : adSetsUsing(call, audience)) {
            if ("ACTIVE".equals(adSet.text("status"))) {
                writes.apply(call, adSet, Json.object().put("status", "PAUSED"));
            }
        }
        writes.record(call, audience, "delete_audience", StringNode.valueOf(audience.text("name")), null);
        call.world().remove(audience);
        return GraphApi.success();
    }

    private static List<Node> adSetsUsing(Call call, Node audience) {
        return call.world().children(audience.accountId(), Kind.AD_SET).stream().filter(set -> set.fields().path(
                "targeting").path("custom_audiences").valueStream().anyMatch(one -> one.path("id").asString("").equals(
                        audience.id())))
                .toList();
    }
}
