package com.bizosaas.adsdesk.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One reply, complete in memory.
///
/// @param cookies values of `Set-Cookie` headers
/// @param gzip the body packed, where that was done before; null to let the server pack it
@SuppressWarnings("ArrayRecordComponent")
public record WireReply(int status, String contentType, Map<String, String> headers, List<String> cookies,
        byte[] body, byte @Nullable [] gzip) {

    public static final String JSON = "application/json; charset=UTF-8";
    public static final String HTML = "text/html; charset=utf-8";

    public WireReply {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    public WireReply(int status, String contentType, Map<String, String> headers, List<String> cookies, byte[] body) {
        this(status, contentType, headers, cookies, body, null);
    }

    public static WireReply json(int status, JsonNode body) {
        return new WireReply(status, JSON, Map.of(), List.of(), Json.bytes(body));
    }

    /// JSON that was packed before, too.
    public static WireReply kept(byte[] plain, byte[] gzip) {
        return new WireReply(200, JSON, Map.of(), List.of(), plain, gzip);
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
        return new WireReply(status, contentType, all, cookies, body, gzip);
    }

    public WireReply withCookies(List<String> more) {
        List<String> all = new ArrayList<>(cookies);
        all.addAll(more);
        return new WireReply(status, contentType, headers, all, body, gzip);
    }

    @Override
    public String toString() {
        return status + " " + contentType + ", " + body.length + " bytes";
    }
}
