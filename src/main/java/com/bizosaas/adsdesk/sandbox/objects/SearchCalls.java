package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/search` of places, languages, interests and categories in a short list (graph-api chapter 07, "Searching").
public final class SearchCalls {

    private static final List<String> TYPES = List.of("adgeolocation", "adlocale", "adinterest", "adinterestvalid",
            "adTargetingCategory", "targetingoptionstatus");
    private static final List<String> PLACES = List.of("country", "country_group", "region", "city", "zip",
            "geo_market", "electoral_district");
    private static final List<String> CLASSES = List.of("behaviors", "demographics", "life_events", "industries",
            "income", "family_statuses", "user_device", "user_os");

    /// @throws GraphError 100 for a type that the sandbox does not serve, and for values that Facebook does not know
    public JsonNode answer(Call call) {
        if (!"GET".equals(call.method())) {
            throw GraphError.notFound("search", "post");
        }
        return switch (call.required("type")) {
            case "adgeolocation" -> places(call);
            case "adlocale" -> named(call, "locales", _ -> true);
            case "adinterest" -> {
                call.required("q");
                yield named(call, "interests", SearchCalls::alive);
            }
            case "adTargetingCategory" -> category(call);
            case "adinterestvalid" -> valid(call);
            case "targetingoptionstatus" -> Lists.rows(call,
                    call.list("targeting_option_list").stream().map(SearchCalls::status).toList());
            default -> throw oneOf("type", TYPES);
        };
    }

    private static GraphError oneOf(String name, List<String> values) {
        return GraphError.invalidParameter("Param " + name + " must be one of {" + String.join(", ", values) + "}");
    }

    private static JsonNode places(Call call) {
        call.required("q");
        List<String> types = call.list("location_types");
        if (!PLACES.containsAll(types)) {
            throw oneOf("location_types", PLACES);
        }
        return named(call, "places",
                row -> (types.isEmpty() || types.contains(row.path("type").asString())) && (!call.has(
                        "country_code") || row.path("country_code").asString("").equals(call.text("country_code"))));
    }

    private static JsonNode category(Call call) {
        String wanted = call.required("class");
        if (!CLASSES.contains(wanted)) {
            throw oneOf("class", CLASSES);
        }
        return named(call, "categories", row -> row.path("type").asString().equals(wanted));
    }

    private static JsonNode named(Call call, String kind, Predicate<JsonNode> accepted) {
        String query = call.text("q").toLowerCase(Locale.ROOT);
        return Lists.rows(call,
                Places.all(kind).stream().filter(row -> row.path("name").asString().toLowerCase(Locale.ROOT)
                        .contains(query) && accepted.test(row)).map(SearchCalls::shown).toList());
    }

    /// @throws GraphError 100 without a list of names or of ids
    private static JsonNode valid(Call call) {
        List<JsonNode> rows = new ArrayList<>();
        if (!call.has("interest_list") && !call.has("interest_fbid_list")) {
            throw GraphError.invalidParameter("One of interest_list and interest_fbid_list is required");
        }
        call.list("interest_list").forEach(name -> rows.add(valid(name, "name")));
        call.list("interest_fbid_list").forEach(id -> rows.add(valid(id, "id")));
        return Lists.rows(call, rows);
    }

    private static JsonNode valid(String asked, String by) {
        ObjectNode row = Json.object().put(by, asked);
        Places.all("interests").stream().filter(SearchCalls::alive)
                .filter(one -> one.path(by).asString().equalsIgnoreCase(asked)).findFirst()
                .ifPresentOrElse(one -> row.put("valid", true).put("id", one.path("id").asString()).put("name",
                        one.path("name").asString()), () -> row.put("valid", false));
        return row;
    }

    private static JsonNode status(String id) {
        boolean normal = Places.option(id).filter(SearchCalls::alive).isPresent();
        return Json.object().put("id", id).put("current_status", normal ? "NORMAL" : "NON-DELIVERABLE").put(
                "future_plan", "");
    }

    /// Whether Facebook has not taken it away.
    static boolean alive(JsonNode row) {
        return !row.path("_gone").asBoolean(false);
    }

    static JsonNode shown(JsonNode row) {
        ObjectNode shown = Json.object();
        row.properties().forEach(one -> {
            if (!one.getKey().startsWith("_")) {
                shown.set(one.getKey(), one.getValue());
            }
        });
        return shown;
    }
}
