package com.bizosaas.adsdesk.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An answer, whole in memory: a reader that is slow to take it holds nothing but its own connection.
record Reply(int status, String type, Map<String, String> headers, byte[] body) {

    static final String JSON = "application/json; charset=utf-8";
    static final String PROBLEM = "application/problem+json; charset=utf-8";

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(JsonNode body) {
        return json(200, body);
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, JSON, Map.of(), Json.write(body));
    }

    static Reply problem(int status, JsonNode body) {
        return new Reply(status, PROBLEM, Map.of(), Json.write(body));
    }

    static Reply page(int status, String html) {
        return new Reply(status, "text/html; charset=utf-8",
                Map.of("Content-Security-Policy", "default-src 'none'", "Referrer-Policy", "no-referrer"),
                html.getBytes(StandardCharsets.UTF_8));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, more, body);
    }
}
