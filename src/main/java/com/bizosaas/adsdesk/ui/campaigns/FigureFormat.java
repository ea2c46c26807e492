package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Writes the figures of one table: the same decimals all the way down a column.
///
/// @param spendDecimals none once amounts reach thousands, the currency's own below
/// @param signed whether money carries its currency's sign, as where several stand below each other
record FigureFormat(Formats formats, AdCurrency currency, int spendDecimals, boolean signed) {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    static FigureFormat of(Formats formats, AdCurrency currency, @Nullable BigDecimal largestSpend, boolean signed) {
        boolean thousands = largestSpend != null && largestSpend.compareTo(THOUSAND) >= 0;
        return new FigureFormat(formats, currency, thousands ? 0 : currency.decimals(), signed);
    }

    String text(Metric metric, @Nullable BigDecimal value) {
        return text(metric, value, currency);
    }

    /// @param of the row's own currency, where several stand below each other
    String text(Metric metric, @Nullable BigDecimal value, AdCurrency of) {
        String sign = signed && value != null && metric.unit() == Metric.Unit.MONEY ? formats.symbol(of) : "";
        return sign + (metric == Metric.SPEND || metric == Metric.CONVERSION_VALUE
                ? formats.decimal(value, Math.min(spendDecimals, of.decimals()))
                : formats.metric(metric, value, of));
    }
}
