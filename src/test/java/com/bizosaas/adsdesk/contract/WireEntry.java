package com.bizosaas.adsdesk.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One request as the journal keeps it: one line of JSON with these three fields.
///
/// @param path with or without a version in front
/// @param params decoded, of the query and of the form alike; secrets are blotted out
record WireEntry(String method, String path, Map<String, String> params) {

    private static final Set<String> SECRETS = Set.of("access_token", "appsecret_proof", "client_secret", "code",
            "fb_exchange_token", "input_token");
    private static final String BLOT = "…";

    WireEntry {
        Map<String, String> blotted = new LinkedHashMap<>(params);
        blotted.replaceAll((name, value) -> SECRETS.contains(name) ? BLOT : value);
        params = blotted;
    }

    /// Reads a query or a form.
    static Map<String, String> form(String text) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                params.put(URLDecoder.decode(name, StandardCharsets.UTF_8),
                        equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return params;
    }
}
