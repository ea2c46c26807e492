package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.http.Upload;
import com.bizosaas.adsdesk.sandbox.login.Caller;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One call of the Graph API on its way through the sandbox, while the world's lock is held. Nested edges and batch items
/// are calls of their own.
///
/// @param path node and edge without the version, for links to the next page
/// @param fields parsed `fields`, empty where none were asked for
public record Call(World world, String host, String version, String method, String path, Map<String, String> parameters,
        Map<String, Upload> uploads, Caller caller, List<FieldSpec> fields) {

    /// The same caller asking for another path, as a nested edge does.
    public Call at(String otherPath, FieldSpec spec) {
        Map<String, String> own = new LinkedHashMap<>(spec.parameters());
        if (!spec.childText().isEmpty()) {
            own.put("fields", spec.childText());
        }
        return new Call(world, host, version, "GET", otherPath, own, Map.of(), caller, spec.children());
    }

    /// The same call with the parameters that an expanded reference brings.
    public Call expanding(FieldSpec spec) {
        if (spec.parameters().isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(spec.parameters());
        return new Call(world, host, version, method, path, all, uploads, caller, spec.children());
    }

    public Instant now() {
        return world.clock().instant();
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    public String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    /// @throws GraphError 100 where it is missing or empty
    public String required(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            throw GraphError.invalidParameter("The parameter " + name + " is required");
        }
        return value;
    }

    public boolean isTrue(String name) {
        return List.of("true", "1").contains(text(name).toLowerCase(Locale.ROOT));
    }

    /// @throws GraphError 100 where it is no whole number
    public long number(String name) {
        try {
            return Long.parseLong(text(name).strip());
        } catch (NumberFormatException _) {
            throw GraphError.invalidParameter("Param " + name + " must be an integer");
        }
    }

    /// A structured parameter; empty where it did not come.
    ///
    /// @throws GraphError 100 where it is no JSON
    public Optional<JsonNode> json(String name) {
        if (text(name).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Json.parse(text(name))
                .orElseThrow(() -> GraphError.invalidParameter("Param " + name + " must be valid JSON")));
    }

    public Optional<ObjectNode> object(String name) {
        return json(name).map(node -> {
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw GraphError.invalidParameter("Param " + name + " must be an object");
        });
    }

    /// A list that came as JSON or separated by commas.
    public List<String> list(String name) {
        String value = text(name).strip();
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.startsWith("[")) {
            return json(name).orElseThrow().valueStream()
                    .map(one -> one.isValueNode() ? one.asString() : Json.text(one)).toList();
        }
        return List.of(value.split("\\s*,\\s*", -1));
    }

    /// Whether the call wants its parameters checked and nothing written.
    public boolean validatesOnly() {
        List<String> options = list("execution_options");
        if (options.contains("include_recommendations") && !options.contains("validate_only")) {
            throw GraphError.invalidParameter("include_recommendations can only be used with validate_only");
        }
        return options.contains("validate_only");
    }

    /// The address that a link in an answer starts with.
    public String base() {
        return host + "/" + version + "/" + path;
    }
}
