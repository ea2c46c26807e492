package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.graph.wire.InsightJson;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question to insights (graph-api chapter 05).
///
/// @param daily one row per object and day, else one per object
/// @param breakdown null for none
record InsightQuery(AdAccountId account, Level level, DateRange range, boolean daily, @Nullable Breakdown breakdown) {

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        String reach = daily || breakdown != null ? "" : ",reach";
        parameters.put("level", level.graphName());
        parameters.put("fields", InsightJson.idField(level) + "," + InsightJson.FACTS + reach);
        Map<String, String> days = new LinkedHashMap<>();
        days.put("since", range.since().toString());
        days.put("until", range.until().toString());
        parameters.put("time_range", StrictJson.write(days));
        if (daily) {
            parameters.put("time_increment", "1");
        }
        if (breakdown != null) {
            parameters.put("breakdowns", String.join(",", breakdown.columns()));
        }
        return parameters;
    }

    /// About how many rows the answer has, if everything delivered every day.
    long expectedRows(AccountMemory memory) {
        long objects = memory.objects(account, level);
        return daily ? objects * range.days() : objects;
    }

    /// Days add up; reach over a range and one row per object do not.
    boolean canSplit() {
        return daily && range.days() > 1;
    }

    List<InsightQuery> halves() {
        LocalDate middle = range.since().plusDays(ChronoUnit.DAYS.between(range.since(), range.until()) / 2);
        return List.of(during(new DateRange(range.since(), middle)),
                during(new DateRange(middle.plusDays(1), range.until())));
    }

    private InsightQuery during(DateRange part) {
        return new InsightQuery(account, level, part, daily, breakdown);
    }
}
