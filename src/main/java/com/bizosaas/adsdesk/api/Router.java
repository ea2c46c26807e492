package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.ApiKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Finds the route of a request and reads its inputs as the route declares them. What is not declared is refused: a
/// misspelt name that is ignored is a change that silently does not happen.
final class Router {

    static final String BASE = "/api/integrations/facebook-ads";

    private final List<Route> routes;
    private final Predicate<TenantId> known;

    /// @param known whether there is such a tenant
    Router(List<Route> routes, Predicate<TenantId> known) {
        this.routes = List.copyOf(routes);
        this.known = known;
    }

    /// @param variables parts of the path that stand for something
    record Match(Route route, Map<String, String> variables) {
    }

    /// The path below the base; `/openapi.json` is served at the root too.
    static Optional<String> below(String path) {
        if (path.equals(BASE) || path.equals(BASE + "/")) {
            return Optional.of("/");
        }
        return path.startsWith(BASE + "/")
                ? Optional.of(path.substring(BASE.length()))
                : Optional.of(path).filter("/openapi.json"::equals);
    }

    Match match(String method, String path) {
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = variables(route.path(), path);
            if (variables.isPresent() && route.method().equals(method)) {
                return new Match(route, variables.get());
            }
            variables.ifPresent(_ -> others.add(route.method()));
        }
        if (others.isEmpty()) {
            throw new ApiProblem(404, "unknown-route", "There is nothing at this address",
                    "GET /openapi.json lists every address.", "");
        }
        throw ApiProblem.wrongMethod(method, String.join(", ", others));
    }

    private static Optional<Map<String, String>> variables(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                variables.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /// The call of a request, checked against its route and its key.
    Call call(Match match, Asked asked, ApiKey key, String address, String path) {
        Route route = match.route();
        if (!key.role().includes(route.role())) {
            throw new ApiProblem(403, "role", "This key is for a " + word(key) + " and this needs a "
                    + route.role().name().toLowerCase(Locale.ROOT), "Use a key with that role.", "");
        }
        Map<String, Object> values = new LinkedHashMap<>(query(route, asked.query()));
        body(route, asked).forEach((name, value) -> {
            Object before = values.putIfAbsent(name, value);
            if (before != null && !before.equals(value)) {
                throw ApiProblem.badInput(name, "“" + name + "” stands twice and differs",
                        "Send it in the address or in the body, not both.");
            }
        });
        match.variables().forEach((name, text) -> values.put(name, variable(name, text)));
        checkTenant(route, key, values);
        return new Call(key, address, path, asked.query(), asked.wantsPage(), values);
    }

    private static String word(ApiKey key) {
        return key.role().name().toLowerCase(Locale.ROOT);
    }

    private static Object variable(String name, String text) {
        Param.Kind kind = switch (name) {
            case "id" -> Param.Kind.ID;
            case "tenant_id" -> Param.Kind.TENANT;
            case "account_id" -> Param.Kind.ACCOUNT;
            default -> Param.Kind.TEXT;
        };
        return Inputs.ofText(Param.of(name, kind, ""), text);
    }

    private static Map<String, Object> query(Route route, String query) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String text = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (route.isOpen()) {
                values.putIfAbsent(name, text);
                continue;
            }
            Param param = declared(route.queryInputs(), name, "parameter");
            if (values.put(name, Inputs.ofText(param, text)) != null) {
                throw ApiProblem.badInput(name, "“" + name + "” stands twice", "Send it once.");
            }
        }
        for (Param param : route.queryInputs()) {
            if (param.required() && !values.containsKey(param.name())) {
                throw missing(param);
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            ApiProblem problem = new ApiProblem(400, "bad-request", "The address is not well formed",
                    "Write special characters as % and two hexadecimal digits.", "");
            problem.addSuppressed(e);
            throw problem;
        }
    }

    private static Map<String, Object> body(Route route, Asked asked) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (asked.body().length == 0
                && (!route.takesBody() || route.bodyInputs().stream().noneMatch(Param::required))) {
            return values;
        }
        if (!route.takesBody()) {
            throw new ApiProblem(400, "bad-request", "This address takes no body", "Send inputs in the address.", "");
        }
        JsonNode tree = tree(asked);
        List<Param> inputs = route.bodyInputs();
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            Param param = declared(inputs, member.getKey(), "member");
            values.put(member.getKey(), Inputs.ofJson(param, member.getValue()));
        }
        for (Param param : inputs) {
            if (param.required() && !values.containsKey(param.name())) {
                throw missing(param);
            }
        }
        return values;
    }

    private static JsonNode tree(Asked asked) {
        String type = asked.header("content-type", "").toLowerCase(Locale.ROOT);
        if (asked.body().length > 0 && !type.strip().split(";", 2)[0].strip().equals("application/json")) {
            throw new ApiProblem(415, "not-json", "The body must be JSON",
                    "Send the header “Content-Type: application/json”.", "");
        }
        JsonNode tree;
        try {
            tree = Json.read(asked.body().length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : asked.body());
        } catch (JacksonException e) {
            throw new ApiProblem(400, "bad-json", "The body is not JSON", where(e), "");
        }
        if (!tree.isObject()) {
            throw new ApiProblem(400, "bad-json", "The body is not a JSON object", "Send {\"name\":value, …}.", "");
        }
        return tree;
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? "It breaks off or holds more than one value."
                : "It goes wrong at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
    }

    private static Param declared(List<Param> inputs, String name, String what) {
        return inputs.stream().filter(param -> param.name().equals(name)).findFirst()
                .orElseThrow(() -> new ApiProblem(400, "unknown-input", "There is no " + what + " “" + shown(name)
                        + "” here", names(inputs), shown(name)));
    }

    private static String names(List<Param> inputs) {
        List<String> names = new ArrayList<>(inputs.stream().map(Param::name).toList());
        return names.isEmpty() ? "This address takes none." : "It takes " + String.join(", ", names) + ".";
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static ApiProblem missing(Param param) {
        return new ApiProblem(400, param.name().equals("tenant_id") ? "no-tenant" : "missing-input",
                "“" + param.name() + "” is missing", param.says(), param.name());
    }

    private void checkTenant(Route route, ApiKey key, Map<String, Object> values) {
        Object tenant = values.get("tenant_id");
        if (tenant == null) {
            if (route.needsTenant()) {
                throw missing(Param.of("tenant_id", Param.Kind.TENANT, "Every call names its client."));
            }
            if (!key.opensAll() && (route.namesTenant() || route.needsAllTenants())) {
                throw foreign("This key opens some clients only", "Name one of them as tenant_id, or use another key.");
            }
        } else if (tenant instanceof TenantId id) {
            if (!key.opens(id) || route.needsAllTenants() && !key.opensAll()) {
                throw foreign("This key does not open this client", "Use a key whose list names it.");
            }
            if (route.needsTenant() && !known.test(id)) {
                throw new ApiProblem(404, "unknown-tenant", "There is no such client",
                        "GET /tenants lists them; POST /tenants makes one.", "tenant_id");
            }
        }
    }

    private static ApiProblem foreign(String title, String detail) {
        return new ApiProblem(403, "foreign-tenant", title, detail, "tenant_id");
    }
}
