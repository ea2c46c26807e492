package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The honest bottom line of what is shown: counts are summed, ratios are ratios of those sums, and what has no total has
/// none.
///
/// @param family what is counted as a result: the rows' own where they share one, purchases where they differ
/// @param mixed whether the rows count different results
/// @param totals null where nothing delivered
/// @param before of the comparison days, null without comparison or figures
/// @param liveDaily daily budgets of what delivers now, null where there is none
/// @param liveLifetime lifetime budgets of what delivers now, a sum of its own; null where there is none
record TotalsLine(int campaigns, int adSets, int ads, ConversionFamily family, boolean mixed, @Nullable Totals totals,
        @Nullable Totals purchases, @Nullable Totals before, @Nullable Totals purchasesBefore,
        @Nullable DateRange comparison, @Nullable Money liveDaily, @Nullable Money liveLifetime,
        List<BigDecimal> bars) {

    TotalsLine {
        bars = List.copyOf(bars);
    }

    @Nullable
    BigDecimal figure(Metric metric) {
        return value(metric, totals, purchases);
    }

    Delta delta(Metric metric) {
        return Delta.between(metric, value(metric, before, purchasesBefore), figure(metric));
    }

    private static @Nullable BigDecimal value(Metric metric, @Nullable Totals own, @Nullable Totals purchases) {
        Totals sums = metric == Metric.ROAS ? purchases : own;
        return sums == null ? null : metric.of(sums);
    }
}
