package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.metrics.Counts;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/// A row of insights, read from its tokens: hundreds of thousands of them come in a morning, with some twenty actions each,
/// and a tree of each would cost more than all else. All fields are optional, and one of a wrong type counts as absent.
final class InsightRow {

    private final Map<String, String> texts = HashMap.newHashMap(4);
    private final Map<String, BigDecimal> numbers = HashMap.newHashMap(8);
    private final Map<String, Map<String, BigDecimal>> lists = HashMap.newHashMap(4);

    private InsightRow() {
    }

    /// @param row stands at the row's first token
    /// @param wanted the fields whose text matters
    /// @return null for a row that is no object
    static @Nullable InsightRow read(JsonParser row, Set<String> wanted) {
        if (row.currentToken() != JsonToken.START_OBJECT) {
            row.skipChildren();
            return null;
        }
        InsightRow read = new InsightRow();
        for (String name = row.nextName(); name != null; name = row.nextName()) {
            JsonToken value = row.nextToken();
            switch (name) {
                case "impressions", "clicks", "inline_link_clicks", "spend", "reach" ->
                    read.once(row, read.numbers, name, decimal(row, value));
                case "outbound_clicks", "actions", "action_values" ->
                    read.once(row, read.lists, name, actions(row, value));
                default -> {
                    if (wanted.contains(name) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                        read.once(row, read.texts, name, Texts.of(row));
                    } else {
                        row.skipChildren();
                    }
                }
            }
        }
        return read;
    }

    /// A field that stands twice could be either, so the reply is not to be trusted.
    private <T> void once(JsonParser row, Map<String, T> values, String name, @Nullable T value) {
        if (value != null && values.putIfAbsent(name, value) != null) {
            throw new StreamReadException(row, "A field stands twice");
        }
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /// Empty where there is none.
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    @Nullable
    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    Facts facts() {
        BigDecimal spend = numbers.getOrDefault("spend", BigDecimal.ZERO);
        BigDecimal outbound = list("outbound_clicks").values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal reach = numbers.get("reach");
        return new Facts(count("impressions"), count("clicks"), count("inline_link_clicks"), outbound.longValue(),
                spend,
                reach == null ? null : Decimals.whole(reach), list("actions"), list("action_values"));
    }

    private Map<String, BigDecimal> list(String name) {
        return lists.getOrDefault(name, Map.of());
    }

    private long count(String name) {
        BigDecimal value = numbers.get(name);
        Long whole = value == null ? null : Decimals.whole(value);
        return whole == null ? 0 : Math.max(0, whole);
    }

    private static @Nullable BigDecimal decimal(JsonParser row, JsonToken value) {
        return switch (value) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Decimals.of(row);
            default -> {
                row.skipChildren();
                yield null;
            }
        };
    }

    private static Map<String, BigDecimal> actions(JsonParser row, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            row.skipChildren();
            return Map.of();
        }
        Counts.Builder counts = new Counts.Builder();
        for (JsonToken token = row.nextToken(); token != JsonToken.END_ARRAY; token = row.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                action(row, counts);
            } else {
                row.skipChildren();
            }
        }
        return counts.build();
    }

    private static void action(JsonParser row, Counts.Builder counts) {
        String type = "";
        long unscaled = 0;
        int scale = Decimals.NOT_PLAIN;
        BigDecimal other = null;
        for (String name = row.nextName(); name != null; name = row.nextName()) {
            JsonToken value = row.nextToken();
            switch (name) {
                case "action_type" -> {
                    if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                        type = Texts.of(row);
                    } else {
                        row.skipChildren();
                    }
                }
                case "value" -> {
                    scale = value == JsonToken.VALUE_STRING ? Decimals.plainScale(row) : Decimals.NOT_PLAIN;
                    unscaled = scale == Decimals.NOT_PLAIN ? 0 : Decimals.plainDigits(row);
                    other = scale == Decimals.NOT_PLAIN ? decimal(row, value) : null;
                }
                default -> row.skipChildren();
            }
        }
        if (type.isEmpty()) {
            return;
        }
        if (scale != Decimals.NOT_PLAIN) {
            counts.put(type, unscaled, scale);
        } else if (other != null) {
            counts.put(type, other);
        }
    }
}
