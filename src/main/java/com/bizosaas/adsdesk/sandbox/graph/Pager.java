package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Cursor paging and summaries as in graph-api chapter 14: 25 rows unless asked otherwise, no `paging` on an empty list,
/// cursors without `next` on the last page, and a `next` that carries the token but never the proof.
public final class Pager {

    private static final int USUAL = 25;
    /// Beyond this many rows in one answer Facebook asks to reduce the amount of data; the real figure is not published.
    private static final int MOST = 5_000;
    private static final Set<String> LEFT_OUT = Set.of("after", "before", "appsecret_proof", "appsecret_time", "method",
            "access_token", "limit");

    private Pager() {
    }

    /// One page of a list.
    ///
    /// @param id tells rows apart, stable while the row exists
    /// @param visible rows that count; the others are skipped without taking a place on the page
    public static <T> ObjectNode page(Call call, List<T> list, Function<T, String> id, Predicate<T> visible,
            Function<T, ? extends JsonNode> row) {
        int limit = limit(call);
        boolean backwards = call.has("before") && !call.has("after");
        List<Integer> places = backwards
                ? before(call, list, id, visible, limit)
                : after(call, list, id, visible, limit);
        boolean more = places.size() > limit;
        if (more) {
            places.removeLast();
        }
        if (backwards) {
            Collections.reverse(places);
        }
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        places.forEach(place -> data.add(row.apply(list.get(place))));
        if (!places.isEmpty()) {
            String first = cursor(list, places.getFirst(), id);
            String last = cursor(list, places.getLast(), id);
            ObjectNode paging = answer.putObject("paging");
            paging.putObject("cursors").put("before", first).put("after", last);
            if (more || backwards) {
                paging.put("next", link(call, limit, "after", last));
            }
            if (backwards ? more : call.has("after")) {
                paging.put("previous", link(call, limit, "before", first));
            }
        }
        summary(call, list, visible, answer);
        return answer;
    }

    private static <T> String cursor(List<T> list, int place, Function<T, String> id) {
        return Cursors.write(list.size() - place, id.apply(list.get(place)));
    }

    private static <T> List<Integer> after(Call call, List<T> list, Function<T, String> id, Predicate<T> visible,
            int limit) {
        int start = call.text("after").isEmpty() ? 0 : locate(call.text("after"), list, id) + 1;
        List<Integer> places = new ArrayList<>();
        for (int i = start; i < list.size() && places.size() <= limit; i++) {
            if (visible.test(list.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private static <T> List<Integer> before(Call call, List<T> list, Function<T, String> id, Predicate<T> visible,
            int limit) {
        List<Integer> places = new ArrayList<>();
        for (int i = locate(call.text("before"), list, id) - 1; i >= 0 && places.size() <= limit; i--) {
            if (visible.test(list.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    /// Places are counted from the end, since new objects come to the front.
    private static <T> int locate(String text, List<T> list, Function<T, String> id) {
        Cursors.Cursor cursor = Cursors.read(text);
        int guess = list.size() - cursor.place();
        if (guess >= 0 && guess < list.size() && id.apply(list.get(guess)).equals(cursor.id())) {
            return guess;
        }
        for (int i = 0; i < list.size(); i++) {
            if (id.apply(list.get(i)).equals(cursor.id())) {
                return i;
            }
        }
        throw Cursors.invalid();
    }

    static int limit(Call call) {
        if (!call.has("limit")) {
            return USUAL;
        }
        long limit = call.number("limit");
        if (limit < 0) {
            throw GraphError.invalidParameter("Param limit must be an integer greater than or equal to 0");
        }
        if (limit > MOST) {
            throw tooMuch();
        }
        return (int) limit;
    }

    static GraphError tooMuch() {
        return GraphError.of(500, 1,
                "Please reduce the amount of data you're asking for, then retry your request");
    }

    private static <T> void summary(Call call, List<T> list, Predicate<T> visible, ObjectNode answer) {
        String wanted = call.text("summary");
        if ("true".equals(wanted) || "1".equals(wanted) || wanted.contains("total_count")) {
            answer.putObject("summary").put("total_count", list.stream().filter(visible).count());
        }
    }

    private static String link(Call call, int limit, String direction, String cursor) {
        StringBuilder link = new StringBuilder(call.base()).append("?access_token=")
                .append(encode(call.caller().token().value()));
        for (Map.Entry<String, String> parameter : call.parameters().entrySet()) {
            if (!LEFT_OUT.contains(parameter.getKey())) {
                link.append('&').append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            }
        }
        return link.append("&limit=").append(limit).append('&').append(direction).append('=').append(cursor).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
