package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.GraphRequest.Method;
import com.bizosaas.adsdesk.graph.GraphRequest.Shape;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Several calls in one request (graph-api chapter 13). It saves connections and round trips, not quota: Facebook counts
/// every item. Answers come in the order of the items; an item that ran out of time comes as null.
final class BatchRequest {

    static final int MAX_ITEMS = 50;

    private final GraphClient client;

    BatchRequest(GraphClient client) {
        this.client = client;
    }

    /// One verdict for each call, in their order. Reads without an answer are asked again, within the retry budget.
    ///
    /// @throws GraphException if the batch as a whole is refused, as it is with a dead token
    List<Verdict> send(List<GraphRequest> calls) {
        List<Verdict> verdicts = new ArrayList<>(calls.size());
        for (int from = 0; from < calls.size(); from += MAX_ITEMS) {
            verdicts.addAll(sendSome(calls.subList(from, Math.min(calls.size(), from + MAX_ITEMS))));
        }
        return verdicts;
    }

    private List<Verdict> sendSome(List<GraphRequest> calls) {
        Verdict[] verdicts = new Verdict[calls.size()];
        List<Integer> open = IntStream.range(0, calls.size()).boxed().toList();
        for (int tried = 1;; tried++) {
            List<Verdict> answers = once(open.stream().map(calls::get).toList());
            List<Integer> unanswered = new ArrayList<>();
            List<Integer> again = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                Verdict answer = answers.get(i);
                verdicts[open.get(i)] = answer;
                if (client.learnGone(answer)) {
                    again.add(open.get(i));
                } else if (answer.outcome().reaction(answer.request().effect()) == Outcome.Reaction.RETRY) {
                    unanswered.add(open.get(i));
                }
            }
            if (!unanswered.isEmpty() && client.retries().permit(tried)) {
                again.addAll(unanswered);
                client.pause(calls.getFirst(), client.retries().pause(tried, Duration.ZERO));
            }
            if (again.isEmpty()) {
                return List.of(verdicts);
            }
            open = again;
        }
    }

    /// Calls that would have to wait for longer than anybody waits stay at home; the others go.
    private List<Verdict> once(List<GraphRequest> asked) {
        List<GraphRequest> calls = asked.stream().map(client::without).toList();
        Map<GraphRequest, Instant> closed = new LinkedHashMap<>();
        for (GraphRequest call : calls) {
            Instant until = client.heldUntil(call);
            if (until != null) {
                closed.put(call, until);
            }
        }
        List<GraphRequest> going = calls.stream().filter(call -> !closed.containsKey(call)).toList();
        WireObject answers = going.isEmpty() ? WireObject.EMPTY : client.call(outer(going));
        List<Verdict> verdicts = new ArrayList<>(calls.size());
        int place = 0;
        for (GraphRequest call : calls) {
            Instant until = closed.get(call);
            if (until == null) {
                JsonNode item = answers.json().get(place++);
                verdicts.add(client.noteItem(judged(call, item == null ? WireObject.EMPTY : new WireObject(item))));
            } else {
                verdicts.add(Verdict.held(call, until));
            }
        }
        return verdicts;
    }

    private static Verdict judged(GraphRequest call, WireObject item) {
        return StrictJson
                .parse(new ByteArrayInputStream(item.text("body").getBytes(StandardCharsets.UTF_8)), call.rows())
                .map(body -> Verdict.of(call, item.integer("code", 0), body, headers(item)))
                .orElseGet(() -> Verdict.lost(call, Map.of(), "No answer to this item of a batch"));
    }

    private static Map<String, String> headers(WireObject item) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (WireObject header : item.list("headers")) {
            headers.putIfAbsent(header.text("name").toLowerCase(Locale.ROOT), header.text("value"));
        }
        return headers;
    }

    private static GraphRequest outer(List<GraphRequest> calls) {
        List<Map<String, String>> items = calls.stream().map(BatchRequest::item).toList();
        boolean reads = calls.stream().allMatch(call -> call.effect() == Effect.READ);
        GraphRequest first = calls.getFirst();
        GraphRequest outer = GraphRequest.start("").having(reads ? Effect.READ : Effect.UPDATE).shaped(Shape.ARRAY)
                .holding(calls)
                .with("include_headers", "false").with("batch", StrictJson.write(items));
        return first.account() == null ? outer : outer.on(first.account(), first.useCase());
    }

    private static Map<String, String> item(GraphRequest call) {
        Map<String, String> item = new LinkedHashMap<>();
        String form = RequestBuilder.encode(call.parameters());
        item.put("method", call.method().name());
        if (call.method() == Method.POST) {
            item.put("relative_url", call.path());
            item.put("body", form);
        } else {
            item.put("relative_url", form.isEmpty() ? call.path() : call.path() + "?" + form);
        }
        return item;
    }
}
