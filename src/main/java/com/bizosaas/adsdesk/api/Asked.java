package com.bizosaas.adsdesk.api;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as it came over the wire, its body read to the end.
///
/// @param path decoded
/// @param query raw, empty without one
/// @param headers by lower-case name; of several, the last
record Asked(String method, String path, String query, Map<String, String> headers, byte[] body) {

    Asked {
        headers = Map.copyOf(headers);
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    String header(String name, String otherwise) {
        return headers.getOrDefault(name, otherwise);
    }

    /// Whether a browser asks for a page.
    boolean wantsPage() {
        return header("accept", "").toLowerCase(Locale.ROOT).contains("text/html");
    }

    /// Whether the answer may come later (RFC 7240).
    boolean prefersAsync() {
        for (String preference : header("prefer", "").split(",")) {
            if (preference.strip().equalsIgnoreCase("respond-async")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
