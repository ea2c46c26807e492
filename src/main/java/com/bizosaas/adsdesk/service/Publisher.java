package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.log.LogTenant;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.store.BatchStore;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs batches, one at a time for a tenant: wave after wave until every row is over, the batch is paused or stopped, or
/// Facebook must be waited for. All state is in the store, so that a batch goes on where it was left, whatever ended the
/// program. Thread-safe.
final class Publisher {

    /// Rows of one wave. Fewer than a batch holds, so that pausing is quick and progress is seen.
    private static final int WAVE = 25;
    /// How long an answer takes, for the estimate: a wave is three requests.
    private static final Duration REQUEST = Duration.ofMillis(150);
    /// Reads of a row beside its write: what is there before, and what came of it.
    private static final int READS = 2;
    private static final Duration OFFLINE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final DeskStore store;
    private final BatchStore batches;
    private final WaveSender sender;
    private final DraftBooks books;
    private final GraphAccess graph;
    private final GraphClock clock;
    private final Executor workers;
    private final DeskEvents events;
    private final Map<TenantId, Boolean> running = new ConcurrentHashMap<>();
    private final Map<TenantId, Boolean> again = new ConcurrentHashMap<>();
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Publisher(DeskStore store, WaveSender sender, DraftBooks books, GraphAccess graph, GraphClock clock,
            Executor workers, DeskEvents events) {
        this.store = store;
        this.batches = store.batches();
        this.sender = sender;
        this.books = books;
        this.graph = graph;
        this.clock = clock;
        this.workers = workers;
        this.events = events;
    }

    /// Goes on with the tenant's batches in the background. Returns at once.
    void run(TenantId tenant, String batch) {
        tell(tenant, batch);
        start(tenant);
    }

    /// Takes up what a former run of the program left: rows on their way are held against the journal first.
    void resume(Iterable<TenantId> tenants) {
        tenants.forEach(this::start);
    }

    /// Sends no further wave, and waits a little for the one on its way: what it does not hear of is looked for at the
    /// next start.
    void close() {
        closed = true;
        waiting.forEach(Thread::interrupt);
        long until = System.nanoTime() + CLOSING.toNanos();
        synchronized (running) {
            try {
                while (!running.isEmpty() && System.nanoTime() < until) {
                    running.wait(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start(TenantId tenant) {
        again.put(tenant, true);
        if (running.putIfAbsent(tenant, true) == null) {
            workers.execute(LogTenant.named(tenant.value(), () -> {
                try {
                    while (!closed && again.remove(tenant) != null) {
                        runAll(tenant);
                    }
                } catch (RuntimeException e) {
                    if (!closed) {
                        LOG.warn("Publishing for {} broke off", tenant, e);
                    }
                } finally {
                    synchronized (running) {
                        running.remove(tenant);
                        running.notifyAll();
                    }
                }
                if (!closed && again.containsKey(tenant)) {
                    start(tenant);
                }
            }));
        }
    }

    private void runAll(TenantId tenant) {
        for (PublishBatch stopped : batches.in(tenant, Phase.STOPPED)) {
            settleSent(stopped);
            giveUp(tenant, stopped.id());
        }
        for (PublishBatch batch : batches.in(tenant, Phase.RUNNING)) {
            settleSent(batch);
            if (!go(tenant, batch.id())) {
                return;
            }
        }
    }

    /// @return false where the whole tenant has to wait
    private boolean go(TenantId tenant, String id) {
        while (!closed) {
            PublishBatch batch = batches.find(tenant, id).orElseThrow();
            if (batch.phase() == Phase.STOPPED) {
                giveUp(tenant, id);
                return true;
            }
            if (batch.phase() != Phase.RUNNING) {
                return true;
            }
            List<PublishRow> wave = new Wave(batch, books.aliases(tenant)).next(size(tenant, batch));
            List<PublishRow> orphans = new Wave(batch, books.aliases(tenant)).orphans();
            if (!orphans.isEmpty()) {
                batches.save(tenant, id, orphans);
                tell(tenant, id);
                continue;
            }
            if (wave.isEmpty()) {
                return over(batch);
            }
            Instant wait = sender.send(batch, wave);
            tell(tenant, id);
            if (wait != null && !waited(tenant, wait)) {
                return false;
            }
        }
        return false;
    }

    private boolean over(PublishBatch batch) {
        boolean open = batch.rows().stream().anyMatch(row -> !row.state().isOver());
        if (!open) {
            batches.phase(batch.tenant(), batch.id(), Phase.OVER);
            tell(batch.tenant(), batch.id());
        }
        // Unknown rows are looked for by the reconciler, which starts us again.
        return true;
    }

    /// Rows that fit into what the account still takes; at least one, which then waits for its turn.
    private int size(TenantId tenant, PublishBatch batch) {
        AdAccountId account = batch.rows().stream().filter(row -> row.state() == State.WAITING).findFirst()
                .map(row -> row.key().account()).orElse(null);
        if (account == null) {
            return WAVE;
        }
        GraphAccess.Forecast forecast = graph.forecast(tenant, account);
        return (int) Math.clamp(forecast.points() / (READS + 3), 1, WAVE);
    }

    /// Waits for a limit or the network, and looks now and then whether the batch is still wanted.
    private boolean waited(TenantId tenant, Instant until) {
        waiting.add(Thread.currentThread());
        try {
            while (!closed && clock.instant().isBefore(until)) {
                Duration left = Duration.between(clock.instant(), until);
                clock.sleep(left.compareTo(OFFLINE) > 0 ? OFFLINE : left);
                if (!batches.in(tenant, Phase.STOPPED).isEmpty() || batches.in(tenant, Phase.RUNNING).isEmpty()) {
                    again.put(tenant, true);
                    return false;
                }
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    private void giveUp(TenantId tenant, String id) {
        PublishBatch batch = batches.find(tenant, id).orElseThrow();
        List<PublishRow> left = batch.rows().stream().filter(row -> row.state() == State.WAITING)
                .map(row -> row.now(State.STOPPED, "The batch was stopped before it was sent")).toList();
        store.inTransaction(() -> {
            batches.save(tenant, id, left);
            if (batch.rows().stream().noneMatch(row -> row.state() == State.UNKNOWN || row.state() == State.SENDING)) {
                batches.phase(tenant, id, Phase.OVER);
            }
        });
        tell(tenant, id);
    }

    /// Holds rows on their way against the journal: after a kill it alone knows how far they came.
    private void settleSent(PublishBatch batch) {
        List<PublishRow> open = batch.rows().stream()
                .filter(row -> row.state() == State.SENDING || row.state() == State.UNKNOWN).toList();
        for (PublishRow row : open) {
            String write = row.write();
            WriteEntry entry = write == null ? null : store.journal().find(batch.tenant(), write).orElse(null);
            if (entry == null) {
                batches.save(batch.tenant(), batch.id(), List.of(row.now(State.WAITING, "")));
            } else if (entry.state() == WriteState.PLANNED) {
                sender.withdraw(batch, row, entry);
            } else if (entry.state() != WriteState.SENDING) {
                sender.settled(batch, row, entry);
            }
        }
    }

    /// The reconciler found out about a write whose answer was lost.
    void reconciled(WriteEntry entry) {
        TenantId tenant = entry.write().tenant();
        batches.find(tenant, entry.batch()).ifPresent(batch -> {
            if (batch.phase() == Phase.OVER) {
                batches.phase(tenant, batch.id(), Phase.RUNNING);
            }
            run(tenant, batch.id());
        });
    }

    /// Drafts that a batch is still about.
    Set<DraftKey> busy(TenantId tenant) {
        Set<DraftKey> busy = new HashSet<>();
        for (Phase phase : List.of(Phase.RUNNING, Phase.PAUSED)) {
            batches.in(tenant, phase).forEach(batch -> batch.rows().stream().filter(row -> !row.state().isOver())
                    .forEach(row -> busy.add(books.current(tenant, row.key()))));
        }
        return busy;
    }

    /// How long these take at the limits' pace, with the answers' own time.
    Duration takes(TenantId tenant, Collection<DraftKey> keys) {
        Map<AdAccountId, Integer> counts = new HashMap<>();
        keys.forEach(key -> counts.merge(key.account(), 1, Integer::sum));
        Duration sum = Duration.ZERO;
        for (Map.Entry<AdAccountId, Integer> count : counts.entrySet()) {
            int rows = count.getValue();
            Duration held = graph.forecast(tenant, count.getKey()).takes(READS * rows, rows, clock.instant());
            sum = sum.plus(held).plus(REQUEST.multipliedBy(3L * ((rows + WAVE - 1) / WAVE)));
        }
        return sum;
    }

    /// The batch with the time at which it will be over.
    PublishBatch dated(PublishBatch batch) {
        List<DraftKey> left = batch.rows().stream().filter(row -> row.state() == State.WAITING).map(PublishRow::key)
                .toList();
        @Nullable
        Instant by = batch.phase() == Phase.RUNNING && !left.isEmpty()
                ? clock.instant().plus(takes(batch.tenant(), left))
                : null;
        return new PublishBatch(batch.tenant(), batch.id(), batch.who(), batch.at(), batch.phase(), batch.policy(),
                batch.undoes(), batch.note(), batch.rows(), by);
    }

    void tell(TenantId tenant, String batch) {
        events.publish(new DeskEvent.PublishChanged(tenant, batch));
    }
}
