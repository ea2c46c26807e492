package com.bizosaas.adsdesk.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One reply, complete in memory.
///
/// @param cookies values of `Set-Cookie` headers
@SuppressWarnings("ArrayRecordComponent")
public record WireReply(int status, String contentType, Map<String, String> headers, List<String> cookies,
        byte[] body) {

    public static final String JSON = "application/json; charset=UTF-8";
    public static final String HTML = "text/html; charset=utf-8";

    public WireReply {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    public static WireReply json(int status, JsonNode body) {
        return new WireReply(status, JSON, Map.of(), List.of(), Json.bytes(body));
    }

    public static WireReply html(int status, String page) {
        return new WireReply(status, HTML, Map.of(), List.of(), page.getBytes(StandardCharsets.UTF_8));
    }

    public static WireReply redirect(String location) {
        return new WireReply(302, HTML, Map.of("Location", location), List.of(), new byte[0]);
    }

    public static WireReply png(byte[] picture) {
        return new WireReply(200, "image/png", Map.of("Cache-Control", "max-age=86400"), List.of(), picture);
    }

    public WireReply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new WireReply(status, contentType, all, cookies, body);
    }

    public WireReply withCookies(List<String> more) {
        List<String> all = new ArrayList<>(cookies);
        all.addAll(more);
        return new WireReply(status, contentType, headers, all, body);
    }

    @Override
    public String toString() {
        return status + " " + contentType + ", " + body.length + " bytes";
    }
}
