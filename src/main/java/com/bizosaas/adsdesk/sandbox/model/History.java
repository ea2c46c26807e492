package com.bizosaas.adsdesk.sandbox.model;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a node's fields were before they changed, so that yesterday's delivery stays as it was when somebody pauses an
/// ad or doubles a budget today. Kept on the node itself under [#FIELD], oldest change first, and never served.
public final class History {

    /// Name of the private field.
    public static final String FIELD = "_history";

    private History() {
    }

    /// Notes the present text of a field as what held until `at`. Call it before the field is overwritten.
    public static void note(Node node, String field, Instant at) {
        note(node, field, node.text(field), at);
    }

    /// Notes that a field read `was` until `at`, for a node that is made with a past.
    public static void note(Node node, String field, String was, Instant at) {
        JsonNode known = node.fields().get(FIELD);
        ArrayNode entries = known instanceof ArrayNode array ? array : node.fields().putArray(FIELD);
        ObjectNode entry = entries.addObject();
        entry.put("field", field);
        entry.put("was", was);
        entry.put("until", at.getEpochSecond());
    }

    public static boolean has(Node node) {
        return node.fields().get(FIELD) != null;
    }

    /// The field's text at a moment: what the oldest later change replaced, else what it reads now.
    public static String textAt(Node node, String field, Instant at) {
        JsonNode entries = node.fields().get(FIELD);
        if (entries != null) {
            for (JsonNode entry : entries) {
                if (entry.get("field").asString().equals(field) && entry.get("until").asLong() > at.getEpochSecond()) {
                    return entry.get("was").asString();
                }
            }
        }
        return node.text(field);
    }
}
