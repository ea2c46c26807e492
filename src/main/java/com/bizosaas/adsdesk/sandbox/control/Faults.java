package com.bizosaas.adsdesk.sandbox.control;

import com.bizosaas.adsdesk.sandbox.graph.ErrorBody;
import com.bizosaas.adsdesk.sandbox.graph.FaultPlan;
import com.bizosaas.adsdesk.sandbox.graph.GraphReply;
import com.bizosaas.adsdesk.sandbox.graph.GraphRequest;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// The faults that are planned, in the order in which they were asked for; each is used up by its hits. Thread-safe.
public final class Faults implements FaultPlan {

    private static final class Planned {
        private final Fault fault;
        private int skip;
        private int left;

        Planned(Fault fault) {
            this.fault = fault;
            this.skip = fault.skip();
            this.left = fault.count();
        }
    }

    private static final Set<String> GRAPH = Set.of(Fault.ERROR, Fault.TIMED_OUT_ITEM);
    private static final Set<String> TRANSPORT = Set.of(Fault.STATUS, Fault.HTML, Fault.TRUNCATE, Fault.STALL,
            Fault.RESET,
            Fault.LOST_ANSWER);
    private static final Set<String> RUNS = Set.of(Fault.RUN_FAILED, Fault.RUN_SKIPPED);

    private final List<Planned> planned = new ArrayList<>();

    public synchronized void add(Fault fault) {
        planned.add(new Planned(fault));
    }

    public synchronized void clear() {
        planned.clear();
    }

    /// What is still to come, as it was asked for.
    public synchronized List<JsonNode> pending() {
        return planned.stream().map(one -> one.fault.details()).toList();
    }

    private synchronized Optional<Fault> take(Set<String> kinds, String method, String path) {
        for (Planned one : planned) {
            if (kinds.contains(one.fault.kind()) && one.fault.matches(method, path)) {
                if (one.skip > 0) {
                    one.skip--;
                    return Optional.empty();
                }
                if (--one.left == 0) {
                    planned.remove(one);
                }
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    /// A fault of the transport that hits this request, used up by asking.
    public Optional<Fault> transport(String method, String path) {
        return take(TRANSPORT, method, path);
    }

    @Override
    public @Nullable GraphReply planned(GraphRequest request) {
        return take(GRAPH, request.method(), request.path()).map(Faults::reply).orElse(null);
    }

    private static GraphReply reply(Fault fault) {
        JsonNode details = fault.details();
        if (Fault.TIMED_OUT_ITEM.equals(fault.kind())) {
            return new GraphReply(200, NullNode.getInstance(), Map.of());
        }
        int code = details.path("code").asInt(1);
        GraphError error = new GraphError(details.path("status").asInt(400), code, details.path("subcode").asInt(0),
                details
                        .path("type").asString("OAuthException"),
                details.path("message").asString("(#" + code + ") Planned fault"),
                text(details, "title"), text(details, "reason"), List.of());
        JsonNode hint = details.path("is_transient");
        GraphError whole = hint.isBoolean() ? error.withTransient(hint.asBoolean()) : error;
        return new GraphReply(whole.status(), ErrorBody.of(whole), Map.of());
    }

    private static @Nullable String text(JsonNode details, String name) {
        return details.has(name) ? details.path(name).asString() : null;
    }

    @Override
    public @Nullable JsonNode altered(GraphRequest request) {
        return take(Set.of(Fault.ALTERED), request.method(), request.path())
                .map(fault -> fault.details().path("fields"))
                .map(fields -> fields.isObject() ? fields : Json.parse(fields.asString("{}")).orElseThrow())
                .orElse(null);
    }

    @Override
    public @Nullable String runOutcome(String path) {
        return take(RUNS, "POST", path)
                .map(fault -> Fault.RUN_FAILED.equals(fault.kind()) ? "Job Failed" : "Job Skipped")
                .orElse(null);
    }
}
