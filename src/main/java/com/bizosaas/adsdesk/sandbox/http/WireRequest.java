package com.bizosaas.adsdesk.sandbox.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request, read to its end. Query and body parameters are merged, the body's winning, as the Graph API does.
///
/// @param path decoded, beginning with a slash
/// @param parameters the last value of each name, in the order of arrival
/// @param repeated every value of each name, for form fields that may come more than once
/// @param headers with lower-case names
public record WireRequest(String method, String path, String query, Map<String, String> parameters,
        Map<String, List<String>> repeated, Map<String, String> headers, Map<String, String> cookies,
        Map<String, Upload> uploads) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    public List<String> all(String name) {
        return repeated.getOrDefault(name, List.of());
    }

    /// The token of an `Authorization: Bearer` header.
    public Optional<String> bearer() {
        return header("authorization").filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
