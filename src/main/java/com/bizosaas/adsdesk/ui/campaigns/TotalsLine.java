package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Money;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Pacing;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The honest bottom line of what is shown: counts are summed, ratios are ratios of those sums, currencies are not mixed,
/// and what has no total has none.
///
/// @param family what is counted as a result: the rows' own where they share one, purchases where they differ
/// @param mixed whether the rows count different results
/// @param settled whether what is below campaigns is read yet, without which their budgets are not known
/// @param unread how many of the accounts have figures that were never read, so that no sum holds them
/// @param accounts how many there are
/// @param compared whether anything is compared with the days before
/// @param totals null where nothing delivered; its money means nothing where there are several currencies
/// @param before of the comparison days, null without comparison or figures
/// @param comparison null where nothing is compared, or where the accounts' days differ
/// @param byCurrency sums of each currency, those that spent most rows first; one entry in a single account
/// @param liveDaily daily budgets of what delivers now, by currency
/// @param liveLifetime lifetime budgets of what delivers now, sums of their own
/// @param pacing of the rows whose pacing is known, by currency
/// @param bars spend by day, empty where there are several currencies
record TotalsLine(int campaigns, int adSets, int ads, Conversion family, boolean mixed, boolean settled,
        int unread, int accounts, boolean compared,
        @Nullable Totals totals, @Nullable Totals purchases, @Nullable Totals before, @Nullable Totals purchasesBefore,
        @Nullable DateRange comparison, Map<AdCurrency, Totals> byCurrency, Map<AdCurrency, Money> liveDaily,
        Map<AdCurrency, Money> liveLifetime, Map<AdCurrency, Pacing> pacing, List<BigDecimal> bars) {

    TotalsLine {
        byCurrency = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byCurrency));
        liveDaily = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(liveDaily));
        liveLifetime = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(liveLifetime));
        pacing = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pacing));
        bars = List.copyOf(bars);
    }

    /// Whether money of several currencies is in it, which does not add up.
    boolean severalCurrencies() {
        return byCurrency.size() > 1;
    }

    /// Null where there is none, or none that means anything.
    @Nullable
    BigDecimal figure(Metric metric) {
        return value(metric, totals, purchases);
    }

    Delta delta(Metric metric) {
        return Delta.between(metric, value(metric, before, purchasesBefore), figure(metric));
    }

    private @Nullable BigDecimal value(Metric metric, @Nullable Totals own, @Nullable Totals bought) {
        if (severalCurrencies() && (metric.unit() == Metric.Unit.MONEY || metric == Metric.ROAS)) {
            return null;
        }
        Totals sums = metric == Metric.ROAS || metric == Metric.CONVERSION_VALUE ? bought : own;
        return sums == null ? null : metric.of(sums);
    }
}
