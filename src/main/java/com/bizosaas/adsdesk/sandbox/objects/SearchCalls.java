package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/search`, in a first form: places, languages, interests and categories from a short list (graph-api chapter 07).
public final class SearchCalls {

    private static final List<String> TYPES = List.of("adgeolocation", "adlocale", "adinterest", "adinterestvalid",
            "adTargetingCategory");

    /// @throws GraphError 100 for a type that the sandbox does not serve
    public JsonNode answer(Call call) {
        if (!"GET".equals(call.method())) {
            throw GraphError.notFound("search", "post");
        }
        return switch (call.required("type")) {
            case "adgeolocation" -> places(call);
            case "adlocale" -> named(call, "locales", _ -> true);
            case "adinterest" -> named(call, "interests", _ -> true);
            case "adTargetingCategory" ->
                named(call, "categories", row -> !call.has("class") || row.path("type").asString()
                        .equals(call.text("class")));
            case "adinterestvalid" ->
                Lists.rows(call, call.list("interest_list").stream().map(SearchCalls::valid).toList());
            default -> throw GraphError.invalidParameter("Param type must be one of {" + String.join(", ", TYPES)
                    + "} in the sandbox");
        };
    }

    private static JsonNode places(Call call) {
        List<String> types = call.list("location_types");
        return named(call, "places",
                row -> (types.isEmpty() || types.contains(row.path("type").asString())) && (!call.has(
                        "country_code") || row.path("country_code").asString("").equals(call.text("country_code"))));
    }

    private static JsonNode named(Call call, String kind, Predicate<JsonNode> accepted) {
        String query = call.text("q").toLowerCase(Locale.ROOT);
        return Lists.rows(call,
                Places.all(kind).stream().filter(row -> row.path("name").asString().toLowerCase(Locale.ROOT)
                        .contains(query) && accepted.test(row)).map(SearchCalls::shown).toList());
    }

    private static JsonNode valid(String name) {
        ObjectNode row = Json.object().put("name", name);
        Places.all("interests").stream().filter(one -> one.path("name").asString().equalsIgnoreCase(name)).findFirst()
                .ifPresentOrElse(one -> row.put("valid", true).put("id", one.path("id").asString()),
                        () -> row.put("valid",
                                false));
        return row;
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
