package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Readers of insights (graph-api chapter 05): per day, over a range, or split.
public final class InsightRows {

    private static final String DAY = "date_start";

    private InsightRows() {
    }

    /// Rows without a usable id or day say nothing.
    public static RowReader<DailyFact> daily(Level level) {
        return new Daily(level, Set.of(InsightJson.idField(level), DAY));
    }

    public static RowReader<RangeFact> range(Level level, DateRange range) {
        return new Range(level, range, Set.of(InsightJson.idField(level)));
    }

    public static RowReader<BreakdownRow> breakdown(Breakdown breakdown) {
        return new Split(breakdown, Set.copyOf(breakdown.columns()));
    }

    private record Daily(Level level, Set<String> texts) implements RowReader<DailyFact> {
        @Override
        public @Nullable DailyFact read(JsonParser row) {
            InsightRow read = InsightRow.read(row, texts);
            String id = read == null ? null : InsightJson.objectId(read.text(InsightJson.idField(level)), level);
            LocalDate day = read == null ? null : read.day(DAY);
            return read == null || id == null || day == null ? null : new DailyFact(level, id, day, read.facts());
        }
    }

    private record Range(Level level, DateRange range, Set<String> texts) implements RowReader<RangeFact> {
        @Override
        public @Nullable RangeFact read(JsonParser row) {
            InsightRow read = InsightRow.read(row, texts);
            String id = read == null ? null : InsightJson.objectId(read.text(InsightJson.idField(level)), level);
            return read == null || id == null ? null : new RangeFact(level, id, range, read.facts());
        }
    }

    private record Split(Breakdown breakdown, Set<String> texts) implements RowReader<BreakdownRow> {
        @Override
        public @Nullable BreakdownRow read(JsonParser row) {
            InsightRow read = InsightRow.read(row, texts);
            if (read == null) {
                return null;
            }
            Collection<String> columns = breakdown.columns();
            return new BreakdownRow(breakdown,
                    columns.stream().map(column -> read.has(column) ? read.text(column) : "unknown").toList(),
                    read.facts());
        }
    }
}
