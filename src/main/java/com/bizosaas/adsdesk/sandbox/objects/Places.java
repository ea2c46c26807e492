package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The few places, languages and interests that the sandbox's targeting search finds.
final class Places {

    private static final JsonNode ROOT = load();

    private Places() {
    }

    private static JsonNode load() {
        try (InputStream in = Places.class.getResourceAsStream("/com/bizosaas/adsdesk/sandbox/search.json")) {
            if (in == null) {
                throw new IllegalStateException("search.json is missing from the program");
            }
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param kind `places`, `locales`, `interests` or `categories`
    static List<JsonNode> all(String kind) {
        return ROOT.path(kind).valueStream().toList();
    }

    /// An interest or a category by its id, those taken away included.
    static Optional<JsonNode> option(String id) {
        return Stream.concat(all("interests").stream().map(row -> ((ObjectNode) row).deepCopy().put("type",
                "interests")), all("categories").stream()).map(JsonNode.class::cast)
                .filter(row -> row.path("id").asString().equals(id)).findFirst();
    }

    static String country(String code) {
        return all("places").stream().filter(one -> "country".equals(one.path("type").asString()) && one.path("key")
                .asString().equals(code)).map(one -> one.path("name").asString()).findFirst().orElse(code);
    }

    /// People whom ads can reach in a country; a round figure where the list has none.
    static long people(String code) {
        return all("places").stream().filter(one -> "country".equals(one.path("type").asString()) && one.path("key")
                .asString().equals(code)).mapToLong(one -> one.path("_people").asLong()).findFirst().orElse(5_000_000);
    }
}
