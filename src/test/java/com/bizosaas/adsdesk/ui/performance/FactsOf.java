package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/// Short ways to write facts in tests.
public final class FactsOf {

    private FactsOf() {
    }

    /// Impressions, link clicks, spend, purchases and their value.
    public static Facts row(long impressions, long linkClicks, String spend, String purchases, String value) {
        return new Facts(impressions, linkClicks + 10, linkClicks, linkClicks, new BigDecimal(spend), null,
                purchases.equals("0") ? Map.of() : Map.of("omni_purchase", new BigDecimal(purchases)),
                value.equals("0") ? Map.of() : Map.of("omni_purchase", new BigDecimal(value)));
    }

    public static DailyFact day(Level level, String id, String date, Facts facts) {
        return new DailyFact(level, id, LocalDate.parse(date), facts);
    }
}
