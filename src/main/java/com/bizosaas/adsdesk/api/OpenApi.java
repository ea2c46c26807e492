package com.bizosaas.adsdesk.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI 3.1 document, made of the routes that are served and of the schemas beside this class.
final class OpenApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");
    private static final String SCHEMAS = "#/components/schemas/";

    private OpenApi() {
    }

    static ObjectNode of(List<Route> routes, String version) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Ads Desk, local API").put("version", version).put("description",
                "The services of a desk on this computer. Every call but the OAuth callback needs a key; keys have a"
                        + " role (viewer, editor, publisher) and may be limited to some clients.");
        document.putArray("servers").addObject().put("url", Router.BASE);
        document.putArray("security").addObject().putArray("key");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            JsonNode known = paths.path(route.path());
            ObjectNode path = known instanceof ObjectNode there ? there : paths.putObject(route.path());
            path.set(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        ObjectNode components = document.putObject("components");
        components.putObject("securitySchemes").putObject("key").put("type", "http").put("scheme", "bearer");
        components.set("schemas", schemas());
        return document;
    }

    private static JsonNode schemas() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/com/bizosaas/adsdesk/api/schemas.json")) {
            if (in == null) {
                throw new IllegalStateException("The schemas are part of the program");
            }
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode operation(Route route) {
        ObjectNode operation = Json.object().put("operationId", route.operationId()).put("summary", route.summary())
                .put("description", route.isOpen()
                        ? "Needs no key."
                        : "Needs a key for a "
                                + route.role().name().toLowerCase(Locale.ROOT) + ".");
        if (route.isOpen()) {
            operation.putArray("security");
        }
        ArrayNode parameters = operation.putArray("parameters");
        Matcher variable = VARIABLE.matcher(route.path());
        while (variable.find()) {
            ObjectNode parameter = parameters.addObject().put("name", variable.group(1)).put("in", "path");
            parameter.put("required", true).putObject("schema").put("type", "string");
        }
        for (Param input : route.queryInputs()) {
            ObjectNode parameter = parameters.addObject().put("name", input.name()).put("in", "query")
                    .put("required", input.required()).put("description", input.says());
            parameter.set("schema", schema(input));
            if (input.kind() == Param.Kind.TEXTS) {
                parameter.put("style", "form").put("explode", false);
            }
        }
        if (route.isSlow()) {
            ObjectNode prefer = parameters.addObject().put("name", "Prefer").put("in", "header")
                    .put("required", false).put("description", "respond-async answers 202 with a job at once.");
            prefer.putObject("schema").put("type", "string");
        }
        if (!route.bodyInputs().isEmpty()) {
            operation.set("requestBody", requestBody(route.bodyInputs()));
        }
        responses(route, operation.putObject("responses"));
        return operation;
    }

    private static ObjectNode requestBody(List<Param> inputs) {
        ObjectNode schema = Json.object().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        TreeSet<String> required = new TreeSet<>();
        for (Param input : inputs) {
            properties.set(input.name(), schema(input).put("description", input.says()));
            if (input.required()) {
                required.add(input.name());
            }
        }
        schema.set("required", Shapes.texts(required));
        ObjectNode body = Json.object().put("required", !required.isEmpty());
        body.putObject("content").putObject("application/json").set("schema", schema);
        return body;
    }

    private static void responses(Route route, ObjectNode responses) {
        ObjectNode good = responses.putObject(Integer.toString(route.status())).put("description", "Done.");
        ObjectNode schema = good.putObject("content").putObject("application/json").putObject("schema");
        if (route.isList()) {
            schema.put("type", "object").put("additionalProperties", false).set("required",
                    Shapes.texts(List.of("data", "paging", "as_of", "stale")));
            ObjectNode properties = schema.putObject("properties");
            ObjectNode data = properties.putObject("data").put("type", "array");
            data.putObject("items").put("$ref", SCHEMAS + route.answer());
            properties.putObject("paging").put("$ref", SCHEMAS + "Paging");
            properties.putObject("as_of").put("$ref", SCHEMAS + "TimeOrNull");
            properties.putObject("stale").put("type", "boolean");
        } else {
            schema.put("$ref", SCHEMAS + route.answer());
        }
        if (route.isSlow()) {
            responses.putObject("202").put("description", "A job goes on in the background.").putObject("content")
                    .putObject("application/json").putObject("schema").put("$ref", SCHEMAS + "Job");
        }
        responses.putObject("default").put("description", "A problem, as RFC 9457 has it.").putObject("content")
                .putObject("application/problem+json").putObject("schema").put("$ref", SCHEMAS + "Problem");
    }

    private static ObjectNode schema(Param input) {
        ObjectNode schema = Json.object();
        switch (input.kind()) {
            case TEXT -> schema.put("type", "string");
            case ID -> schema.put("type", "string").put("pattern", "^[0-9]{1,40}$");
            case ACCOUNT -> schema.put("type", "string").put("pattern", "^(act_)?[0-9]{1,30}$");
            case TENANT -> schema.put("type", "string").put("pattern", "^[a-z0-9][a-z0-9_-]{0,63}$");
            case INTEGER -> schema.put("type", "integer");
            case FLAG -> schema.put("type", "boolean");
            case DAY -> schema.put("type", "string").put("format", "date");
            case MONEY -> schema.put("$ref", SCHEMAS + "MoneyInput");
            case OBJECT -> schema.put("type", "object");
            case TEXTS, ACCOUNTS, TENANTS -> schema.put("type", "array").putObject("items").put("type", "string");
        }
        if (!input.words().isEmpty()) {
            if (schema.path("items") instanceof ObjectNode items) {
                items.set("enum", Shapes.texts(input.words()));
            } else {
                schema.set("enum", Shapes.texts(input.words()));
            }
        }
        return schema;
    }
}
