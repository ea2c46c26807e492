package com.bizosaas.adsdesk.ui.performance;

import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One key figure of a range.
///
/// @param previous null without a comparison, or where it has no value there
/// @param days the value of each point of the trend, null where it has none; unmodifiable
public record Kpi(Metric metric, @Nullable BigDecimal value, @Nullable BigDecimal previous, Delta delta,
        List<@Nullable BigDecimal> days) {

    /// The six of the tab, in their order.
    public static final List<Metric> SHOWN = List.of(Metric.SPEND, Metric.CONVERSIONS, Metric.CPA, Metric.ROAS,
            Metric.CTR_LINK, Metric.CPM);

    /// @param before null without a comparison
    public static Kpi of(Metric metric, Figures now, @Nullable Figures before, Trend byDay) {
        BigDecimal value = now.value(metric);
        BigDecimal previous = before == null ? null : before.value(metric);
        List<@Nullable BigDecimal> days = new ArrayList<>();
        byDay.buckets().forEach(bucket -> days.add(bucket.figures().value(metric)));
        return new Kpi(metric, value, previous, Delta.between(metric, previous, value),
                java.util.Collections.unmodifiableList(days));
    }

    static Figures sum(Collection<DailyFact> facts, Conversion family) {
        return Figures.of(facts.stream().map(DailyFact::facts).toList(), family);
    }
}
