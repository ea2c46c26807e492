package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.metrics.Counts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads `actions` and its like of one row after another. The types are looked for where the rows before had them, so that
/// most are told by one comparison.
final class ActionList {

    /// How many types may be missing before one is looked for in another way.
    private static final int AHEAD = 6;

    private final Counts.Builder counts = new Counts.Builder();
    private final PlainNumber number;
    private List<String> expected = List.of();
    private char[][] spelt = {};

    ActionList(PlainNumber number) {
        this.number = number;
    }

    Map<String, BigDecimal> read(JsonParser row, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            row.skipChildren();
            return Map.of();
        }
        if (!counts.expected().equals(expected)) {
            expected = counts.expected();
            spelt = expected.stream().map(String::toCharArray).toArray(char[][]::new);
        }
        for (JsonToken token = row.nextToken(); token != JsonToken.END_ARRAY; token = row.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                action(row);
            } else {
                row.skipChildren();
            }
        }
        return counts.build();
    }

    private void action(JsonParser row) {
        String type = "";
        long unscaled = 0;
        int scale = 0;
        boolean plain = false;
        BigDecimal other = null;
        for (String name = row.nextName(); name != null; name = row.nextName()) {
            JsonToken value = row.nextToken();
            switch (name) {
                case "action_type" -> {
                    if (value == JsonToken.VALUE_STRING) {
                        type = type(row);
                    } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                        type = Texts.of(row);
                    } else {
                        row.skipChildren();
                    }
                }
                case "value" -> {
                    plain = isNumber(value) && number.read(row);
                    unscaled = number.unscaled();
                    scale = number.scale();
                    other = plain ? null : decimal(row, value);
                }
                default -> row.skipChildren();
            }
        }
        if (type.isEmpty()) {
            return;
        }
        if (plain) {
            counts.put(type, unscaled, scale);
        } else if (other != null) {
            counts.put(type, other);
        }
    }

    private String type(JsonParser row) {
        char[] characters = row.getStringCharacters();
        int from = row.getStringOffset();
        int to = from + row.getStringLength();
        int last = Math.min(spelt.length, counts.position() + AHEAD);
        for (int i = counts.position(); i < last; i++) {
            if (Arrays.equals(characters, from, to, spelt[i], 0, spelt[i].length)) {
                return expected.get(i);
            }
        }
        return Texts.of(row);
    }

    private @Nullable BigDecimal decimal(JsonParser row, JsonToken value) {
        if (isNumber(value)) {
            return number.decimal(row);
        }
        row.skipChildren();
        return null;
    }

    static boolean isNumber(JsonToken value) {
        return value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT
                || value == JsonToken.VALUE_NUMBER_FLOAT;
    }
}
