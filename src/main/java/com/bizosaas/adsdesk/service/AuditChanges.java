package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads what an audit entry says about fields, and writes an entry as JSON.
public final class AuditChanges {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// One field; a side that is not known is empty.
    public record Change(String field, String before, String after) {

        /// The field with its values in one line.
        public String words() {
            String values = before.isEmpty() ? after : after.isEmpty() ? before : before + " → " + after;
            return values.isEmpty() ? field : field + " " + values;
        }
    }

    private AuditChanges() {
    }

    /// In the order of the log; fields that only one side has come with the other side empty.
    public static List<Change> of(AuditEntry entry) {
        JsonNode before = tree(entry.before());
        JsonNode after = tree(entry.after());
        if (!before.isObject() && !after.isObject()) {
            return entry.before().isBlank() && entry.after().isBlank()
                    ? List.of()
                    : List.of(new Change("", entry.before(), entry.after()));
        }
        TreeSet<String> names = new TreeSet<>();
        names.addAll(before.propertyNames());
        names.addAll(after.propertyNames());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            changes.add(new Change(name, value(before.path(name)), value(after.path(name))));
        }
        return changes;
    }

    /// All of an entry, with before and after as objects.
    public static String json(AuditEntry entry) {
        ObjectNode all = MAPPER.createObjectNode();
        all.put("number", entry.number());
        all.put("at", entry.at().toString());
        all.put("who", entry.who());
        all.put("tenantId", entry.tenantId() == null ? "" : entry.tenantId().value());
        all.put("tenant", entry.tenantName());
        all.put("action", entry.action());
        all.put("object", entry.object());
        all.put("objectName", entry.objectName());
        put(all, "before", entry.before());
        put(all, "after", entry.after());
        all.put("outcome", entry.outcome().name());
        all.put("source", entry.source().name());
        all.put("traceId", entry.traceId());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static void put(ObjectNode all, String name, String text) {
        JsonNode tree = tree(text);
        if (tree.isMissingNode()) {
            all.put(name, text);
        } else {
            all.set(name, tree);
        }
    }

    private static JsonNode tree(String text) {
        if (text.isBlank()) {
            return MAPPER.missingNode();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }

    private static String value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(value(part)));
            return String.join(", ", parts);
        }
        return node.isString() ? duration(node.stringValue()) : node.toString();
    }

    /// A length of time as the settings write it, in words.
    private static String duration(String text) {
        if (!text.startsWith("PT")) {
            return text;
        }
        try {
            Duration length = Duration.parse(text);
            return length.isZero() ? "never" : length.toMinutes() + " min";
        } catch (DateTimeException e) {
            return text;
        }
    }
}
