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

    /// A whole number; decimals are cut off, what exceeds a long is absent.
    static @Nullable Long whole(BigDecimal value) {
        return value.precision() - value.scale() > DIGITS ? null : value.longValue();
    }
}
