package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Checks what came against the schema: known parameters must have their type, required ones must be there, unknown ones
/// are ignored as Facebook ignores them, but counted, so that a misspelt parameter can be found. Thread-safe.
public final class ParameterCheck {

    private static final Set<String> EVERYWHERE = Set.of("access_token", "appsecret_proof", "appsecret_time", "fields",
            "limit", "after", "before", "summary", "filtering", "method", "locale", "pretty", "debug", "format",
            "include_headers", "suppress_http_code", "return_ssl_resources", "sort");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Schema schema;
    private final Map<String, AtomicLong> unknown = new ConcurrentHashMap<>();

    public ParameterCheck(Schema schema) {
        this.schema = schema;
    }

    /// @param key method and edge, as in [Schema#operation]
    /// @throws GraphError 100 where a value has the wrong shape or is missing
    public void check(Kind kind, String key, Call call) {
        Schema.Operation operation = schema.operation(kind, key).orElse(new Schema.Operation(Map.of(), List.of()));
        operation.required().forEach(call::required);
        call.parameters().forEach((name, value) -> {
            String type = operation.parameters().get(name);
            if (type != null) {
                checkType(name, type, value, call);
            } else if (!EVERYWHERE.contains(name)) {
                count(key.split(" ", -1)[0] + " " + schema.type(kind).name()
                        + (key.contains(" ") ? "/" + key.split(" ", -1)[1] : "") + " " + name);
            }
        });
    }

    public void count(String what) {
        unknown.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
    }

    /// How often each unknown parameter came, by operation and name.
    public Map<String, Long> unknown() {
        Map<String, Long> counts = new TreeMap<>();
        unknown.forEach((what, count) -> counts.put(what, count.get()));
        return counts;
    }

    public void reset() {
        unknown.clear();
    }

    private void checkType(String name, String type, String value, Call call) {
        if (type.startsWith("list<")) {
            checkList(name, type.substring(5, type.length() - 1), call);
            return;
        }
        Optional<List<String>> values = schema.values(type);
        if (values.isPresent()) {
            if (!values.get().contains(value)) {
                throw GraphError.invalidParameter("Param " + name + " must be one of {" + String.join(", ",
                        values.get()) + "}");
            }
            return;
        }
        switch (type) {
            case "bool" -> demand(Set.of("true", "false", "0", "1").contains(value), name, "a boolean");
            case "int" -> demand(NUMBER.matcher(value).matches(), name, "an integer");
            case "unsigned int" ->
                demand(NUMBER.matcher(value).matches() && value.charAt(0) != '-', name,
                        "an integer greater than or equal to 0");
            case "float" -> demand(DECIMAL.matcher(value).matches(), name, "a number");
            case "datetime" -> demand(Times.parse(value).isPresent(), name, "a valid datetime");
            case "map" -> demand(Json.parse(value).filter(JsonNode::isContainer).isPresent(), name, "a JSON object");
            case "Object" ->
                demand(Json.parse(value).filter(JsonNode::isContainer).isPresent(), name, "an object or an array");
            default -> {
                // Free text and files: any value will do.
            }
        }
    }

    private void checkList(String name, String type, Call call) {
        List<String> entries = call.list(name);
        schema.values(type).ifPresent(values -> {
            for (int i = 0; i < entries.size(); i++) {
                if (!values.contains(entries.get(i))) {
                    throw GraphError.invalidParameter(name + "[" + i + "] must be one of the following values: "
                            + String.join(", ", values));
                }
            }
        });
    }

    private static void demand(boolean met, String name, String what) {
        if (!met) {
            throw GraphError.invalidParameter("Param " + name + " must be " + what);
        }
    }
}
