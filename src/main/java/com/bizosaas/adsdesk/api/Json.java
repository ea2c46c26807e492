package com.bizosaas.adsdesk.api;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The API's JSON: strict on what comes in, trees on the way out.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /// @throws tools.jackson.core.JacksonException for what is not one whole JSON value
    static JsonNode read(byte[] text) {
        return MAPPER.readTree(text);
    }

    static byte[] write(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }
}
