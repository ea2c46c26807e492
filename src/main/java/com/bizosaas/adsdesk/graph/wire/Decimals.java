package com.bizosaas.adsdesk.graph.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers as Facebook writes them, in texts or bare. What is no number, or far too long for one, is absent.
final class Decimals {

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

    /// The same without a text on the way, for plain numbers.
    static @Nullable BigDecimal of(char[] text, int from, int length) {
        int at = from;
        int end = from + length;
        boolean negative = length > 0 && text[at] == '-';
        if (negative) {
            at++;
        }
        int digits = 0;
        int point = -1;
        long value = 0;
        for (; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                if (++digits > DIGITS) {
                    return of(new String(text, from, length));
                }
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                return of(new String(text, from, length));
            }
        }
        if (digits == 0) {
            return of(new String(text, from, length));
        }
        return BigDecimal.valueOf(negative ? -value : value, point < 0 ? 0 : end - point - 1);
    }

    /// A whole number; decimals are cut off, what exceeds a long is absent.
    static @Nullable Long whole(BigDecimal value) {
        return value.precision() - value.scale() > DIGITS ? null : value.longValue();
    }
}
