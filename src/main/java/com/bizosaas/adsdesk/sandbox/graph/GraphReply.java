package com.bizosaas.adsdesk.sandbox.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the Graph API answers, before it is put on the wire.
public record GraphReply(int status, JsonNode body, Map<String, String> headers) {

    public GraphReply {
        headers = Map.copyOf(headers);
    }

    GraphReply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new GraphReply(status, body, all);
    }
}
