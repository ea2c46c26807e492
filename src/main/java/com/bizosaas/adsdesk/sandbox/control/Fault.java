package com.bizosaas.adsdesk.sandbox.control;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One planned fault: which requests it hits, how often, and what it does.
///
/// @param kind see the constants
/// @param path the path without its version; a star stands for anything
/// @param method null for any
/// @param skip how many matching requests pass unharmed before the first hit
/// @param count how many are hit
public record Fault(String kind, Pattern path, @Nullable String method, int skip, int count, JsonNode details) {

    static final String ERROR = "error";
    static final String STATUS = "status";
    static final String HTML = "html";
    static final String TRUNCATE = "truncate";
    static final String STALL = "stall";
    static final String RESET = "reset";
    static final String LOST_ANSWER = "lost-answer";
    static final String TIMED_OUT_ITEM = "timed-out-item";
    static final String ALTERED = "altered";
    static final String RUN_FAILED = "run-failed";
    static final String RUN_SKIPPED = "run-skipped";
    private static final Set<String> KINDS = Set.of(ERROR, STATUS, HTML, TRUNCATE, STALL, RESET,
            LOST_ANSWER, TIMED_OUT_ITEM, ALTERED, RUN_FAILED, RUN_SKIPPED);

    /// @throws IllegalArgumentException where the description makes no sense
    static Fault of(JsonNode json) {
        String kind = json.path("kind").asString("");
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind must be one of " + new TreeSet<>(KINDS));
        }
        String path = json.path("path").asString("*");
        StringBuilder pattern = new StringBuilder();
        for (String part : (path.startsWith("/") ? path.substring(1) : path).split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(part.isEmpty() ? "" : Pattern.quote(part));
            if (pattern.isEmpty()) {
                pattern.append("(?:)");
            }
        }
        String method = json.path("method").asString("");
        int count = json.path("count").asInt(1);
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
        return new Fault(kind, Pattern.compile(pattern.toString()), method.isEmpty()
                ? null
                : method.toUpperCase(
                        Locale.ROOT),
                json.path("skip").asInt(0), count, json);
    }

    boolean matches(String askedMethod, String askedPath) {
        return (method == null || method.equals(askedMethod)) && path.matcher(askedPath).matches();
    }
}
