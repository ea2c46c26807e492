package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.http.RequestReader;
import com.bizosaas.adsdesk.sandbox.http.Upload;
import com.bizosaas.adsdesk.sandbox.login.Gate;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Batch requests as in graph-api chapter 13: up to 50 items, answered in order, each body as JSON text; named items feed
/// later ones. Items run one after the other, which is one of the orders Facebook may choose.
final class Batch {

    private static final int MOST = 50;
    private static final Pattern RESULT = Pattern.compile("\\{result=([^:}]+):(\\$[^}]*)\\}");

    private final GraphApi api;
    private final Gate gate;
    private final Map<String, GraphReply> named = new LinkedHashMap<>();
    private final Set<String> failed = new HashSet<>();

    Batch(GraphApi api, Gate gate) {
        this.api = api;
        this.gate = gate;
    }

    /// @throws GraphError where the whole batch is refused
    GraphReply answer(GraphRequest request) {
        gate.admit(request.token(), request.parameters());
        JsonNode items = Json.parse(request.parameters().getOrDefault("batch", "")).filter(JsonNode::isArray)
                .orElseThrow(
                        () -> GraphError.invalidParameter("Param batch must be an array"));
        if (items.size() > MOST) {
            throw GraphError.of(400, 100, "(#100) Too many requests in batch message. Maximum batch size is " + MOST);
        }
        boolean headers = !List.of("false", "0").contains(request.parameters().getOrDefault("include_headers", "true"));
        Set<String> awaited = awaited(items);
        ArrayNode answers = Json.array();
        Map<String, String> last = new LinkedHashMap<>();
        for (JsonNode item : items) {
            GraphReply reply = run(request, item);
            String name = item.path("name").asString("");
            if (!name.isEmpty()) {
                named.put(name, reply);
            }
            last.putAll(reply.headers());
            boolean omitted = reply.status() == 200 && !name.isEmpty()
                    && item.path("omit_response_on_success").asBoolean(
                            awaited.contains(name));
            if (omitted || isTimedOut(reply)) {
                answers.addNull();
            } else {
                answers.add(wrapped(reply, headers));
            }
        }
        last.remove("WWW-Authenticate");
        return new GraphReply(200, answers, last);
    }

    /// An item that a fault has let time out shows as null (see [GraphApi]).
    private static boolean isTimedOut(GraphReply reply) {
        return reply.body().isNull();
    }

    private static Set<String> awaited(JsonNode items) {
        Set<String> names = new HashSet<>();
        for (JsonNode item : items) {
            names.add(item.path("depends_on").asString(""));
            Matcher matcher = RESULT.matcher(item.path("relative_url").asString("") + " " + item.path("body").asString(
                    ""));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private GraphReply run(GraphRequest outer, JsonNode item) {
        String depends = item.path("depends_on").asString("");
        try {
            if (!depends.isEmpty() && (failed.contains(depends) || !named.containsKey(depends))) {
                throw GraphError.of(400, 100,
                        "(#100) The request depends on " + depends + ", which failed or is missing");
            }
            GraphReply reply = api.item(inner(outer, item));
            if (reply.status() != 200) {
                failed.add(item.path("name").asString(""));
            }
            return reply;
        } catch (GraphError e) {
            failed.add(item.path("name").asString(""));
            return new GraphReply(e.status(), ErrorBody.of(e), Map.of());
        }
    }

    private GraphRequest inner(GraphRequest outer, JsonNode item) {
        String url = filled(item.path("relative_url").asString(""));
        String method = item.path("method").asString("GET").toUpperCase(Locale.ROOT);
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        Map<String, String> parameters = new LinkedHashMap<>();
        RequestReader.decode(question < 0 ? "" : url.substring(question + 1))
                .forEach((name, all) -> parameters.put(name,
                        all.getLast()));
        RequestReader.decode(filled(item.path("body").asString(""))).forEach((name, all) -> parameters.put(name, all
                .getLast()));
        boolean ownToken = parameters.containsKey("access_token");
        if (!ownToken) {
            for (String name : List.of("appsecret_proof", "appsecret_time")) {
                String value = outer.parameters().get(name);
                if (value != null) {
                    parameters.putIfAbsent(name, value);
                }
            }
        }
        String stripped = path.startsWith("/") ? path.substring(1) : path;
        GraphRequest inner = GraphRequest.of(method, stripped, parameters, files(outer, item), outer.token());
        return inner.askedVersion().isEmpty()
                ? GraphRequest.of(method, outer.askedVersion() + "/" + stripped, parameters,
                        inner.uploads(), outer.token())
                : inner;
    }

    private static Map<String, Upload> files(GraphRequest outer, JsonNode item) {
        Map<String, Upload> files = new LinkedHashMap<>();
        for (String name : item.path("attached_files").asString("").split("\\s*,\\s*", -1)) {
            Upload upload = outer.uploads().get(name);
            if (upload != null) {
                files.put(name, upload);
            }
        }
        return files;
    }

    private String filled(String text) {
        return RESULT.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(result(match.group(1), match.group(2))));
    }

    private String result(String name, String path) {
        GraphReply reply = named.get(name);
        if (reply == null || reply.status() != 200) {
            throw GraphError.of(400, 100, "(#100) The result of " + name + " is not available");
        }
        List<JsonNode> found = List.of(reply.body());
        for (String step : path.substring(1).split("\\.", -1)) {
            if (!step.isEmpty()) {
                found = found.stream().flatMap(node -> steps(node, step)).toList();
            }
        }
        return found.stream().map(JsonNode::asString).collect(Collectors.joining(","));
    }

    /// One step of a JSONPath: a name, `*`, or a name with an index.
    private static Stream<JsonNode> steps(JsonNode node, String step) {
        if ("*".equals(step)) {
            return node.valueStream();
        }
        int bracket = step.indexOf('[');
        if (bracket < 0) {
            return node.has(step) ? Stream.of(node.path(step)) : Stream.empty();
        }
        String inside = step.substring(bracket + 1, step.length() - 1);
        JsonNode array = bracket == 0 ? node : node.path(step.substring(0, bracket));
        return "*".equals(inside) ? array.valueStream() : Stream.of(array.path(Integer.parseInt(inside)));
    }

    private static ObjectNode wrapped(GraphReply reply, boolean headers) {
        ObjectNode answer = Json.object().put("code", reply.status());
        if (headers) {
            ArrayNode list = answer.putArray("headers");
            header(list, "Content-Type", "application/json; charset=UTF-8");
            reply.headers().forEach((name, value) -> header(list, name, value));
        }
        return answer.put("body", Json.text(reply.body()));
    }

    private static void header(ArrayNode list, String name, @Nullable String value) {
        list.addObject().put("name", name).put("value", value);
    }
}
