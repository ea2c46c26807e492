package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.BreakdownRow;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.graph.wire.InsightRows;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Asks insights the desk's questions (graph-api chapter 05). How a question is put, whole or in parts, is the business of
/// [InsightParts].
final class InsightReader {

    private static final int PAGE = 1000;
    private static final int MONTHS_KEPT = 37;

    private final GraphClient client;
    private final AccountMemory memory;
    private final RunMemory runs;

    InsightReader(GraphClient client, AccountMemory memory, RunMemory runs) {
        this.client = client;
        this.memory = memory;
        this.runs = runs;
    }

    /// @param stretch takes the facts of days that are whole, as they come
    void daily(AdAccountId account, Level level, DateRange range, IntConsumer progress,
            BiConsumer<DateRange, List<DailyFact>> stretch) {
        read(account, level, range, true, null, InsightRows.daily(level),
                fact -> List.of(fact.objectId(), fact.date()), progress, stretch);
    }

    /// One call for each account, together in batches.
    AccountFigures accountDays(Map<AdAccountId, DateRange> asked) {
        Map<AdAccountId, List<DailyFact>> facts = new LinkedHashMap<>();
        Map<AdAccountId, GraphException> failures = new LinkedHashMap<>();
        List<AdAccountId> accounts = new ArrayList<>();
        List<GraphRequest> calls = new ArrayList<>();
        asked.forEach((account, range) -> {
            DateRange kept = kept(range);
            if (kept == null) {
                facts.put(account, List.of());
            } else {
                accounts.add(account);
                calls.add(call(new InsightQuery(account, Level.ACCOUNT, kept, true, null, null))
                        .with("limit", Integer.toString(PAGE)).reading(InsightRows.daily(Level.ACCOUNT)));
            }
        });
        List<Verdict> verdicts = new BatchRequest(client).send(calls);
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            if (!verdict.isOk()) {
                failures.put(accounts.get(i), verdict.exception());
            } else if (new WireObject(verdict.body()).object("paging").has("next")) {
                failures.put(accounts.get(i), GraphException.of(GraphException.Kind.REFUSED,
                        "The account's figures are more than one page", null));
            } else {
                facts.put(accounts.get(i), verdict.read().rows().stream().map(DailyFact.class::cast).toList());
            }
        }
        return new AccountFigures(facts, failures);
    }

    private static GraphRequest call(InsightQuery query) {
        return GraphRequest.list(query.account().value() + "/insights").withAll(query.parameters()).on(query.account(),
                UseCase.ADS_INSIGHTS);
    }

    List<RangeFact> range(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        List<RangeFact> facts = new ArrayList<>();
        read(account, level, range, false, null, InsightRows.range(level, range), RangeFact::objectId, progress,
                (_, rows) -> facts.addAll(rows));
        return facts;
    }

    List<BreakdownRow> breakdown(AdAccountId account, DateRange range, Breakdown breakdown) {
        List<BreakdownRow> values = new ArrayList<>();
        read(account, Level.ACCOUNT, range, false, breakdown, InsightRows.breakdown(breakdown),
                BreakdownRow::values, _ -> {
                }, (_, rows) -> values.addAll(rows));
        return values;
    }

    private <T> void read(AdAccountId account, Level level, DateRange range, boolean daily,
            @Nullable Breakdown breakdown, RowReader<T> read, Function<T, Object> key,
            IntConsumer progress, BiConsumer<DateRange, List<T>> stretch) {
        DateRange kept = kept(range);
        if (kept == null) {
            return;
        }
        if (kept.since().isAfter(range.since()) && daily) {
            stretch.accept(new DateRange(range.since(), kept.since().minusDays(1)), List.of());
        }
        Function<InsightQuery, Listing<T>> listing = part -> new Listing<>(call(part), PAGE, read, key);
        new InsightParts<>(client, memory, runs, listing, new Progress(progress), stretch)
                .read(new InsightQuery(account, level, kept, daily, breakdown, null));
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
