package com.bizosaas.adsdesk.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A list, page by page. A cursor names the last row that was given, not a number of rows, so that rows that come or go
/// meanwhile make neither doubles nor gaps.
///
/// @param asOf when the rows were read from Facebook, null if they never were
record Page<T>(Collection<T> rows, Function<T, String> key, boolean backwards, @Nullable Instant asOf, boolean stale) {

    private static final int USUAL = 500;
    private static final int MOST = 1000;
    private static final String MARK = "k:";

    static final List<Param> INPUTS = List.of(
            Param.of("limit", Param.Kind.INTEGER, "Rows of a page, 1 to " + MOST + "; " + USUAL + " without it."),
            Param.text("after", "The cursor of the page before."));

    Reply reply(Call call, Function<T, ? extends JsonNode> view) {
        int limit = call.find("limit", Integer.class).orElse(USUAL);
        if (limit < 1 || limit > MOST) {
            throw ApiProblem.badInput("limit", "“limit” is not what it must be", "It is 1 to " + MOST + ".");
        }
        String after = call.findText("after").map(Page::key).orElse(null);
        Comparator<String> order = backwards ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<T> rest = rows.stream().filter(row -> after == null || order.compare(key.apply(row), after) > 0)
                .sorted(Comparator.comparing(key, order)).limit(limit + 1L).toList();
        List<T> shown = rest.size() > limit ? rest.subList(0, limit) : rest;
        ObjectNode paging = Json.object().put("limit", limit);
        if (rest.size() > limit) {
            String cursor = cursor(key.apply(shown.getLast()));
            paging.put("after", cursor).set("cursors", Json.object().put("after", cursor));
            paging.put("next", next(call, cursor));
        }
        ArrayNode data = Json.array();
        shown.forEach(row -> data.add(view.apply(row)));
        ObjectNode body = Json.object();
        body.set("data", data);
        body.set("paging", paging);
        body.put("as_of", Shapes.timeOrNull(asOf)).put("stale", stale);
        return Reply.json(body);
    }

    /// A key that sorts ids of any length as numbers.
    static String padded(String id) {
        return "0".repeat(Math.max(0, 40 - id.length())) + id;
    }

    private static String next(Call call, String cursor) {
        List<String> pairs = new ArrayList<>();
        for (String pair : call.query().split("&")) {
            if (!pair.isEmpty() && !pair.startsWith("after=")) {
                pairs.add(pair);
            }
        }
        pairs.add("after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        return call.address() + Router.BASE + call.path() + "?" + String.join("&", pairs);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException e) {
            throw badCursor(e);
        }
        throw badCursor(null);
    }

    private static ApiProblem badCursor(@Nullable Throwable cause) {
        ApiProblem problem = ApiProblem.badInput("after", "“after” is no cursor of this list",
                "Take it from paging.after of the page before, or leave it out to begin again.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
