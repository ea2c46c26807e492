package com.bizosaas.adsdesk.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One name of a `fields` parameter with its modifiers and what is asked for below it: `adsets.limit(25){id,name}`
/// (graph-api chapter 13, "Field expansion").
record FieldSpec(String name, Map<String, String> params, List<FieldSpec> below) {

    static List<FieldSpec> parse(String text) {
        Reader reader = new Reader(text);
        List<FieldSpec> fields = reader.list();
        if (reader.at < text.length()) {
            throw new IllegalArgumentException("unreadable fields from position " + reader.at + ": " + text);
        }
        return fields;
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<FieldSpec> list() {
            List<FieldSpec> fields = new ArrayList<>();
            do {
                fields.add(one());
            } while (skip(','));
            return fields;
        }

        private FieldSpec one() {
            String name = name();
            Map<String, String> params = new LinkedHashMap<>();
            while (skip('.')) {
                String param = name();
                params.put(param, skip('(') ? value() : "");
            }
            List<FieldSpec> below = List.of();
            if (skip('{')) {
                below = list();
                if (!skip('}')) {
                    throw new IllegalArgumentException("a brace stays open in fields: " + text);
                }
            }
            return new FieldSpec(name, params, below);
        }

        private String name() {
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            return text.substring(from, at);
        }

        private String value() {
            int from = at;
            int depth = 1;
            while (at < text.length() && depth > 0) {
                char c = text.charAt(at++);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            return text.substring(from, at - 1);
        }

        private boolean skip(char expected) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }
    }
}
