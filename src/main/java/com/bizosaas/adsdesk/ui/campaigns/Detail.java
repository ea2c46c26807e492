package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.metrics.Conversion;
import com.bizosaas.adsdesk.domain.metrics.ConversionFamily;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.Delta;
import com.bizosaas.adsdesk.domain.metrics.Metric;
import com.bizosaas.adsdesk.domain.metrics.Totals;
import com.bizosaas.adsdesk.service.InsightService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the inspector tells of one row: its days, and its figures against the comparison.
///
/// @param days every day of the range, oldest first; empty until they are read
record Detail(CampaignRow row, List<Day> days, @Nullable Totals before, @Nullable Totals purchasesBefore) {

    /// @param cost per result of that day, null without results
    record Day(LocalDate date, BigDecimal spend, @Nullable BigDecimal cost) {
    }

    Detail {
        days = List.copyOf(days);
    }

    /// Before its days are read.
    static Detail of(CampaignRow row) {
        return new Detail(row, List.of(), null, null);
    }

    /// Reads the row's days from the store; blocks, so call it off the FX thread.
    static Detail read(InsightService insights, CampaignRow row) {
        Frame frame = row.frame();
        Map<LocalDate, DayFigures> byDay = new HashMap<>();
        insights.figures(frame.tenant().id(), frame.account().id(), row.level(), frame.days(),
                Part.results(row.family()),
                (id, day, figures) -> {
                    if (id.equals(row.key().id().value())) {
                        byDay.put(day, figures);
                    }
                });
        List<Day> days = new ArrayList<>();
        for (LocalDate date : frame.range().eachDay()) {
            Totals totals = sum(byDay, new DateRange(date, date), row.family());
            days.add(totals == null
                    ? new Day(date, BigDecimal.ZERO, null)
                    : new Day(date, totals.spend(), Metric.CPA.of(totals)));
        }
        DateRange comparison = frame.comparison();
        return new Detail(row, days, comparison == null ? null : sum(byDay, comparison, row.family()),
                comparison == null ? null : sum(byDay, comparison, ConversionFamily.PURCHASE));
    }

    Delta delta(Metric metric) {
        Totals past = metric == Metric.ROAS ? purchasesBefore : before;
        return Delta.between(metric, past == null ? null : metric.of(past), row.figure(metric));
    }

    private static @Nullable Totals sum(Map<LocalDate, DayFigures> byDay, DateRange range, Conversion family) {
        FigureColumns one = new FigureColumns(1, range, null, FigureColumns.Paced.NEVER);
        byDay.forEach((day, figures) -> one.add(0, day, figures));
        return one.totals(0, family, null);
    }
}
