package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.graph.wire.InsightJson;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads one question to insights in the way its size asks for: a paged call, a report run, or parts, several side by side.
/// A part that is still too large is halved by its days, a single day by its objects: campaigns first, then the ad sets of
/// one campaign, then the ads of one ad set (graph-api chapter 05, "When it is too much").
///
/// The pages of a part go into a batch of its own. A stretch of days is handed on once all its parts are whole, as the
/// batches of these; what breaks off before leaves nothing.
///
/// @param <T> what a row means
/// @param <B> what the pages of a part are added to
final class InsightParts<T, B extends Consumer<List<T>>> {

    /// Above this a synchronous query tends to run out of time.
    private static final long MOST_SYNC_ROWS = 20_000;
    /// Above this a report run tends to fail.
    private static final long MOST_RUN_ROWS = 100_000;
    private static final int SIDE_BY_SIDE = 3;
    private static final int OBJECTS = 500;
    /// Between 1/99 and the insights' own hiccups: worth smaller parts after the retries.
    private static final Set<Integer> WORTH_SPLITTING = Set.of(99, 1504043, 1504044);
    private static final int TOO_MUCH_DATA = 1487534;

    private final GraphClient client;
    private final Pages pages;
    private final AccountMemory memory;
    private final RunMemory runs;
    private final Function<InsightQuery, Listing<T>> listing;
    private final Progress progress;
    private final Supplier<B> begin;
    private final BiConsumer<DateRange, List<B>> stretch;

    InsightParts(GraphClient client, AccountMemory memory, RunMemory runs,
            Function<InsightQuery, Listing<T>> listing, Progress progress,
            Supplier<B> begin, BiConsumer<DateRange, List<B>> stretch) {
        this.client = client;
        this.pages = new Pages(client);
        this.memory = memory;
        this.runs = runs;
        this.listing = listing;
        this.progress = progress;
        this.begin = begin;
        this.stretch = stretch;
    }

    /// Days that are whole once every part of them is.
    private static final class Share<B> {

        private final DateRange days;
        private final List<B> batches = new ArrayList<>();
        private int open = 1;

        Share(DateRange days) {
            this.days = days;
        }

        /// Null while parts are missing.
        synchronized @Nullable List<B> add(B batch) {
            batches.add(batch);
            return --open == 0 ? batches : null;
        }

        synchronized void splitInto(int parts) {
            open += parts - 1;
        }
    }

    private record Part<B>(InsightQuery query, Share<B> share) {

        static <B> Part<B> of(InsightQuery query) {
            return new Part<>(query, new Share<>(query.range()));
        }
    }

    /// @throws GraphException when a part fails that cannot be made smaller
    void read(InsightQuery whole) {
        long expected = whole.expectedRows(memory);
        List<Part<B>> round = new ArrayList<>();
        if (whole.hasMoreDays() && expected > MOST_RUN_ROWS) {
            whole.byDays((expected + MOST_RUN_ROWS - 1) / MOST_RUN_ROWS).forEach(query -> round.add(Part.of(query)));
        } else {
            round.add(Part.of(whole));
        }
        for (List<Part<B>> parts = round; !parts.isEmpty();) {
            parts = sideBySide(parts);
        }
    }

    /// @return the parts that were too large, in smaller ones
    private List<Part<B>> sideBySide(List<Part<B>> parts) {
        if (parts.size() == 1) {
            return one(parts.getFirst());
        }
        Semaphore lanes = new Semaphore(SIDE_BY_SIDE, true);
        List<Together.Part<List<Part<B>>>> running = new ArrayList<>();
        for (Part<B> part : parts) {
            running.add(new Together.Part<>(() -> {
                try {
                    lanes.acquire();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw GraphException.of(GraphException.Kind.CANCELLED, "The reading was cancelled", interrupted);
                }
                try {
                    return one(part);
                } finally {
                    lanes.release();
                }
            }));
        }
        Together.run("insights", running);
        return running.stream().flatMap(part -> part.result().stream()).toList();
    }

    private List<Part<B>> one(Part<B> part) {
        Tried<B> tried = attempt(part.query);
        Verdict verdict = tried.verdict;
        if (verdict.isOk()) {
            List<B> whole = part.share.add(tried.batch);
            if (whole != null) {
                stretch.accept(part.share.days, whole);
            }
            return List.of();
        }
        if (!isTooLarge(verdict)) {
            throw verdict.exception();
        }
        List<Part<B>> smaller = smaller(part);
        if (smaller.isEmpty()) {
            throw verdict.exception();
        }
        return smaller;
    }

    private List<Part<B>> smaller(Part<B> part) {
        InsightQuery query = part.query;
        if (query.hasMoreDays()) {
            return query.halves().stream().map(Part::<B>of).toList();
        }
        Level by = query.cutBy();
        if (by == null) {
            return List.of();
        }
        InsightQuery.Within within = query.within();
        List<String> ids = within != null && within.level() == by ? within.ids() : objects(query, by);
        if (ids.isEmpty() || within == null && ids.size() == 1 && query.level() == by) {
            return List.of();
        }
        List<InsightQuery> queries = query.byObjects(by, ids);
        part.share.splitInto(queries.size());
        return queries.stream().map(smaller -> new Part<>(smaller, part.share)).toList();
    }

    /// The objects of a level that delivered in the question's days.
    private List<String> objects(InsightQuery query, Level level) {
        GraphRequest request = GraphRequest.list(query.account().value() + "/insights")
                .withAll(query.objects(level)).on(query.account(), UseCase.ADS_INSIGHTS);
        Function<WireObject, @Nullable String> id = row -> InsightJson
                .objectId(row.text(InsightJson.idField(level)), level);
        return pages.all(new Listing<>(request, OBJECTS, RowReader.of(level, id), each -> each));
    }

    private record Tried<B>(Verdict verdict, B batch) {
    }

    private Tried<B> attempt(InsightQuery part) {
        Listing<T> rows = listing.apply(part);
        if (part.expectedRows(memory) <= MOST_SYNC_ROWS) {
            B batch = begin.get();
            Verdict verdict = pages.attempt(rows, page -> add(page, batch));
            boolean halvingIsBetter = verdict.subcode() == TOO_MUCH_DATA
                    && (part.hasMoreDays() || part.cutBy() != null);
            if (verdict.outcome() != Outcome.SPLIT || halvingIsBetter) {
                return new Tried<>(verdict, batch);
            }
        }
        B batch = begin.get();
        return new Tried<>(new ReportRun(client, runs).rows(part, rows, page -> add(page, batch)), batch);
    }

    private void add(List<T> page, B batch) {
        batch.accept(page);
        progress.add(page.size());
    }

    private static boolean isTooLarge(Verdict verdict) {
        return verdict.outcome() == Outcome.SPLIT || verdict.outcome() == Outcome.SMALLER_PAGE
                || verdict.outcome() == Outcome.HICCUP && WORTH_SPLITTING.contains(verdict.subcode())
                || verdict.reason().equals(ReportRun.HANGS);
    }
}
