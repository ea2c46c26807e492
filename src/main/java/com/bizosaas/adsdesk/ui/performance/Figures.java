package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sums of some rows, with the conversions of the chosen family beside the purchases.
///
/// ROAS and conversion value are always those of purchases (product metrics 6.2, "ROAS (purchase)"), whichever family
/// the operator counts as the conversion.
public record Figures(Totals chosen, Totals purchases) {

    public static final Figures NONE = of(List.of(), ConversionFamily.PURCHASE);

    public static Figures of(Collection<Facts> rows, Conversion family) {
        Totals chosen = Totals.of(rows, family);
        return new Figures(chosen,
                family == ConversionFamily.PURCHASE ? chosen : Totals.of(rows, ConversionFamily.PURCHASE));
    }

    /// The value, or null where it has none.
    public @Nullable BigDecimal value(Metric metric) {
        return metric.of(metric == Metric.ROAS || metric == Metric.CONVERSION_VALUE ? purchases : chosen);
    }
}
