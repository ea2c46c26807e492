package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes numbers as insights write them: plain decimals as text, money in major units without trailing zeros, ratios
/// with six decimals.
final class Numbers {

    private static final int RATIO_DIGITS = 6;

    private Numbers() {
    }

    static BigDecimal major(long minor, Currency currency) {
        return BigDecimal.valueOf(minor).divide(BigDecimal.valueOf(currency.offset())).stripTrailingZeros();
    }

    static BigDecimal ratio(BigDecimal of, BigDecimal by) {
        return of.divide(by, RATIO_DIGITS, RoundingMode.HALF_UP);
    }

    static BigDecimal ratio(long of, long by) {
        return ratio(BigDecimal.valueOf(of), BigDecimal.valueOf(by));
    }

    static BigDecimal percent(long of, long by) {
        return ratio(BigDecimal.valueOf(of).movePointRight(2), BigDecimal.valueOf(by));
    }
}
