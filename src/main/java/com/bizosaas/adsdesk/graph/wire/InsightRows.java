package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Readers of insights (graph-api chapter 05): per day, over a range, or split.
public final class InsightRows {

    private static final String DAY = "date_start";

    private InsightRows() {
    }

    /// Rows without a usable id or day say nothing.
    public static RowReader<DailyFact> daily(Level level) {
        return new Daily(level);
    }

    public static RowReader<RangeFact> range(Level level, DateRange range) {
        return new Range(level, range);
    }

    public static RowReader<BreakdownRow> breakdown(Breakdown breakdown) {
        return new Split(breakdown);
    }

    private record Daily(Level level) implements RowReader<DailyFact> {
        @Override
        public Rows<DailyFact> begin() {
            InsightRow read = new InsightRow(List.of(InsightJson.idField(level), DAY));
            return row -> {
                String id = read.read(row) ? id(read, level) : null;
                LocalDate day = id == null ? null : read.day(1);
                return id == null || day == null ? null : new DailyFact(level, id, day, read.facts());
            };
        }
    }

    private record Range(Level level, DateRange range) implements RowReader<RangeFact> {
        @Override
        public Rows<RangeFact> begin() {
            InsightRow read = new InsightRow(List.of(InsightJson.idField(level)));
            return row -> {
                String id = read.read(row) ? id(read, level) : null;
                return id == null ? null : new RangeFact(level, id, range, read.facts());
            };
        }
    }

    private record Split(Breakdown breakdown) implements RowReader<BreakdownRow> {
        @Override
        public Rows<BreakdownRow> begin() {
            List<String> columns = List.copyOf(breakdown.columns());
            InsightRow read = new InsightRow(columns);
            return row -> read.read(row)
                    ? new BreakdownRow(breakdown, texts(read, columns.size()), read.facts())
                    : null;
        }
    }

    private static @Nullable String id(InsightRow read, Level level) {
        String text = read.text(0);
        return text == null ? null : InsightJson.objectId(text, level);
    }

    private static List<String> texts(InsightRow read, int count) {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String text = read.text(i);
            texts.add(text == null ? "unknown" : text);
        }
        return List.copyOf(texts);
    }
}
