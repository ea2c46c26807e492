package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers of people in few signs: “18.2 M”, “41 k”, “310”.
final class Sizes {

    private static final long THOUSAND = 1000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private final Formats formats;

    Sizes(Formats formats) {
        this.formats = formats;
    }

    /// The lower bound, empty where Facebook does not say.
    String of(People people) {
        return people.known() ? of(people.low()) : "";
    }

    /// Both bounds: “0.9–1.0 M”.
    String range(People people) {
        if (!people.known()) {
            return Formats.NONE;
        }
        if (people.high() >= MILLION && people.low() >= MILLION / 10) {
            return millions(people.low()) + "–" + millions(people.high()) + " M";
        }
        return of(people.low()) + "–" + of(people.high());
    }

    String of(long people) {
        if (people >= BILLION) {
            return few(people, BILLION) + " B";
        }
        if (people >= MILLION) {
            return few(people, MILLION) + " M";
        }
        return people >= 10 * THOUSAND
                ? few(people, THOUSAND) + " k"
                : formats.decimal(BigDecimal.valueOf(people), 0);
    }

    /// A figure of a forecast, to two places that count.
    String rough(double value) {
        if (value >= 10) {
            return formats.decimal(new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP)), 0);
        }
        return formats.decimal(BigDecimal.valueOf(value), value < 1 && value > 0 ? 1 : 0);
    }

    private String millions(long people) {
        return formats.decimal(BigDecimal.valueOf(people).movePointLeft(6), people >= 100 * MILLION ? 0 : 1);
    }

    private String few(long people, long unit) {
        BigDecimal value = BigDecimal.valueOf(people).divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP);
        boolean whole = value.stripTrailingZeros().scale() <= 0 || unit == THOUSAND;
        return formats.decimal(value, whole ? 0 : 1);
    }
}
