package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Upload;
import com.bizosaas.adsdesk.sandbox.http.WireRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A request as the Graph API understands it, whether it came alone or inside a batch.
///
/// @param askedVersion the version in the path, empty where there was none
/// @param segments the path without the version
/// @param token from the parameter or the header
public record GraphRequest(String method, String askedVersion, List<String> segments, Map<String, String> parameters,
        Map<String, Upload> uploads, String token) {

    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");

    public GraphRequest {
        segments = List.copyOf(segments);
    }

    public static GraphRequest of(WireRequest wire) {
        return of(wire.method(), wire.path(), wire.parameters(), wire.uploads(), wire.bearer().orElse(""));
    }

    /// @param token used where the parameters bring none
    static GraphRequest of(String method, String path, Map<String, String> parameters, Map<String, Upload> uploads,
            String token) {
        List<String> segments = Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
        String version = segments.isEmpty() || !VERSION.matcher(segments.getFirst()).matches()
                ? ""
                : segments
                        .getFirst();
        Map<String, String> own = new LinkedHashMap<>(parameters);
        String asked = own.getOrDefault("method", "").toUpperCase(Locale.ROOT);
        boolean overridden = "POST".equals(method) && List.of("GET", "POST", "DELETE").contains(asked);
        if (overridden) {
            own.remove("method");
        }
        return new GraphRequest(overridden ? asked : method, version, version.isEmpty()
                ? segments
                : segments.subList(1,
                        segments.size()),
                own, uploads, own.getOrDefault("access_token", token));
    }

    boolean isBatch() {
        return segments.isEmpty() && parameters.containsKey("batch");
    }

    /// Without version and slashes at the ends.
    public String path() {
        return String.join("/", segments);
    }

    String first() {
        return segments.isEmpty() ? "" : segments.getFirst();
    }
}
