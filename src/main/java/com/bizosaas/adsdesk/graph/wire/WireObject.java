package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A JSON object read tolerantly: what is missing, null or of another type is absent, never an error and never zero.
/// Numbers come as numbers or as texts (graph-api chapters 03 and 05), times as ISO texts or unix seconds (06).
public record WireObject(JsonNode json) {

    public static final WireObject EMPTY = new WireObject(JsonNodeFactory.instance.objectNode());

    /// 0001-01-01 and 9999-12-31: what lies beyond is not a time.
    private static final long FIRST_SECOND = -62_135_596_800L;
    private static final long LAST_SECOND = 253_402_300_799L;

    public boolean has(String name) {
        JsonNode value = json.get(name);
        return value != null && !value.isNull();
    }

    /// Scalars as text, null where there is none.
    public @Nullable String textOrNull(String name) {
        return scalar(json.get(name));
    }

    /// Scalars as text, empty where there is none.
    public String text(String name) {
        String text = scalar(json.get(name));
        return text == null ? "" : text;
    }

    /// A scalar as text or a structure as JSON text; null where there is none.
    public @Nullable String raw(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isContainer() ? StrictJson.write(value) : scalar(value);
    }

    public @Nullable BigDecimal decimal(String name) {
        return Decimals.of(textOrNull(name));
    }

    /// A whole number; decimals are cut off, what exceeds a long is absent.
    public @Nullable Long number(String name) {
        BigDecimal value = decimal(name);
        return value == null ? null : Decimals.whole(value);
    }

    /// A count of an existing row, where Meta leaves out what is zero.
    public long count(String name) {
        Long value = number(name);
        return value == null ? 0 : Math.max(0, value);
    }

    public int integer(String name, int absent) {
        Long value = number(name);
        return value == null || value != value.intValue() ? absent : value.intValue();
    }

    public @Nullable Instant time(String name) {
        String text = textOrNull(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        // Nearly always it is one; to find that it is no number would cost more than all the rest of the row.
        if (text.length() > 4 && text.charAt(4) == '-') {
            return Times.of(text);
        }
        Long seconds = number(name);
        if (seconds != null) {
            return seconds <= FIRST_SECOND || seconds > LAST_SECOND || seconds == 0
                    ? null
                    : Instant.ofEpochSecond(seconds);
        }
        return Times.of(text);
    }

    public @Nullable LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    public @Nullable GraphId id(String name) {
        String text = textOrNull(name);
        return text == null || !isDigits(text) ? null : new GraphId(text);
    }

    /// An amount that is written in minor units; null where there is none.
    public @Nullable Money minor(String name, AdCurrency currency) {
        BigDecimal value = decimal(name);
        return value == null ? null : Money.ofMinor(value, currency);
    }

    public WireObject object(String name) {
        JsonNode value = json.get(name);
        return value != null && value.isObject() ? new WireObject(value) : EMPTY;
    }

    /// An object that is sometimes written as a JSON text, such as `error_data`.
    public WireObject objectOrText(String name) {
        JsonNode value = json.get(name);
        if (value != null && value.isString()) {
            return StrictJson.parse(value.stringValue()).filter(JsonNode::isObject).map(WireObject::new).orElse(EMPTY);
        }
        return object(name);
    }

    /// The objects of an array; other elements are passed over.
    public List<WireObject> list(String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isArray()) {
            return List.of();
        }
        List<WireObject> objects = new ArrayList<>(value.size());
        for (JsonNode element : value.values()) {
            if (element.isObject()) {
                objects.add(new WireObject(element));
            }
        }
        return objects;
    }

    /// The scalars of an array as texts.
    public List<String> texts(String name) {
        JsonNode value = json.get(name);
        return value == null ? List.of() : texts(value);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array.values()) {
            String text = scalar(element);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// Whether this is an id as paths and domain objects take it.
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 40;
    }

    private static @Nullable String scalar(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isNumber() || value.isBoolean() ? value.asString() : null;
    }
}
