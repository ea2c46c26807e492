package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.limits.UsageMeter;
import com.bizosaas.adsdesk.sandbox.limits.UseCase;
import com.bizosaas.adsdesk.sandbox.login.Caller;
import com.bizosaas.adsdesk.sandbox.login.Gate;
import com.bizosaas.adsdesk.sandbox.login.OAuthCalls;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.NullNode;

/// The Graph API's front: which version, who calls, which object, may they, is there budget left; then the operation.
/// Thread-safe; each call holds the world's lock while it runs.
public final class GraphApi {

    private static final Logger LOG = LoggerFactory.getLogger(GraphApi.class);
    private static final Set<Kind> ABOVE = Set.of(Kind.USER, Kind.BUSINESS, Kind.PAGE, Kind.PIXEL);

    private final World world;
    private final Supplier<String> host;
    private final Gate gate;
    private final OAuthCalls oauth;
    private final Operations operations;
    private final Renderer renderer;
    private final ParameterCheck check;
    private final UsageMeter meter;
    private final Reach reach;
    private final FaultPlan faults;
    private final @Nullable PageCache pages;
    private final Map<String, Function<Call, JsonNode>> rootCalls = new LinkedHashMap<>();

    /// @param host scheme, name and port that links in answers begin with
    /// @param pages null to make every page afresh
    public GraphApi(World world, Supplier<String> host, Gate gate, OAuthCalls oauth, Operations operations,
            Renderer renderer, ParameterCheck check, UsageMeter meter, FaultPlan faults, @Nullable PageCache pages) {
        this.world = world;
        this.host = host;
        this.gate = gate;
        this.oauth = oauth;
        this.operations = operations;
        this.renderer = renderer;
        this.check = check;
        this.meter = meter;
        this.faults = faults;
        this.pages = pages;
        this.reach = new Reach(world);
    }

    /// A GET on a name that is no object, such as `/search`.
    public void serveRoot(String name, Function<Call, JsonNode> call) {
        rootCalls.put(name, call);
    }

    /// Answers one request; a batch is taken apart and each of its items comes back here.
    public GraphReply answer(GraphRequest request) {
        if (request.isBatch()) {
            return guarded(request, () -> new Batch(this, gate).answer(request));
        }
        return guarded(request, () -> single(request, pages));
    }

    /// Answers one item of a batch, always with its body as a tree.
    GraphReply item(GraphRequest request) {
        return request.isBatch() ? answer(request) : guarded(request, () -> single(request, null));
    }

    private GraphReply guarded(GraphRequest request, Supplier<GraphReply> work) {
        String version = request.askedVersion();
        try {
            version = Versions.serving(request);
            GraphReply planned = request.isBatch() ? null : faults.planned(request);
            if (planned != null) {
                return planned.with(meter.headers());
            }
            GraphReply reply = work.get();
            alter(request, reply);
            return reply.with(Map.of("facebook-api-version", version));
        } catch (GraphError e) {
            return refusal(e, meter.headers()).with(version.isEmpty()
                    ? Map.of()
                    : Map.of("facebook-api-version",
                            version));
        } catch (RuntimeException e) {
            LOG.error("The sandbox failed on {} /{}", request.method(), request.path(), e);
            return refusal(GraphError.of(500, 1, "An unknown error occurred"), meter.headers());
        }
    }

    /// A write that said yes, and did something else: Facebook does so now and then (graph-api chapter 16).
    private void alter(GraphRequest request, GraphReply reply) {
        boolean wrote = !request.isBatch() && reply.status() == 200 && "POST".equals(request.method())
                && !request.parameters().getOrDefault("execution_options", "").contains("validate_only");
        if (wrote && faults.altered(request) instanceof ObjectNode fields) {
            world.lock().lock();
            try {
                String id = reply.body().path("id").asString(request.segments().getFirst());
                world.find(id).ifPresent(node -> {
                    node.fields().setAll(fields);
                    world.touch(node);
                });
            } finally {
                world.lock().unlock();
            }
        }
    }

    private static GraphReply refusal(GraphError error, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (error.code() == 190) {
            all.put("WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\" \"" + error.text() + "\"");
        }
        return new GraphReply(error.status(), ErrorBody.of(error), all);
    }

    private GraphReply single(GraphRequest request, @Nullable PageCache kept) {
        refuseRemoved(request);
        switch (request.path()) {
            case "oauth/access_token" -> {
                return plain(oauth.accessToken(request.parameters()));
            }
            case "debug_token" -> {
                return plain(oauth.debugToken(request.token(), request.parameters()));
            }
            case "" -> throw GraphError.of(400, 100, "(#100) The root of the graph cannot be read");
            default -> {
                Caller caller = gate.admit(request.token(), request.parameters());
                world.lock().lock();
                try {
                    return inWorld(request, caller, kept);
                } finally {
                    world.lock().unlock();
                }
            }
        }
    }

    private GraphReply plain(JsonNode body) {
        return new GraphReply(200, body, meter.headers());
    }

    private static void refuseRemoved(GraphRequest request) {
        if (request.parameters().containsKey("ids")) {
            throw GraphError.of(500, 100, "The ids query parameter is deprecated in v26.0+");
        }
        if (request.parameters().containsKey("date_format")) {
            throw GraphError.of(400, 100, "The date_format parameter is deprecated in v26.0+");
        }
    }

    private GraphReply inWorld(GraphRequest request, Caller caller, @Nullable PageCache kept) {
        Call call = new Call(world, host.get(), Versions.serving(request), request.method(), request.path(), request
                .parameters(), request.uploads(), caller,
                FieldSpec.parse(request.parameters().getOrDefault("fields",
                        "")));
        Function<Call, JsonNode> root = rootCalls.get(request.path());
        if (root != null) {
            meter.admitApp();
            caller.mustReadAds();
            return plain(root.apply(call));
        }
        Node node = reach.node(request, caller);
        String edge = String.join("/", request.segments().subList(1, request.segments().size()));
        if (ABOVE.contains(node.kind())) {
            meter.admitApp();
            return plain(run(call, node, edge));
        }
        UseCase useCase = useCase(node, edge);
        try {
            boolean write = !"GET".equals(call.method()) && !edge.equals("insights");
            meter.admit(node.accountId(), useCase, write);
            if (write) {
                caller.mustWriteAds(node.accountId());
                mustBeOpen(node);
            } else {
                caller.mustReadAds();
            }
            if (kept != null && node.kind() == Kind.AD_ACCOUNT && PageCache.keeps(call, edge)) {
                Page page = kept.page(call, world, node.accountId(), () -> run(call, node, edge));
                spend(node, useCase, page.rows());
                return new GraphReply(200, NullNode.getInstance(), meter.headers(node.accountId(), useCase), page);
            }
            JsonNode body = run(call, node, edge);
            spend(node, useCase, body.path("data").size());
            return new GraphReply(200, body, meter.headers(node.accountId(), useCase));
        } catch (GraphError e) {
            return refusal(e, meter.headers(node.accountId(), useCase));
        }
    }

    private void spend(Node node, UseCase useCase, int rows) {
        meter.spend(node.accountId(), useCase, 1 + rows / (useCase == UseCase.ADS_INSIGHTS ? 10.0 : 100.0));
    }

    /// A disabled or closed account takes no writes (graph-api chapter 03, `account_status`).
    private void mustBeOpen(Node node) {
        String status = world.find(node.accountId()).map(account -> account.text("account_status")).orElse("1");
        if (Set.of("2", "100", "101").contains(status)) {
            throw new GraphError(403, 200, 0, "OAuthException",
                    "(#200) The ad account is not enabled for usage in Ads API",
                    "Ad account disabled", "This ad account is disabled or closed, so it cannot be changed.",
                    List.of());
        }
    }

    private JsonNode run(Call call, Node node, String edge) {
        String head = edge.contains("/") ? edge.substring(0, edge.indexOf('/')) : edge;
        String key = edge.isEmpty() ? call.method() : call.method() + " " + head;
        if ("GET".equals(key) && operations.handler(node.kind(), key).isEmpty()) {
            check.check(node.kind(), key, call);
            return renderer.node(call, node);
        }
        Operations.Handler handler = operations.handler(node.kind(), key).orElseThrow(() -> edge.isEmpty()
                ? GraphError.of(400, 3, "(#3) Application does not have the capability to make this API call.")
                : GraphError.unknownPath(edge));
        if (edge.contains("/") && !"DELETE permissions".equals(key)) {
            throw GraphError.unknownPath(edge);
        }
        check.check(node.kind(), key, call);
        return handler.answer(call, node);
    }

    private static UseCase useCase(Node node, String edge) {
        if (edge.equals("insights") || node.kind() == Kind.REPORT_RUN) {
            return UseCase.ADS_INSIGHTS;
        }
        return edge.equals("customaudiences") || node.kind() == Kind.CUSTOM_AUDIENCE
                ? UseCase.CUSTOM_AUDIENCE
                : UseCase.ADS_MANAGEMENT;
    }

    /// `{"success":true}`, which updates and deletes answer.
    public static JsonNode success() {
        return Json.object().put("success", true);
    }
}
