package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/// Rows of insights, read from their tokens one after another: hundreds of thousands of them come in a morning, with some
/// twenty actions each, and a tree of each would cost more than all else. All fields are optional, and one of a wrong type
/// counts as absent.
///
/// Holds the row that was read last; not thread-safe.
final class InsightRow {

    private static final int IMPRESSIONS = 1;
    private static final int CLICKS = 2;
    private static final int LINK_CLICKS = 4;
    private static final int SPEND = 8;
    private static final int REACH = 16;
    private static final int OUTBOUND = 32;
    private static final int ACTIONS = 64;
    private static final int VALUES = 128;
    private static final int FIRST_TEXT = 256;

    private final String[] wanted;
    private final @Nullable String[] texts;
    private final PlainNumber number = new PlainNumber();
    private final ActionList outboundClicks = new ActionList(number);
    private final ActionList actionCounts = new ActionList(number);
    private final ActionList actionMoney = new ActionList(number);
    private int seen;
    private long impressions;
    private long clicks;
    private long linkClicks;
    private BigDecimal spend = BigDecimal.ZERO;
    private @Nullable Long reach;
    private Map<String, BigDecimal> outbound = Map.of();
    private Map<String, BigDecimal> actions = Map.of();
    private Map<String, BigDecimal> values = Map.of();
    private final Map<String, LocalDate> days = new HashMap<>();

    /// @param wanted the fields whose text matters
    InsightRow(List<String> wanted) {
        this.wanted = wanted.toArray(String[]::new);
        this.texts = new @Nullable String[this.wanted.length];
    }

    /// @param row stands at the row's first token
    /// @return false for a row that is no object
    boolean read(JsonParser row) {
        if (row.currentToken() != JsonToken.START_OBJECT) {
            row.skipChildren();
            return false;
        }
        clear();
        for (String name = row.nextName(); name != null; name = row.nextName()) {
            JsonToken value = row.nextToken();
            switch (name) {
                case "impressions" -> impressions = count(row, value, IMPRESSIONS);
                case "clicks" -> clicks = count(row, value, CLICKS);
                case "inline_link_clicks" -> linkClicks = count(row, value, LINK_CLICKS);
                case "spend" -> spend = Objects.requireNonNullElse(decimal(row, value, SPEND), BigDecimal.ZERO);
                case "reach" -> {
                    BigDecimal people = decimal(row, value, REACH);
                    reach = people == null ? null : Decimals.whole(people);
                }
                case "outbound_clicks" -> outbound = list(row, value, OUTBOUND, outboundClicks);
                case "actions" -> actions = list(row, value, ACTIONS, actionCounts);
                case "action_values" -> values = list(row, value, VALUES, actionMoney);
                default -> text(row, value, name);
            }
        }
        return true;
    }

    private void clear() {
        seen = 0;
        Arrays.fill(texts, null);
        impressions = 0;
        clicks = 0;
        linkClicks = 0;
        spend = BigDecimal.ZERO;
        reach = null;
        outbound = Map.of();
        actions = Map.of();
        values = Map.of();
    }

    /// A field that stands twice could be either, so the reply is not to be trusted.
    private void once(JsonParser row, int field) {
        if ((seen & field) != 0) {
            throw new StreamReadException(row, "A field stands twice");
        }
        seen |= field;
    }

    private long count(JsonParser row, JsonToken value, int field) {
        once(row, field);
        if (!ActionList.isNumber(value)) {
            row.skipChildren();
            return 0;
        }
        if (number.read(row) && number.scale() == 0) {
            return Math.max(0, number.unscaled());
        }
        BigDecimal decimal = number.decimal(row);
        Long whole = decimal == null ? null : Decimals.whole(decimal);
        return whole == null ? 0 : Math.max(0, whole);
    }

    private @Nullable BigDecimal decimal(JsonParser row, JsonToken value, int field) {
        once(row, field);
        if (ActionList.isNumber(value)) {
            return number.decimal(row);
        }
        row.skipChildren();
        return null;
    }

    private Map<String, BigDecimal> list(JsonParser row, JsonToken value, int field, ActionList list) {
        once(row, field);
        return list.read(row, value);
    }

    private void text(JsonParser row, JsonToken value, String name) {
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals(name)) {
                once(row, FIRST_TEXT << i);
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    texts[i] = Texts.of(row);
                    return;
                }
            }
        }
        row.skipChildren();
    }

    /// The text of a wanted field, null where there is none.
    @Nullable
    String text(int field) {
        return texts[field];
    }

    /// The day that a wanted field names, null where it names none.
    @Nullable
    LocalDate day(int field) {
        String text = texts[field];
        if (text == null) {
            return null;
        }
        LocalDate day = days.get(text);
        if (day == null) {
            try {
                day = LocalDate.parse(text);
                days.put(text, day);
            } catch (DateTimeException notADay) {
                return null;
            }
        }
        return day;
    }

    Facts facts() {
        BigDecimal outboundSum = BigDecimal.ZERO;
        for (BigDecimal each : outbound.values()) {
            outboundSum = outboundSum.add(each);
        }
        return new Facts(impressions, clicks, linkClicks, outboundSum.longValue(), spend, reach, actions, values);
    }
}
