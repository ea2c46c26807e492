package com.bizosaas.adsdesk.draft;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON texts of structured fields as trees, and parts of them.
final class Trees {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Trees() {
    }

    /// A tree; missing for text that is not JSON.
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }

    static boolean isContainer(String text) {
        return read(text).isContainer();
    }

    static String write(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /// The object under a name, made where there is none.
    static ObjectNode object(ObjectNode in, String name) {
        return in.path(name) instanceof ObjectNode there ? there : in.putObject(name);
    }

    /// The list under a name, made where there is none.
    static ArrayNode array(ObjectNode in, String name) {
        return in.path(name) instanceof ArrayNode there ? there : in.putArray(name);
    }

    static List<String> texts(JsonNode in, String list) {
        return in.path(list).valueStream().map(JsonNode::asString).toList();
    }

    /// Takes what is met out of a list, and the list where nothing is left.
    static void remove(ObjectNode from, String list, Predicate<JsonNode> met) {
        if (from.path(list) instanceof ArrayNode values) {
            ArrayNode left = JsonNodeFactory.instance.arrayNode();
            values.valueStream().filter(met.negate()).forEach(left::add);
            if (left.isEmpty()) {
                from.remove(list);
            } else {
                from.set(list, left);
            }
        }
    }
}
