package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the texts of parameters: comma lists and JSON lists mean the same to Facebook.
final class QueryText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QueryText() {
    }

    static List<String> names(String text) {
        String trimmed = text.trim();
        List<String> names = new ArrayList<>();
        if (trimmed.startsWith("[")) {
            json("list", trimmed).forEach(item -> names.add(item.asString()));
        } else if (!trimmed.isEmpty()) {
            for (String name : trimmed.split(",", -1)) {
                names.add(name.trim());
            }
        }
        return List.copyOf(names);
    }

    static JsonNode json(String parameter, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw (GraphError) GraphError.invalidParameter(parameter + " must be valid JSON").initCause(e);
        }
    }
}
