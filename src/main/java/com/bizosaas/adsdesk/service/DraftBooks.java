package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Change;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Step;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.DraftStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The tenants' books of drafts: in memory as they are in the store, changed by one edit at a time. Thread-safe.
final class DraftBooks {

    private final DeskStore store;
    private final Supplier<String> who;
    private final InstantSource clock;
    private final DeskEvents events;
    private final Map<TenantId, Held> held = new ConcurrentHashMap<>();

    /// One tenant's book. Guarded by its lock; readers see the last whole one.
    private static final class Held {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile DraftBook book;
        private volatile Map<String, String> aliases;
        private long lastStep;
        private String visit = "";
        private long lastNew;

        Held(DraftStore drafts, TenantId tenant) {
            book = drafts.book(tenant);
            aliases = Map.copyOf(drafts.aliases(tenant));
            lastStep = drafts.lastStep(tenant);
            lastNew = Math.max(drafts.lastNew(tenant), book.lastNew());
        }
    }

    DraftBooks(DeskStore store, Supplier<String> who, InstantSource clock, DeskEvents events) {
        this.store = store;
        this.who = who;
        this.clock = clock;
        this.events = events;
    }

    private Held held(TenantId tenant) {
        return held.computeIfAbsent(tenant, id -> new Held(store.drafts(), id));
    }

    DraftBook book(TenantId tenant) {
        return held(tenant).book;
    }

    Map<String, String> aliases(TenantId tenant) {
        return held(tenant).aliases;
    }

    /// The key under which an object goes today: a new one has an id once it was published.
    DraftKey current(TenantId tenant, DraftKey key) {
        String id = aliases(tenant).get(key.object());
        return id == null ? key : DraftKey.of(key.account(), key.level(), new GraphId(id));
    }

    /// A key that no object ever had.
    DraftKey next(TenantId tenant, AdAccountId account, Level level) {
        Held mine = held(tenant);
        mine.lock.lock();
        try {
            mine.lastNew++;
            return DraftKey.fresh(account, level, mine.lastNew);
        } finally {
            mine.lock.unlock();
        }
    }

    /// Stores an edit as one step. One that changes nothing is none.
    void edit(TenantId tenant, String label, Function<DraftBook, List<Change>> edit) {
        edit(tenant, label, "", edit);
    }

    /// @param together the same for what is one edit of several tenants, empty for any other
    void edit(TenantId tenant, String label, String together, Function<DraftBook, List<Change>> edit) {
        edit(tenant, label, together, "", edit);
    }

    /// The same as part of a visit of a field: it joins the step before, where that is of the same visit.
    ///
    /// @param visit empty for none
    void edit(TenantId tenant, String label, String together, String visit,
            Function<DraftBook, List<Change>> edit) {
        changing(tenant, mine -> {
            DraftBook before = mine.book;
            List<Change> changes = edit.apply(before);
            if (changes.isEmpty()) {
                return false;
            }
            Step step = new Step(mine.lastStep + 1, label, now(), who.get(), together, changes);
            DraftBook after = before.with(changes, step.at(), step.who());
            Step joined = visit.isEmpty() || !visit.equals(mine.visit)
                    ? null
                    : store.drafts().undoable(tenant).filter(last -> last.number() == mine.lastStep).orElse(null);
            if (joined == null) {
                store.drafts().edit(tenant, before, after, step);
                mine.lastStep = step.number();
            } else {
                store.drafts().amend(tenant, before, after, joined.with(changes));
            }
            mine.visit = visit;
            mine.book = after;
            return true;
        });
    }

    boolean undo(TenantId tenant) {
        return changing(tenant, mine -> {
            Optional<Step> step = store.drafts().undoable(tenant);
            step.ifPresent(one -> move(tenant, mine, one,
                    mine.book.without(one.changes(), one.at(), one.who()), true));
            return step.isPresent();
        });
    }

    boolean redo(TenantId tenant) {
        return changing(tenant, mine -> {
            Optional<Step> step = store.drafts().redoable(tenant);
            step.ifPresent(one -> move(tenant, mine, one, mine.book.with(one.changes(), one.at(), one.who()), false));
            return step.isPresent();
        });
    }

    private void move(TenantId tenant, Held mine, Step step, DraftBook after, boolean undone) {
        store.drafts().move(tenant, mine.book, after, step.number(), undone);
        mine.book = after;
    }

    /// Stores what a reading says about the drafts; no step, for nobody undoes a reading.
    void observe(TenantId tenant, Function<DraftBook, List<Change>> reading) {
        changing(tenant, mine -> {
            DraftBook after = mine.book;
            for (Change change : reading.apply(after)) {
                String doer = after.find(change.key()).map(draft -> draft.who()).orElse("");
                Instant since = after.find(change.key()).map(draft -> draft.since()).orElse(now());
                after = after.with(List.of(change), since, doer);
            }
            if (after == mine.book || after.changedSince(mine.book).isEmpty() && after.goneSince(mine.book).isEmpty()) {
                return false;
            }
            store.drafts().observe(tenant, mine.book, after);
            mine.book = after;
            return true;
        });
    }

    /// Runs work on the store in one transaction that may settle drafts. The book's lock comes before the store's, as in every
    /// edit: the other way round two threads could wait for each other for ever. Where the transaction is rolled back, the book
    /// is as it was. Told once, after the commit.
    void inTransaction(TenantId tenant, Runnable work) {
        Held mine = held(tenant);
        mine.lock.lock();
        DraftBook book = mine.book;
        Map<String, String> aliases = mine.aliases;
        boolean changed;
        try {
            store.inTransaction(work);
            changed = mine.book != book;
        } catch (RuntimeException | Error e) {
            mine.book = book;
            mine.aliases = aliases;
            throw e;
        } finally {
            mine.lock.unlock();
        }
        if (changed) {
            events.publish(new DeskEvent.DraftsChanged(tenant));
        }
    }

    /// Takes out of the book what was published. Joins the caller's {@link #inTransaction(TenantId, Runnable)}.
    ///
    /// @param sent values by field
    /// @param made the id of a new object, null for one that existed
    void settle(TenantId tenant, DraftKey key, Map<String, String> sent, @Nullable GraphId made) {
        changing(tenant, mine -> {
            DraftKey now = made == null ? current(tenant, key) : key;
            DraftBook after = mine.book.published(now, sent, made);
            store.drafts().settle(tenant, mine.book, after, now, sent.keySet(), made);
            mine.book = after;
            if (made != null) {
                store.comments().made(tenant, key, made);
                Map<String, String> more = new HashMap<>(mine.aliases);
                more.put(key.object(), made.value());
                mine.aliases = Map.copyOf(more);
            }
            return true;
        });
    }

    private boolean changing(TenantId tenant, Function<Held, Boolean> change) {
        Held mine = held(tenant);
        if (store.isInTransaction() && !mine.lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("A book is locked before the store, never within a transaction.");
        }
        mine.lock.lock();
        boolean changed;
        try {
            changed = change.apply(mine);
        } finally {
            mine.lock.unlock();
        }
        if (changed && !store.isInTransaction()) {
            events.publish(new DeskEvent.DraftsChanged(tenant));
        }
        return changed;
    }

    /// Forgets books of tenants that are gone.
    void keepOnly(Set<TenantId> present) {
        held.keySet().retainAll(present);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
