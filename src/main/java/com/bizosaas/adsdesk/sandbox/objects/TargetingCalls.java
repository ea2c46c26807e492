package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Targeting in words, sizes of audiences, and the account's own targeting search (graph-api chapter 07).
final class TargetingCalls {

    private static final int OLDEST = 65;
    private static final double YEARS = OLDEST - 17.0;
    private static final String SPEC = "targeting_spec";

    private final TargetingRules rules;

    TargetingCalls(TargetingRules rules) {
        this.rules = rules;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "GET targetingsentencelines", (call, _) -> {
            ObjectNode spec = spec(call);
            ObjectNode answer = Json.object().set("targetingsentencelines", sentences(call, spec));
            return "true".equals(call.text("hide_targeting_spec_from_return")) ? answer : answer.set("params", spec);
        });
        operations.serve(Kind.AD_SET, "GET targetingsentencelines",
                (call, adSet) -> Json.object().put("id", adSet.id()).set(
                        "targetingsentencelines", sentences(call, adSet.fields().path("targeting"))));
        operations.serve(Kind.AD_ACCOUNT, "GET delivery_estimate",
                (call, _) -> estimate(call, spec(call)));
        operations.serve(Kind.AD_SET, "GET delivery_estimate",
                (call, adSet) -> estimate(call, call.has(SPEC) ? spec(call) : adSet.fields().path("targeting")));
        operations.serve(Kind.AD_ACCOUNT, "GET reachestimate", (call, _) -> {
            long people = people(spec(call));
            return Json.object().set("data",
                    Json.object().put("users_lower_bound", rounded(people)).put("users_upper_bound",
                            rounded(people * 118 / 100)).put("estimate_ready", true));
        });
        operations.serve(Kind.AD_ACCOUNT, "GET targetingsearch", TargetingCalls::search);
        operations.serve(Kind.AD_ACCOUNT, "GET targetingvalidation", (call, _) -> validation(call));
    }

    /// @throws GraphError 100 for a specification that an ad set could not have
    private ObjectNode spec(Call call) {
        ObjectNode spec = call.object(SPEC).orElseThrow(
                () -> GraphError.invalidParameter("The parameter " + SPEC + " is required"));
        rules.checkReach(spec);
        return spec;
    }

    /// What options are today; one that nobody knows, or that was taken away, comes back as not valid.
    private static JsonNode validation(Call call) {
        return Lists.rows(call, call.list("id_list").stream().map(id -> Places.option(id).filter(SearchCalls::alive)
                .map(row -> (JsonNode) ((ObjectNode) SearchCalls.shown(row)).put("valid", true))
                .orElseGet(() -> Json.object().put("id", id).put("valid", false))).toList());
    }

    private static JsonNode estimate(Call call, JsonNode targeting) {
        long people = people(targeting);
        ObjectNode row = Json.object().put("estimate_ready", people > 1_000)
                .put("estimate_mau_lower_bound", people > 1_000
                        ? rounded(people)
                        : -1)
                .put("estimate_mau_upper_bound", people > 1_000 ? rounded(people * 118 / 100) : -1);
        row.putArray("targeting_optimization_types");
        if ("v25.0".equals(call.version())) {
            row.put("estimate_dau", people > 1_000 ? rounded(people * 7 / 10) : -1);
        }
        return Lists.rows(call, List.of(row));
    }

    /// People in the countries, less by age, gender and interests; the same specification gives the same figure.
    private static long people(JsonNode targeting) {
        JsonNode geo = targeting.path("geo_locations");
        double people = geo.path("countries").valueStream().mapToLong(one -> Places.people(one.asString())).sum();
        people += geo.path("cities").size() * 400_000.0 + geo.path("regions").size() * 1_500_000.0
                + geo.path("zips").size()
                        * 9_000.0
                + geo.path("custom_locations").size() * 60_000.0;
        int youngest = targeting.path("age_min").asInt(18);
        int oldest = targeting.path("age_max").asInt(OLDEST);
        people *= Math.max(1, oldest - youngest + 1) / YEARS;
        if (targeting.path("genders").size() == 1) {
            people *= 0.5;
        }
        for (int i = 0; i < targeting.path("flexible_spec").size(); i++) {
            people *= 0.18;
        }
        return Math.round(targeting.path("custom_audiences").isEmpty() ? people : Math.max(people * 0.002, 1_200));
    }

    private static long rounded(long people) {
        return people < 10_000 ? people / 100 * 100 : people / 1_000 * 1_000;
    }

    private static ArrayNode sentences(Call call, JsonNode targeting) {
        ArrayNode lines = Json.array();
        JsonNode geo = targeting.path("geo_locations");
        line(lines, "Location:", Stream.concat(geo.path("countries").valueStream().map(one -> Places.country(one
                .asString())), Stream.of("cities", "regions", "zips", "custom_locations").flatMap(
                        kind -> geo.path(kind)
                                .valueStream())
                        .map(one -> one.path("name").asString(one.path("key").asString("Place"))))
                .toList());
        if (!"true".equals(call.text("discard_ages"))) {
            int oldest = targeting.path("age_max").asInt(OLDEST);
            line(lines, "Age:",
                    List.of(targeting.path("age_min").asInt(18) + " - " + (oldest >= OLDEST ? "65+" : oldest)));
        }
        if (targeting.path("genders").size() == 1) {
            line(lines, "Gender:", List.of(targeting.path("genders").path(0).asInt() == 1 ? "Male" : "Female"));
        }
        List<String> matching = new ArrayList<>();
        targeting.path("flexible_spec")
                .forEach(group -> group.properties().forEach(kind -> matching.add(words(kind.getKey())
                        + ": " + String.join(" or ", names(kind.getValue())))));
        line(lines, "People Who Match:", matching);
        audiences(call, lines, "Custom Audience:", targeting.path("custom_audiences"));
        audiences(call, lines, "Exclude Custom Audience:", targeting.path("excluded_custom_audiences"));
        if (!"true".equals(call.text("discard_placements"))) {
            line(lines, "Placements:",
                    targeting.path("publisher_platforms").valueStream().map(one -> words(one.asString()))
                            .toList());
        }
        return lines;
    }

    private static void audiences(Call call, ArrayNode lines, String content, JsonNode list) {
        line(lines, content,
                list.valueStream().map(one -> call.world().find(one.path("id").asString("")).map(node -> node
                        .text("name")).orElse(one.path("name").asString(one.path("id").asString("")))).toList());
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(one -> one.path("name").asString(one.path("id").asString(""))).toList();
    }

    private static String words(String name) {
        String text = name.replace('_', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void line(ArrayNode lines, String content, List<String> children) {
        if (!children.isEmpty()) {
            ArrayNode list = lines.addObject().put("content", content).putArray("children");
            children.forEach(list::add);
        }
    }

    private static JsonNode search(Call call, Node account) {
        String query = call.required("q").toLowerCase(Locale.ROOT);
        List<JsonNode> rows = Stream
                .concat(Places.all("interests").stream().map(row -> ((ObjectNode) row).deepCopy().put(
                        "type", "interests")), Places.all("categories").stream())
                .filter(row -> SearchCalls.alive(row) && row.path("name").asString()
                        .toLowerCase(Locale.ROOT).contains(query)
                        && (!call.has("limit_type") || row.path("type").asString()
                                .equals(call.text("limit_type"))))
                .map(SearchCalls::shown).toList();
        return Lists.rows(call, rows);
    }
}
