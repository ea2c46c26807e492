package com.bizosaas.adsdesk.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// The value of a `fields` parameter: names, of which some have arguments and fields of their own, as
/// `id,ads.limit(25){id,creative{id}}` (graph-api chapter 13, "Field Expansion").
record FieldTree(List<Field> fields) {

    /// @param arguments from the first dot to the brace, empty where there are none
    /// @param inner without fields where it has no braces
    record Field(String name, String arguments, FieldTree inner) {

        @Override
        public String toString() {
            return name + arguments + (inner.fields.isEmpty() ? "" : "{" + inner + "}");
        }
    }

    FieldTree {
        fields = List.copyOf(fields);
    }

    static FieldTree parse(String text) {
        List<Field> fields = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            char sign = at == text.length() ? ',' : text.charAt(at);
            depth += sign == '{' || sign == '(' ? 1 : sign == '}' || sign == ')' ? -1 : 0;
            if (sign == ',' && (depth <= 0 || at == text.length())) {
                if (at > from) {
                    fields.add(field(text.substring(from, at)));
                }
                from = at + 1;
            }
        }
        return new FieldTree(fields);
    }

    private static Field field(String text) {
        int depth = 0;
        int brace = text.length();
        for (int at = 0; at < text.length() && brace == text.length(); at++) {
            char sign = text.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            brace = sign == '{' && depth == 0 ? at : brace;
        }
        String head = text.substring(0, brace);
        int dot = head.indexOf('.');
        int end = text.endsWith("}") ? text.length() - 1 : text.length();
        return new Field(dot < 0 ? head : head.substring(0, dot), dot < 0 ? "" : head.substring(dot),
                brace < end ? parse(text.substring(brace + 1, end)) : new FieldTree(List.of()));
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /// Without the fields that are to go; what loses all its own fields goes with them. A field with arguments is a list: it
    /// stays, since an answer without it would read as if the list were empty.
    ///
    /// @param of what the fields at the top belong to
    /// @param gone is asked with what a field belongs to, and its name
    FieldTree without(String of, BiPredicate<String, String> gone) {
        List<Field> left = new ArrayList<>();
        for (Field field : fields) {
            if (field.arguments.isEmpty() && gone.test(of, field.name)) {
                continue;
            }
            FieldTree inner = field.inner.without(field.name, gone);
            if (!inner.fields.isEmpty() || field.inner.fields.isEmpty()) {
                left.add(new Field(field.name, field.arguments, inner));
            }
        }
        return new FieldTree(left);
    }

    @Override
    public String toString() {
        return fields.stream().map(Field::toString).collect(Collectors.joining(","));
    }
}
