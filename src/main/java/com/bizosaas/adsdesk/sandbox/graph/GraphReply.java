package com.bizosaas.adsdesk.sandbox.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the Graph API answers, before it is put on the wire.
///
/// @param page the body as bytes, where it was kept from before; `body` is null then
public record GraphReply(int status, JsonNode body, Map<String, String> headers, @Nullable Page page) {

    public GraphReply {
        headers = Map.copyOf(headers);
    }

    public GraphReply(int status, JsonNode body, Map<String, String> headers) {
        this(status, body, headers, null);
    }

    GraphReply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new GraphReply(status, body, all, page);
    }
}
