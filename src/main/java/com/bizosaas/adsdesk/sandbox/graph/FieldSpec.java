package com.bizosaas.adsdesk.sandbox.graph;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One entry of a `fields` parameter: a field or an edge with its own parameters and its own fields.
///
/// @param alias the name in the answer
/// @param parameters what `.name(value)` gave
/// @param childText the text between the braces, empty where there were none
public record FieldSpec(String name, String alias, Map<String, String> parameters, String childText,
        List<FieldSpec> children) {

    public FieldSpec {
        parameters = Map.copyOf(parameters);
        children = List.copyOf(children);
    }

    /// The entries of a `fields` value; a JSON list of names is accepted too.
    ///
    /// @throws GraphError 2500 with the position where the text cannot be understood
    public static List<FieldSpec> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
            trimmed = trimmed.substring(1, trimmed.length() - 1).replace("\"", "");
        }
        return new Parser(trimmed).all();
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        List<FieldSpec> all() {
            List<FieldSpec> specs = list();
            if (at < text.length()) {
                throw error();
            }
            return specs;
        }

        private List<FieldSpec> list() {
            List<FieldSpec> specs = new ArrayList<>();
            skipSpace();
            while (at < text.length() && text.charAt(at) != '}') {
                specs.add(one());
                skipSpace();
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                    skipSpace();
                } else {
                    break;
                }
            }
            return specs;
        }

        private FieldSpec one() {
            String name = word();
            String alias = name;
            Map<String, String> parameters = new LinkedHashMap<>();
            skipSpace();
            while (at < text.length() && text.charAt(at) == '.') {
                at++;
                String key = word();
                String value = bracketed();
                if ("as".equals(key)) {
                    alias = value;
                } else {
                    parameters.put(key, value);
                }
            }
            skipSpace();
            if (at >= text.length() || text.charAt(at) != '{') {
                return new FieldSpec(name, alias, parameters, "", List.of());
            }
            int start = ++at;
            List<FieldSpec> children = list();
            if (at >= text.length() || text.charAt(at) != '}') {
                throw error();
            }
            return new FieldSpec(name, alias, parameters, text.substring(start, at++), children);
        }

        private String word() {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_'
                    || text.charAt(at) == ':')) {
                at++;
            }
            if (start == at) {
                throw error();
            }
            return text.substring(start, at);
        }

        private String bracketed() {
            if (at >= text.length() || text.charAt(at) != '(') {
                throw error();
            }
            int start = ++at;
            int depth = 1;
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"' && text.charAt(at - 2) != '\\') {
                    quoted = !quoted;
                } else if (!quoted && c == '(') {
                    depth++;
                } else if (!quoted && c == ')' && --depth == 0) {
                    return text.substring(start, at - 1);
                }
            }
            throw error();
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private GraphError error() {
            return GraphError.of(400, 2500, "Syntax error \"Expected end of string instead of \"\" at character " + at
                    + ": " + text);
        }
    }
}
