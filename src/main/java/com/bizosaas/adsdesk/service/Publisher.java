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
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.store.BatchStore;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs batches, one at a time for a tenant: wave after wave until every row is over, the batch is paused or stopped, or
/// Facebook must be waited for. All state is in the store, so that a batch goes on where it was left, whatever ended the
/// program. Thread-safe.
final class Publisher {

    private static final Duration OFFLINE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final DeskStore store;
    private final BatchStore batches;
    private final WaveSender sender;
    private final DraftBooks books;
    private final PublishPace pace;
    private final GraphClock clock;
    private final Executor workers;
    private final DeskEvents events;
    private final Map<TenantId, Boolean> running = new ConcurrentHashMap<>();
    private final Map<TenantId, Boolean> again = new ConcurrentHashMap<>();
    private final ReentrantLock gate = new ReentrantLock();
    private final Condition moved = gate.newCondition();
    private volatile boolean closed;

    Publisher(DeskStore store, WaveSender sender, DraftBooks books, PublishPace pace, GraphClock clock,
            Executor workers, DeskEvents events) {
        this.store = store;
        this.batches = store.batches();
        this.sender = sender;
        this.books = books;
        this.pace = pace;
        this.clock = clock;
        this.workers = workers;
        this.events = events;
    }

    /// These are reviewed: what was estimated for them is kept for a while from what is read without a click.
    ///
    /// @param questions of each account that Facebook is asked before
    void reviewed(TenantId tenant, List<PublishRow> rows, Map<AdAccountId, Long> questions) {
        pace.reserve(tenant, rows, questions);
    }

    /// Goes on with the tenant's batches in the background. Returns at once.
    void run(TenantId tenant, String batch) {
        reserve(tenant);
        tell(tenant, batch);
        start(tenant);
        look();
    }

    /// A batch was paused or stopped: whoever waits for a limit looks at once.
    void look() {
        gate.lock();
        try {
            moved.signalAll();
        } finally {
            gate.unlock();
        }
    }

    /// Takes up what a former run of the program left: rows on their way are held against the journal first.
    void resume(Iterable<TenantId> tenants) {
        tenants.forEach(this::start);
    }

    /// Whether a batch of any tenant is sent, or waits for a limit.
    boolean isRunning() {
        return !running.isEmpty();
    }

    /// Sends no further wave, and waits a little for the one on its way: what it does not hear of is looked for at the
    /// next start.
    void close() {
        closed = true;
        look();
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
                    pace.reserve(tenant, List.of());
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
        // Nothing of a paused one is sent, but how far it came is found out.
        batches.in(tenant, Phase.PAUSED).forEach(this::settleSent);
        for (PublishBatch batch : batches.in(tenant, Phase.RUNNING)) {
            settleSent(batch);
            go(tenant, batch.id());
        }
    }

    /// Batches that run have the accounts' allowances before any reading that nobody asked for.
    private void reserve(TenantId tenant) {
        pace.reserve(tenant, rowsUnderWay(tenant));
    }

    private List<PublishRow> rowsUnderWay(TenantId tenant) {
        return batches.in(tenant, Phase.RUNNING).stream().flatMap(batch -> batch.rows().stream()).toList();
    }

    private void go(TenantId tenant, String id) {
        Map<AdAccountId, Instant> notBefore = new HashMap<>();
        while (!closed) {
            PublishBatch batch = batches.find(tenant, id).orElseThrow();
            if (batch.phase() == Phase.STOPPED) {
                giveUp(tenant, id);
            }
            if (batch.phase() != Phase.RUNNING) {
                return;
            }
            reserve(tenant);
            Instant now = clock.instant();
            notBefore.values().removeIf(until -> !until.isAfter(now));
            if (readBack(batch, notBefore)) {
                continue;
            }
            Wave waves = new Wave(batch.rows(), books.aliases(tenant));
            List<PublishRow> orphans = waves.orphans();
            if (!orphans.isEmpty()) {
                batches.save(tenant, id, orphans);
                tell(tenant, id);
                continue;
            }
            if (waves.accounts().isEmpty()) {
                if (unread(batch).isEmpty()) {
                    over(batch);
                    return;
                }
                await(batch, notBefore.values().stream().min(Instant::compareTo).orElse(now));
                continue;
            }
            PublishPace.Turn turn = pace.next(tenant, waves, notBefore);
            if (turn.rows().isEmpty()) {
                await(batch, turn.at());
                continue;
            }
            Instant wait = sender.send(batch, turn.rows());
            if (wait == null) {
                pace.learn(tenant, turn, now);
            } else {
                notBefore.put(turn.rows().getFirst().key().account(), wait);
            }
            tell(tenant, id);
        }
    }

    /// Reads back what was written when it could not be read.
    ///
    /// @return whether there was any that could be read
    private boolean readBack(PublishBatch batch, Map<AdAccountId, Instant> notBefore) {
        for (Map.Entry<AdAccountId, List<PublishRow>> one : unread(batch).entrySet()) {
            if (!notBefore.containsKey(one.getKey())) {
                Instant wait = sender.readBack(batch, one.getValue());
                if (wait != null) {
                    notBefore.put(one.getKey(), wait);
                }
                tell(batch.tenant(), batch.id());
                return true;
            }
        }
        return false;
    }

    /// Rows that Facebook said yes to, and that were not compared yet.
    private Map<AdAccountId, List<PublishRow>> unread(PublishBatch batch) {
        Map<AdAccountId, List<PublishRow>> unread = new LinkedHashMap<>();
        for (PublishRow row : batch.rows()) {
            String write = row.state() == State.SENDING ? row.write() : null;
            if (write != null && store.journal().find(batch.tenant(), write)
                    .filter(entry -> entry.state().tookEffect()).isPresent()) {
                unread.computeIfAbsent(row.key().account(), _ -> new ArrayList<>()).add(row);
            }
        }
        return unread;
    }

    private void over(PublishBatch batch) {
        boolean open = batch.rows().stream().anyMatch(row -> !row.state().isOver());
        if (!open) {
            batches.phase(batch.tenant(), batch.id(), Phase.OVER);
            reserve(batch.tenant());
            tell(batch.tenant(), batch.id());
        }
        // Unknown rows are looked for by the reconciler, which starts us again.
        sender.fetchSoon(batch);
    }

    /// Waits for a limit or the network, for as long as the batch is wanted.
    private void await(PublishBatch batch, Instant until) {
        gate.lock();
        try {
            while (!closed && clock.instant().isBefore(until)
                    && batches.phaseOf(batch.tenant(), batch.id()) == Phase.RUNNING) {
                Duration left = Duration.between(clock.instant(), until);
                clock.await(moved, left.compareTo(OFFLINE) > 0 ? OFFLINE : left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            gate.unlock();
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

    /// How long these take once the batches before them are over.
    ///
    /// @param questions of each account that Facebook is asked before
    Duration takes(TenantId tenant, List<PublishRow> rows, Map<AdAccountId, Long> questions) {
        List<PublishRow> all = new ArrayList<>(rowsUnderWay(tenant));
        all.addAll(rows);
        return pace.takes(tenant, all, books.aliases(tenant), questions);
    }

    /// The batch with the time at which it will be over.
    PublishBatch dated(PublishBatch batch) {
        boolean left = batch.rows().stream().anyMatch(row -> row.state() == State.WAITING);
        @Nullable
        Instant by = batch.phase() == Phase.RUNNING && left
                ? clock.instant().plus(pace.takes(batch.tenant(), batch.rows(), books.aliases(batch.tenant())))
                : null;
        return new PublishBatch(batch.tenant(), batch.id(), batch.who(), batch.at(), batch.phase(), batch.policy(),
                batch.undoes(), batch.note(), batch.rows(), by);
    }

    void tell(TenantId tenant, String batch) {
        events.publish(new DeskEvent.PublishChanged(tenant, batch));
    }
}
