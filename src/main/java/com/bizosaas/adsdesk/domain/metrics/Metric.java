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
                    Polarity.LOWER_IS_BETTER), ROAS(Unit.RATIO, Polarity.HIGHER_IS_BETTER),
    ENGAGEMENTS(Unit.COUNT, Polarity.HIGHER_IS_BETTER), REACTIONS(Unit.COUNT, Polarity.HIGHER_IS_BETTER), COMMENTS(
            Unit.COUNT, Polarity.HIGHER_IS_BETTER), SHARES(Unit.COUNT, Polarity.HIGHER_IS_BETTER), SAVES(Unit.COUNT,
                    Polarity.HIGHER_IS_BETTER),
    /// Plays of three seconds.
    VIDEO_VIEWS(Unit.COUNT, Polarity.HIGHER_IS_BETTER),
    /// Three-second plays over impressions.
    HOOK_RATE(Unit.PERCENT, Polarity.HIGHER_IS_BETTER), THRUPLAYS(Unit.COUNT, Polarity.HIGHER_IS_BETTER),
    /// ThruPlays over three-second plays.
    HOLD_RATE(Unit.PERCENT, Polarity.HIGHER_IS_BETTER), COST_PER_THRUPLAY(Unit.MONEY, Polarity.LOWER_IS_BETTER),
    VIDEO_P25(Unit.COUNT, Polarity.HIGHER_IS_BETTER), VIDEO_P50(Unit.COUNT, Polarity.HIGHER_IS_BETTER), VIDEO_P75(
            Unit.COUNT, Polarity.HIGHER_IS_BETTER), VIDEO_P95(Unit.COUNT,
                    Polarity.HIGHER_IS_BETTER), VIDEO_P100(Unit.COUNT, Polarity.HIGHER_IS_BETTER);

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
            case REACH -> {
                Long reach = reach(totals);
                yield reach == null ? null : count(reach);
            }
            case FREQUENCY -> frequency(totals);
            case CTR_ALL -> ratio(count(totals.clicks()), count(totals.impressions()), HUNDRED);
            case CTR_LINK -> ratio(count(totals.linkClicks()), count(totals.impressions()), HUNDRED);
            case CPC_ALL -> ratio(totals.spend(), count(totals.clicks()), null);
            case CPC_LINK -> ratio(totals.spend(), count(totals.linkClicks()), null);
            case CPM -> ratio(totals.spend(), count(totals.impressions()), THOUSAND);
            case CONVERSIONS -> totals.conversions();
            case CONVERSION_VALUE -> totals.value();
            case CPA -> ratio(totals.spend(), totals.conversions(), null);
            case ROAS -> ratio(totals.value(), totals.spend(), null);
            case ENGAGEMENTS -> count(totals.engagement().engagements());
            case REACTIONS -> count(totals.engagement().reactions());
            case COMMENTS -> count(totals.engagement().comments());
            case SHARES -> count(totals.engagement().shares());
            case SAVES -> count(totals.engagement().saves());
            case VIDEO_VIEWS -> count(totals.engagement().views());
            case HOOK_RATE -> ratio(count(totals.engagement().views()), count(totals.impressions()), HUNDRED);
            case THRUPLAYS, HOLD_RATE, COST_PER_THRUPLAY, VIDEO_P25, VIDEO_P50, VIDEO_P75, VIDEO_P95, VIDEO_P100 -> {
                Viewing viewing = totals.viewing();
                yield viewing == null ? null : played(totals, viewing);
            }
        };
    }

    private @Nullable BigDecimal played(Totals totals, Viewing viewing) {
        return switch (this) {
            case HOLD_RATE -> ratio(count(viewing.thruplays()), count(totals.engagement().views()), HUNDRED);
            case COST_PER_THRUPLAY -> ratio(totals.spend(), count(viewing.thruplays()), null);
            case VIDEO_P25 -> count(viewing.p25());
            case VIDEO_P50 -> count(viewing.p50());
            case VIDEO_P75 -> count(viewing.p75());
            case VIDEO_P95 -> count(viewing.p95());
            case VIDEO_P100 -> count(viewing.p100());
            default -> count(viewing.thruplays());
        };
    }

    private static @Nullable Long reach(Totals totals) {
        Viewing viewing = totals.viewing();
        return viewing == null ? totals.reach() : viewing.reach();
    }

    /// Impressions and people of one and the same answer.
    private static @Nullable BigDecimal frequency(Totals totals) {
        Long reach = reach(totals);
        Viewing viewing = totals.viewing();
        return reach == null
                ? null
                : ratio(count(viewing == null ? totals.impressions() : viewing.impressions()), count(reach), null);
    }

    /// Whether it is asked for the whole range, for it does not come of days (graph-api chapter 05).
    public boolean ofRange() {
        return switch (this) {
            case REACH, FREQUENCY, THRUPLAYS, HOLD_RATE, COST_PER_THRUPLAY, VIDEO_P25, VIDEO_P50, VIDEO_P75, VIDEO_P95,
                    VIDEO_P100 ->
                true;
            default -> false;
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
