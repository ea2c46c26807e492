package com.bizosaas.adsdesk.graph.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Numbers as Facebook writes them, in texts or bare. What is no number, or far too long for one, is absent.
final class Decimals {

    static final int NOT_PLAIN = -1;
    private static final int LONGEST = 60;
    /// So many digits always fit a long.
    private static final int DIGITS = 18;

    private Decimals() {
    }

    static @Nullable BigDecimal of(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text.strip());
            return Math.abs(value.scale()) > LONGEST ? null : value;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /// The same for the scalar at which a parser stands, without a text on the way for plain numbers.
    static @Nullable BigDecimal of(JsonParser parser) {
        int scale = plainScale(parser);
        return scale == NOT_PLAIN ? of(parser.getString()) : BigDecimal.valueOf(plainDigits(parser), scale);
    }

    /// How many digits stand behind the point of a number that is nothing but up to 18 digits with a sign and a point;
    /// [#NOT_PLAIN] for all else.
    static int plainScale(JsonParser parser) {
        char[] text = parser.getStringCharacters();
        int at = parser.getStringOffset();
        int end = at + parser.getStringLength();
        if (at < end && text[at] == '-') {
            at++;
        }
        int digits = 0;
        int point = -1;
        for (; at < end; at++) {
            if (text[at] >= '0' && text[at] <= '9') {
                digits++;
            } else if (text[at] == '.' && point < 0) {
                point = at;
            } else {
                return NOT_PLAIN;
            }
        }
        return digits == 0 || digits > DIGITS ? NOT_PLAIN : point < 0 ? 0 : end - point - 1;
    }

    /// The digits of such a number, as if it had no point.
    static long plainDigits(JsonParser parser) {
        char[] text = parser.getStringCharacters();
        int from = parser.getStringOffset();
        long value = 0;
        for (int at = from; at < from + parser.getStringLength(); at++) {
            if (text[at] >= '0') {
                value = value * 10 + (text[at] - '0');
            }
        }
        return text[from] == '-' ? -value : value;
    }

    /// A whole number; decimals are cut off, what exceeds a long is absent.
    static @Nullable Long whole(BigDecimal value) {
        return value.precision() - value.scale() > DIGITS ? null : value.longValue();
    }
}
