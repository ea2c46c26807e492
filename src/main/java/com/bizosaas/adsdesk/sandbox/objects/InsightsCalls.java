package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.FaultPlan;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Renderer;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.insights.InsightsSource;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The insights edge: at once for small answers, as a run for large ones (graph-api chapter 05). Guarded by the world's
/// lock.
final class InsightsCalls {

    private static final Set<String> NOT_THE_QUERY = Set.of("access_token", "appsecret_proof", "appsecret_time",
            "limit",
            "after", "before", "method", "locale", "pretty", "debug");
    private static final int KEPT = 32;
    /// Insights of today are refreshed about every quarter of an hour.
    private static final long REFRESH_SECONDS = 900;
    private static final long RUN_LIFE_SECONDS = 30L * 86_400;

    private record Answer(List<ObjectNode> rows, @Nullable ObjectNode summary) {
    }

    private final InsightsSource source;
    private final Renderer renderer;
    private final FaultPlan faults;
    private final Map<String, Answer> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > KEPT;
        }
    };

    InsightsCalls(InsightsSource source, Renderer renderer, FaultPlan faults) {
        this.source = source;
        this.renderer = renderer;
        this.faults = faults;
    }

    void register(Operations operations) {
        for (Kind kind : List.of(Kind.AD_ACCOUNT, Kind.CAMPAIGN, Kind.AD_SET, Kind.AD)) {
            operations.serve(kind, "GET insights", (call, node) -> page(call, answer(call.world(), node, query(call))));
            operations.serve(kind, "POST insights", this::start);
        }
        operations.serve(Kind.REPORT_RUN, "GET", this::poll);
        operations.serve(Kind.REPORT_RUN, "GET insights", this::results);
        operations.derive(Kind.REPORT_RUN, "account_id", Structure::accountNumber);
        operations.derive(Kind.REPORT_RUN, "async_status", (call, run) -> StringNode.valueOf(progress(call, run)
                .status()));
        operations.derive(Kind.REPORT_RUN, "async_percent_completion",
                (call, run) -> LongNode.valueOf(progress(call, run)
                        .percent()));
        operations.derive(Kind.REPORT_RUN, "time_completed",
                (call, run) -> progress(call, run).isDone()
                        ? LongNode.valueOf(
                                call.now().getEpochSecond())
                        : null);
        failure(operations, "error_code", LongNode.valueOf(-3));
        failure(operations, "error_subcode", LongNode.valueOf(1_504_045));
        failure(operations, "error_message", StringNode.valueOf("The report could not be made"));
        failure(operations, "error_user_title", StringNode.valueOf("Report failed"));
        failure(operations, "error_user_msg", StringNode.valueOf(
                "The report was too large. Ask for a shorter time or a higher level."));
    }

    private static void failure(Operations operations, String field, JsonNode value) {
        operations.derive(Kind.REPORT_RUN, field,
                (call, run) -> "Job Failed".equals(progress(call, run).status())
                        ? value
                        : null);
    }

    private static Map<String, String> query(Call call) {
        Map<String, String> query = new LinkedHashMap<>(call.parameters());
        query.keySet().removeAll(NOT_THE_QUERY);
        return query;
    }

    private Answer answer(World world, Node scope, Map<String, String> query) {
        String key = scope.id() + new TreeMap<>(query) + world.version() + ":"
                + world.clock().instant().getEpochSecond()
                        / REFRESH_SECONDS;
        Answer known = kept.get(key);
        if (known == null) {
            boolean totals = !query.getOrDefault("summary", "").isEmpty()
                    || "true".equals(query.get("default_summary"));
            known = new Answer(List.copyOf(source.rows(world, scope, query)),
                    totals
                            ? source.summary(world, scope, query)
                            : null);
            kept.put(key, known);
        }
        return known;
    }

    private static JsonNode page(Call call, Answer answer) {
        Map<String, String> without = new LinkedHashMap<>(call.parameters());
        without.remove("summary");
        ObjectNode page = Lists.rows(new Call(call.world(), call.host(), call.version(), call.method(), call.path(),
                without, call.uploads(), call.caller(), call.fields()), answer.rows());
        if (answer.summary() != null) {
            page.set("summary", answer.summary());
        }
        return page;
    }

    /// Checks the query, keeps it and hands out a run.
    private JsonNode start(Call call, Node scope) {
        answer(call.world(), scope, query(call));
        ObjectNode fields = Json.object().put("_scope", scope.id()).put("time_ref", call.now().getEpochSecond()).put(
                "_polls",
                0);
        fields.set("_query", Json.tree(query(call)));
        call.object("time_range").ifPresent(range -> fields.put("date_start", range.path("since").asString("")).put(
                "date_stop", range.path("until").asString("")));
        String outcome = faults.runOutcome(call.path());
        if (outcome != null) {
            fields.put("_outcome", outcome);
        }
        Node run = call.world()
                .create(new Node(Kind.REPORT_RUN, call.world().newId(), scope.accountId(), null, fields));
        return Json.object().put("report_run_id", run.id());
    }

    private JsonNode poll(Call call, Node run) {
        run.fields().put("_polls", run.fields().path("_polls").asInt() + 1);
        return renderer.node(call, run);
    }

    /// Status and percentage, which do not move together: a run may be at 100 and still running, or completed below 100.
    private record Progress(String status, int percent) {
        boolean isDone() {
            return "Job Completed".equals(status) && percent == 100;
        }
    }

    private static Progress progress(Call call, Node run) {
        long age = call.now().getEpochSecond() - run.fields().path("time_ref").asLong();
        if (age > RUN_LIFE_SECONDS) {
            return new Progress("Job Skipped", 0);
        }
        long step = run.fields().path("_polls").asLong() + Math.max(0, age);
        boolean early = run.id().charAt(run.id().length() - 1) % 2 == 0;
        if (step <= 1) {
            return new Progress(step == 0 ? "Job Not Started" : "Job Started", 0);
        }
        if (step == 2) {
            return new Progress("Job Running", 60);
        }
        String outcome = run.text("_outcome");
        if (!outcome.isEmpty()) {
            return new Progress(outcome, 60);
        }
        if (step == 3) {
            return early ? new Progress("Job Completed", 93) : new Progress("Job Running", 100);
        }
        return new Progress("Job Completed", 100);
    }

    private JsonNode results(Call call, Node run) {
        if (!progress(call, run).isDone()) {
            throw new GraphError(400, 2601, 1_815_107, "OAuthException", "Loading Async Report", "Report isn't ready",
                    "The report is still being made. Ask for its status and fetch it when it is complete.", List.of())
                    .withTransient(true);
        }
        Node scope = call.world().find(run.text("_scope"))
                .orElseThrow(() -> GraphError.notFound(run.text("_scope"), "get"));
        Map<String, String> query = new LinkedHashMap<>();
        run.fields().path("_query").properties().forEach(one -> query.put(one.getKey(), one.getValue().asString()));
        return page(call, answer(call.world(), scope, query));
    }
}
