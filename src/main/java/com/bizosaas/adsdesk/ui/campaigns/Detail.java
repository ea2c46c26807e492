package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Facts;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the inspector tells of one row: its days, and its figures against the comparison.
///
/// @param days every day of the range, oldest first
record Detail(CampaignRow row, List<Day> days, @Nullable Totals before, @Nullable Totals purchasesBefore) {

    /// @param cost per result of that day, null without results
    record Day(LocalDate date, BigDecimal spend, @Nullable BigDecimal cost) {
    }

    Detail {
        days = List.copyOf(days);
    }

    static Detail of(Frame frame, FactIndex facts, CampaignRow row) {
        Map<LocalDate, Facts> byDay = facts.byDay(row.key(), frame.range());
        List<Day> days = new ArrayList<>();
        for (LocalDate date : frame.range().eachDay()) {
            Facts day = byDay.get(date);
            days.add(day == null
                    ? new Day(date, BigDecimal.ZERO, null)
                    : new Day(date, day.spend(), Metric.CPA.of(Totals.of(List.of(day), row.family()))));
        }
        return new Detail(row, days, sum(facts, row, frame.comparison(), row.family()),
                sum(facts, row, frame.comparison(), ConversionFamily.PURCHASE));
    }

    Delta delta(Metric metric) {
        Totals past = metric == Metric.ROAS ? purchasesBefore : before;
        return Delta.between(metric, past == null ? null : metric.of(past), row.figure(metric));
    }

    private static @Nullable Totals sum(FactIndex facts, CampaignRow row, @Nullable DateRange range,
            ConversionFamily family) {
        List<Facts> past = range == null ? List.of() : facts.in(row.key(), range);
        return past.isEmpty() ? null : Totals.of(past, family);
    }
}
