package com.bizosaas.adsdesk.service;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads the few JSON texts that services make themselves: audit values, audience rules, settings.
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {
    }

    /// @param values text, numbers, booleans, lists and maps, in the order to be written
    static String of(Map<String, ?> values) {
        return MAPPER.writeValueAsString(values);
    }

    static String ofList(Iterable<?> values) {
        return MAPPER.writeValueAsString(values);
    }

    /// A tree, empty for text that is not JSON.
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }
}
