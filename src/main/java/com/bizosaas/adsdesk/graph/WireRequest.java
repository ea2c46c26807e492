package com.bizosaas.adsdesk.graph;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// One request as it leaves. Its address may hold secrets (Facebook's OAuth GETs do), its headers the token, so it never
/// shows more of itself than method and host.
///
/// @param body empty for a GET
/// @param timeout for everything: connection, headers and body
/// @param maxBytes most bytes of the reply's body, compressed or not
public record WireRequest(String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout,
        int maxBytes) {

    public WireRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
