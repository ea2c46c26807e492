package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One creative with the figures of all ads that use it.
///
/// @param ads how many ads use it, archived ones left out
/// @param campaigns names of the campaigns of these ads, each once
/// @param rejected whether Facebook refused one of these ads
/// @param before null without a comparison, or where none of its ads existed then
/// @param spendByDay spend of the last days, oldest first
public record CreativeCard(Creative creative, int ads, List<String> campaigns, boolean rejected, Totals totals,
        @Nullable Totals before, boolean compared, List<BigDecimal> spendByDay) {

    public CreativeCard {
        campaigns = List.copyOf(campaigns);
        spendByDay = List.copyOf(spendByDay);
    }

    public @Nullable BigDecimal value(Metric metric) {
        return metric.of(totals);
    }

    /// The change of a metric; "new" where it ran now and not in the days compared with.
    public Delta delta(Metric metric) {
        if (compared && before == null) {
            return new Delta(totals.rows() > 0 ? Delta.Kind.NEW : Delta.Kind.NONE, BigDecimal.ZERO,
                    Delta.Verdict.NEUTRAL);
        }
        return Delta.between(metric, before == null ? null : metric.of(before), metric.of(totals));
    }

    public boolean inUse() {
        return ads > 0;
    }
}
