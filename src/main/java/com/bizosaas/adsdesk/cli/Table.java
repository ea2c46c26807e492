package com.bizosaas.adsdesk.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Rows of text under their heads, as wide as they need to be.
final class Table {

    /// A column.
    record Column(String head, Function<JsonNode, String> text) {

        static Column of(String head, String name) {
            return new Column(head, row -> plain(row.path(name)));
        }
    }

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    void add(JsonNode row) {
        rows.add(columns.stream().map(column -> column.text.apply(row)).toList());
    }

    void print(PrintWriter out) {
        List<List<String>> all = new ArrayList<>(List.of(columns.stream().map(Column::head).toList()));
        all.addAll(rows);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = all.stream().mapToInt(one -> one.get(column).codePointCount(0, one.get(column).length()))
                        .max().orElse(0);
                String cell = row.get(i);
                line.append(cell);
                if (i < row.size() - 1) {
                    line.append(" ".repeat(width - cell.codePointCount(0, cell.length()) + 2));
                }
            }
            out.println(line);
        }
    }

    /// A value for people: money as amount and currency, nothing as nothing.
    static String plain(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isObject() && node.has("amount")) {
            return node.path("amount").asString("") + " " + node.path("currency").asString("");
        }
        if (node.isArray()) {
            return String.join(", ", node.valueStream().map(Table::plain).toList());
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
