package com.bizosaas.adsdesk.graph.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// The number at which a parser stands, bare or as a text, without an object on the way where it is plain: up to 18 digits
/// with a sign and a point. One of these reads a row's numbers one after another.
final class PlainNumber {

    /// So many digits always fit a long.
    private static final int DIGITS = 18;

    private long unscaled;
    private int scale;

    /// @return whether it is plain; what it is otherwise, [Decimals] tells
    boolean read(JsonParser parser) {
        char[] text = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int end = from + parser.getStringLength();
        boolean negative = from < end && text[from] == '-';
        long value = 0;
        int digits = 0;
        int point = -1;
        for (int at = negative ? from + 1 : from; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                if (++digits > DIGITS) {
                    return false;
                }
                value = value * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                return false;
            }
        }
        unscaled = negative ? -value : value;
        scale = point < 0 ? 0 : end - point - 1;
        return digits > 0;
    }

    /// The number is `unscaled × 10^-scale`.
    long unscaled() {
        return unscaled;
    }

    int scale() {
        return scale;
    }

    /// Any number; null for what is none.
    @Nullable
    BigDecimal decimal(JsonParser parser) {
        return read(parser) ? BigDecimal.valueOf(unscaled, scale) : Decimals.of(parser.getString());
    }
}
