package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// A figure that can be shown of [Totals], by the formulas of product metrics 6.2.
public enum Metric {
    SPEND(Unit.MONEY, Polarity.NEUTRAL), IMPRESSIONS(Unit.COUNT, Polarity.NEUTRAL), REACH(Unit.COUNT,
            Polarity.NEUTRAL), FREQUENCY(Unit.RATIO, Polarity.NEUTRAL), CLICKS(Unit.COUNT,
                    Polarity.HIGHER_IS_BETTER), LINK_CLICKS(Unit.COUNT, Polarity.HIGHER_IS_BETTER),
    /// All clicks over impressions.
    CTR_ALL(Unit.PERCENT, Polarity.HIGHER_IS_BETTER),
    /// Link clicks over impressions: the desk's default CTR.
    CTR_LINK(Unit.PERCENT, Polarity.HIGHER_IS_BETTER), CPC_ALL(Unit.MONEY, Polarity.LOWER_IS_BETTER),
    /// Spend per link click: the desk's default CPC.
    CPC_LINK(Unit.MONEY, Polarity.LOWER_IS_BETTER), CPM(Unit.MONEY, Polarity.LOWER_IS_BETTER), CONVERSIONS(Unit.COUNT,
            Polarity.HIGHER_IS_BETTER), CONVERSION_VALUE(Unit.MONEY, Polarity.HIGHER_IS_BETTER), CPA(Unit.MONEY,
                    Polarity.LOWER_IS_BETTER), ROAS(Unit.RATIO, Polarity.HIGHER_IS_BETTER);

    /// How a value is written.
    public enum Unit {
        MONEY, COUNT, PERCENT, RATIO
    }

    /// Which direction of change is good.
    public enum Polarity {
        HIGHER_IS_BETTER, LOWER_IS_BETTER, NEUTRAL
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Unit unit;
    private final Polarity polarity;

    Metric(Unit unit, Polarity polarity) {
        this.unit = unit;
        this.polarity = polarity;
    }

    public Unit unit() {
        return unit;
    }

    public Polarity polarity() {
        return polarity;
    }

    /// The value, or null where it has none (shown as "—", never as zero or infinity).
    public @Nullable BigDecimal of(Totals totals) {
        return switch (this) {
            case SPEND -> totals.spend();
            case IMPRESSIONS -> count(totals.impressions());
            case CLICKS -> count(totals.clicks());
            case LINK_CLICKS -> count(totals.linkClicks());
            case REACH -> totals.reach() == null ? null : count(totals.reach());
            case FREQUENCY ->
                totals.reach() == null ? null : ratio(count(totals.impressions()), count(totals.reach()), null);
            case CTR_ALL -> ratio(count(totals.clicks()), count(totals.impressions()), HUNDRED);
            case CTR_LINK -> ratio(count(totals.linkClicks()), count(totals.impressions()), HUNDRED);
            case CPC_ALL -> ratio(totals.spend(), count(totals.clicks()), null);
            case CPC_LINK -> ratio(totals.spend(), count(totals.linkClicks()), null);
            case CPM -> ratio(totals.spend(), count(totals.impressions()), THOUSAND);
            case CONVERSIONS -> totals.conversions();
            case CONVERSION_VALUE -> totals.value();
            case CPA -> ratio(totals.spend(), totals.conversions(), null);
            case ROAS -> ratio(totals.value(), totals.spend(), null);
        };
    }

    private static BigDecimal count(long value) {
        return BigDecimal.valueOf(value);
    }

    private static @Nullable BigDecimal ratio(BigDecimal numerator, BigDecimal denominator,
            @Nullable BigDecimal factor) {
        if (denominator.signum() == 0) {
            return null;
        }
        BigDecimal scaled = factor == null ? numerator : numerator.multiply(factor);
        return scaled.divide(denominator, MathContext.DECIMAL64);
    }
}
