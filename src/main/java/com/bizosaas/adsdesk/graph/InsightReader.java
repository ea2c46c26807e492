package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.graph.wire.InsightJson;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Reads insights in the way that the expected size asks for: one paged call, a report run, or parts by date (graph-api
/// chapter 05). A part's rows count only once the part is whole.
final class InsightReader {

    /// Above this a synchronous query tends to run out of time.
    private static final long MOST_SYNC_ROWS = 20_000;
    private static final int PAGE = 1000;
    private static final int MONTHS_KEPT = 37;
    /// Between 1/99 and the insights' own hiccups: worth smaller parts after the retries.
    private static final Set<Integer> WORTH_SPLITTING = Set.of(99, 1504043, 1504044);
    private static final int TOO_MUCH_DATA = 1487534;

    private final GraphClient client;
    private final Pages pages;
    private final AccountMemory memory;

    InsightReader(GraphClient client, AccountMemory memory) {
        this.client = client;
        this.pages = new Pages(client);
        this.memory = memory;
    }

    List<DailyFact> daily(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        return read(account, level, range, true, null, row -> {
            String id = InsightJson.objectId(row, level);
            LocalDate day = row.day("date_start");
            return id == null || day == null ? null : new DailyFact(level, id, day, InsightJson.facts(row));
        }, fact -> List.of(fact.objectId(), fact.date()), progress);
    }

    List<RangeFact> range(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        return read(account, level, range, false, null, row -> {
            String id = InsightJson.objectId(row, level);
            return id == null ? null : new RangeFact(level, id, range, InsightJson.facts(row));
        }, RangeFact::objectId, progress);
    }

    List<BreakdownRow> breakdown(AdAccountId account, DateRange range, Breakdown breakdown) {
        return read(account, Level.ACCOUNT, range, false, breakdown,
                row -> new BreakdownRow(breakdown, InsightJson.values(row, breakdown), InsightJson.facts(row)),
                BreakdownRow::values, _ -> {
                });
    }

    private <T> List<T> read(AdAccountId account, Level level, DateRange range, boolean daily,
            @Nullable Breakdown breakdown, Function<WireObject, @Nullable T> read, Function<T, Object> key,
            IntConsumer progress) {
        DateRange kept = kept(range);
        List<T> rows = new ArrayList<>();
        if (kept == null) {
            return rows;
        }
        Deque<InsightQuery> parts = new ArrayDeque<>();
        parts.push(new InsightQuery(account, level, kept, daily, breakdown));
        while (!parts.isEmpty()) {
            InsightQuery part = parts.pop();
            List<T> found = new ArrayList<>();
            Verdict verdict = read(part, listing(part, read, key), found, rows.size(), progress);
            if (verdict.isOk()) {
                rows.addAll(found);
            } else if (part.canSplit() && isTooLarge(verdict)) {
                part.halves().reversed().forEach(parts::push);
            } else {
                throw verdict.exception();
            }
        }
        return rows;
    }

    private <T> Verdict read(InsightQuery part, Listing<T> listing, List<T> found, int before, IntConsumer progress) {
        if (part.expectedRows(memory) <= MOST_SYNC_ROWS) {
            Verdict verdict = pages.attempt(listing, page -> add(page, found, before, progress));
            boolean halvingIsBetter = verdict.subcode() == TOO_MUCH_DATA && part.canSplit();
            if (verdict.outcome() != Outcome.SPLIT || halvingIsBetter) {
                return verdict;
            }
            found.clear();
        }
        return new ReportRun(client).rows(part, listing, page -> add(page, found, before, progress));
    }

    private static <T> void add(List<T> page, List<T> found, int before, IntConsumer progress) {
        found.addAll(page);
        progress.accept(before + found.size());
    }

    private static <T> Listing<T> listing(InsightQuery part, Function<WireObject, @Nullable T> read,
            Function<T, Object> key) {
        GraphRequest request = GraphRequest.list(part.account().value() + "/insights").withAll(part.parameters())
                .on(part.account(), UseCase.ADS_INSIGHTS);
        return new Listing<>(request, PAGE, read, key);
    }

    private static boolean isTooLarge(Verdict verdict) {
        return verdict.outcome() == Outcome.SPLIT || verdict.outcome() == Outcome.SMALLER_PAGE
                || verdict.outcome() == Outcome.HICCUP && WORTH_SPLITTING.contains(verdict.subcode())
                || verdict.reason().equals(ReportRun.HANGS);
    }

    /// Facebook keeps 37 months, to the day and in the account's own zone, and refuses what starts earlier (3018). Two days
    /// of margin hold in every zone.
    private @Nullable DateRange kept(DateRange range) {
        LocalDate first = LocalDate.ofInstant(client.clock().instant(), ZoneOffset.UTC).minusMonths(MONTHS_KEPT)
                .plusDays(2);
        if (range.until().isBefore(first)) {
            return null;
        }
        return range.since().isBefore(first) ? new DateRange(first, range.until()) : range;
    }
}
