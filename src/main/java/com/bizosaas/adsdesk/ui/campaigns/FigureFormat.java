package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Writes the figures of one table: the same decimals all the way down a column.
///
/// @param spendDecimals none once amounts reach thousands, the currency's own below
record FigureFormat(Formats formats, AdCurrency currency, int spendDecimals) {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    static FigureFormat of(Formats formats, AdCurrency currency, @Nullable BigDecimal largestSpend) {
        boolean thousands = largestSpend != null && largestSpend.compareTo(THOUSAND) >= 0;
        return new FigureFormat(formats, currency, thousands ? 0 : currency.decimals());
    }

    String text(Metric metric, @Nullable BigDecimal value) {
        return metric == Metric.SPEND
                ? formats.decimal(value, spendDecimals)
                : formats.metric(metric, value, currency);
    }
}
