package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// The change of a figure against its comparison period (product metrics 6.6).
///
/// @param kind NEW and NONE carry no change
/// @param change relative change, 0.05 for +5 %; zero where `kind` has none
public record Delta(Kind kind, BigDecimal change, Verdict verdict) {

    /// Whether there is a change to show.
    public enum Kind {
        CHANGE, NEW, NONE
    }

    /// What the change means, by the metric's polarity; NEUTRAL below two per cent.
    public enum Verdict {
        BETTER, WORSE, NEUTRAL
    }

    private static final BigDecimal NOISE = new BigDecimal("0.02");

    public static Delta between(Metric metric, @Nullable BigDecimal previous, @Nullable BigDecimal current) {
        if (previous == null || current == null) {
            return new Delta(Kind.NONE, BigDecimal.ZERO, Verdict.NEUTRAL);
        }
        if (previous.signum() == 0) {
            return new Delta(current.signum() == 0 ? Kind.CHANGE : Kind.NEW, BigDecimal.ZERO, Verdict.NEUTRAL);
        }
        BigDecimal change = current.subtract(previous).divide(previous.abs(), MathContext.DECIMAL64);
        return new Delta(Kind.CHANGE, change, verdict(metric, change));
    }

    private static Verdict verdict(Metric metric, BigDecimal change) {
        if (metric.polarity() == Metric.Polarity.NEUTRAL || change.abs().compareTo(NOISE) < 0) {
            return Verdict.NEUTRAL;
        }
        boolean rose = change.signum() > 0;
        return rose == (metric.polarity() == Metric.Polarity.HIGHER_IS_BETTER) ? Verdict.BETTER : Verdict.WORSE;
    }
}
