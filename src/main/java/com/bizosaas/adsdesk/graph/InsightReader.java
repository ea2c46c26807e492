package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.ViewingJson;
import com.bizosaas.adsdesk.domain.metrics.ViewingFact;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
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

    /// @param begin makes what the pages of a part are added to
    /// @param whole takes days that are whole, and the parts that hold them, as they come
    <B extends Consumer<List<DailyFact>>> void daily(AdAccountId account, Level level, DateRange range,
            IntConsumer progress, Supplier<B> begin, BiConsumer<DateRange, List<B>> whole) {
        DateRange kept = kept(range);
        if (kept == null) {
            return;
        }
        if (kept.since().isAfter(range.since())) {
            whole.accept(new DateRange(range.since(), kept.since().minusDays(1)), List.of());
        }
        read(new InsightQuery(account, level, kept, true, null, null), InsightRows.daily(level),
                fact -> Seen.key(fact.objectId(), fact.date()), progress, begin, whole);
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
        return all(account, level, range, null, InsightRows.range(level, range), fact -> Seen.key(fact.objectId()),
                progress);
    }

    /// Reach and video plays of each object over the whole range.
    List<ViewingFact> viewing(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        DateRange kept = kept(range);
        List<ViewingFact> all = new ArrayList<>();
        if (kept != null) {
            read(new InsightQuery(account, level, kept, false, null, null, true), ViewingJson.rows(level),
                    fact -> Seen.key(fact.objectId()), progress, Batch<ViewingFact>::new,
                    (_, parts) -> parts.forEach(part -> all.addAll(part.rows())));
        }
        return all;
    }

    List<BreakdownRow> breakdown(AdAccountId account, DateRange range, Breakdown breakdown) {
        return all(account, Level.ACCOUNT, range, breakdown, InsightRows.breakdown(breakdown), BreakdownRow::values,
                _ -> {
                });
    }

    /// Rows over a whole range, of which there are as many as objects.
    private <T> List<T> all(AdAccountId account, Level level, DateRange range, @Nullable Breakdown breakdown,
            RowReader<T> read, Function<T, Object> key, IntConsumer progress) {
        DateRange kept = kept(range);
        List<T> all = new ArrayList<>();
        if (kept != null) {
            read(new InsightQuery(account, level, kept, false, breakdown, null), read, key, progress, Batch<T>::new,
                    (_, parts) -> parts.forEach(part -> all.addAll(part.rows())));
        }
        return all;
    }

    private <T, B extends Consumer<List<T>>> void read(InsightQuery query, RowReader<T> read,
            Function<T, Object> key, IntConsumer progress, Supplier<B> begin, BiConsumer<DateRange, List<B>> whole) {
        Function<InsightQuery, Listing<T>> listing = part -> new Listing<>(call(part), PAGE, read, key);
        new InsightParts<>(client, memory, runs, listing, new Progress(progress), begin, whole).read(query);
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
