package com.bizosaas.adsdesk.draft;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes out of a value what belongs to one ad account alone, so that it can be used in another one of the same client:
/// audiences, pixels, images of the library, creatives. Pages and Instagram accounts are the client's, and stay.
public final class ForeignParts {

    private static final List<String> AUDIENCES = List.of("custom_audiences", "excluded_custom_audiences");

    private ForeignParts() {
    }

    /// @param left takes up, in words, what was left out
    /// @return empty where nothing is left of the value
    public static String without(String field, String value, Collection<String> left) {
        JsonNode tree = Trees.read(value);
        if (!(tree instanceof ObjectNode object)) {
            return value;
        }
        return switch (field) {
            case Fields.TARGETING -> audiences(object, left);
            case Fields.PROMOTED -> promoted(object, left);
            case Fields.CREATIVE -> creative(value, object, left);
            default -> value;
        };
    }

    private static String audiences(ObjectNode targeting, Collection<String> left) {
        for (String list : AUDIENCES) {
            if (targeting.path(list) instanceof ArrayNode some && !some.isEmpty()) {
                some.forEach(one -> left.add((list.startsWith("excluded") ? "excluded audience " : "audience ")
                        + one.path("name").asString(one.path("id").asString(""))));
                targeting.remove(list);
            }
        }
        return Trees.write(targeting);
    }

    private static String promoted(ObjectNode promoted, Collection<String> left) {
        if (promoted.remove("pixel_id") != null) {
            left.add("pixel");
        }
        if (promoted.remove("custom_conversion_id") != null) {
            left.add("custom conversion");
        }
        return promoted.isEmpty() ? "" : Trees.write(promoted);
    }

    private static String creative(String value, ObjectNode tree, Collection<String> left) {
        NewCreative made = NewCreative.of(value).orElse(null);
        if (made == null) {
            left.add(
                    FieldValues.creativeId(value).isEmpty() ? "creative" : "creative " + FieldValues.creativeId(value));
            return "";
        }
        if (made.image().isEmpty() || NewCreative.isKept(made.image())) {
            return Trees.write(tree);
        }
        left.add("image " + (made.imageName().isEmpty() ? made.image() : made.imageName()));
        return made.withImage("", "").json();
    }
}
