package com.bizosaas.adsdesk.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// JSON rows as lines of CSV: nested members become columns of their own, `daily_budget.amount` and so on.
final class CsvRows {

    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    void add(JsonNode row) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", row, flat);
        columns.addAll(flat.keySet());
        rows.add(flat);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = prefix + member.getKey();
            if (member.getValue().isObject()) {
                flatten(name + ".", member.getValue(), into);
            } else {
                into.put(name, text(member.getValue()));
            }
        }
    }

    private static String text(JsonNode node) {
        if (node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            return node.valueStream().allMatch(JsonNode::isString)
                    ? defused(String.join("|", node.valueStream().map(JsonNode::stringValue).toList()))
                    : node.toString();
        }
        return node.isString() ? defused(node.stringValue()) : node.toString();
    }

    /// A text that a spreadsheet would run as a formula gets an apostrophe before it.
    private static String defused(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? "'" + text
                : text;
    }

    /// Columns in the order in which they first came. The receiver flushes and closes.
    void write(Writer out) {
        CsvWriter writer = CsvWriter.builder().build(out);
        // A member that is null in some rows and an object in others has the object's columns only.
        List<String> shown = columns.stream()
                .filter(name -> columns.stream().noneMatch(other -> other.startsWith(name + "."))).toList();
        writer.writeRecord(shown);
        rows.forEach(row -> writer.writeRecord(shown.stream().map(name -> row.getOrDefault(name, "")).toList()));
    }
}
