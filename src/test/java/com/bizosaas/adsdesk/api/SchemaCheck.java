package com.bizosaas.adsdesk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Holds a JSON value against a schema of the OpenAPI document: the few words of JSON Schema that it uses.
final class SchemaCheck {

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /// What is wrong, empty if nothing is.
    static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(document);
        check.look("$", schema, value);
        return check.faults;
    }

    private void look(String where, JsonNode given, JsonNode value) {
        JsonNode schema = given;
        if (schema.has("$ref")) {
            schema = document.at(schema.path("$ref").asString().substring(1));
            if (schema.isMissingNode()) {
                faults.add(where + ": no such schema " + given);
                return;
            }
        }
        if (!fits(schema.path("type"), value)) {
            faults.add(where + ": " + value + " is not " + schema.path("type"));
            return;
        }
        if (value.isNull()) {
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            faults.add(where + ": " + value + " is not among " + schema.path("enum"));
        }
        if (schema.has("pattern") && !Pattern.compile(schema.path("pattern").asString()).matcher(value.asString())
                .find()) {
            faults.add(where + ": " + value + " does not match " + schema.path("pattern"));
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                look(where + "[" + i + "]", schema.path("items"), value.get(i));
            }
        }
        if (value.isObject()) {
            object(where, schema, value);
        }
    }

    private void object(String where, JsonNode schema, JsonNode value) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                faults.add(where + ": " + name + " is missing");
            }
        });
        JsonNode more = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode known = schema.path("properties").path(member.getKey());
            String there = where + "." + member.getKey();
            if (!known.isMissingNode()) {
                look(there, known, member.getValue());
            } else if (more.isObject()) {
                look(there, more, member.getValue());
            } else if (more.isBoolean() && !more.booleanValue()) {
                faults.add(there + " is not in the schema");
            }
        }
    }

    private static boolean fits(JsonNode type, JsonNode value) {
        if (type.isMissingNode()) {
            return true;
        }
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> fits(one, value));
        }
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
