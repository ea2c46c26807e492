package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a table shows of one object on one day, in whole numbers that can be added fast: money and conversions in
/// millionths, so that sums stay exact.
///
/// @param spend millionths of the account's major unit
/// @param purchases millionths, decided by [ConversionFamily#PURCHASE]
/// @param purchaseValue millionths of the major unit
/// @param results millionths of what else was asked for: leads, or what was agreed with the client
/// @param resultValue millionths of the major unit
/// @param engagement whole counts
public record DayFigures(long impressions, long clicks, long linkClicks, long spend, long purchases, long purchaseValue,
        long results, long resultValue, Engagement engagement) {

    /// Decimals that are kept; Meta reports two of money.
    public static final int SCALE = 6;

    private static final long[] POWERS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    /// @param results what counts beside purchases
    public static DayFigures of(Facts facts, Conversion results) {
        return new DayFigures(facts.impressions(), facts.clicks(), facts.linkClicks(), millionths(facts.spend()),
                millionths(ConversionFamily.PURCHASE.in(facts.actions()).value()),
                millionths(ConversionFamily.PURCHASE.in(facts.actionValues()).value()),
                millionths(results.in(facts.actions()).value()),
                millionths(results.in(facts.actionValues()).value()), Engagement.of(facts.actions()));
    }

    /// @throws ArithmeticException beyond nine billion million, which no account reaches
    public static long millionths(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /// The same of a decimal in two parts, without an object on the way.
    public static long millionths(long unscaled, int scale) {
        return scale >= 0 && scale <= SCALE
                ? Math.multiplyExact(unscaled, POWERS[scale])
                : millionths(BigDecimal.valueOf(unscaled, scale));
    }

    public static BigDecimal decimal(long millionths) {
        return BigDecimal.valueOf(millionths, SCALE);
    }
}
