package com.bizosaas.adsdesk.draft;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON texts of structured fields as trees.
final class Trees {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Trees() {
    }

    /// A tree; missing for text that is not JSON.
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }

    static boolean isContainer(String text) {
        return read(text).isContainer();
    }

    static String write(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }
}
