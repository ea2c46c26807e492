package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.draft.BidFields;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sends one wave: journals the writes of the rows that can go, sends them together, and has read back what came of them.
final class WaveSender {

    private static final Duration OFFLINE = Duration.ofSeconds(30);

    private final DeskStore store;
    private final OwnWrites writes;
    private final DraftBooks books;
    private final Applied applied;
    private final GraphClock clock;
    private final WaveRows rows;
    private final ReadBack back;

    WaveSender(DeskStore store, OwnWrites writes, DraftBooks books, RemoteDrafts remote, Applied applied,
            ImageCost pictures, GraphClock clock) {
        this.store = store;
        this.writes = writes;
        this.books = books;
        this.applied = applied;
        this.clock = clock;
        ImageUploads uploads = new ImageUploads(writes, remote.assets(), store.images(), pictures);
        this.rows = new WaveRows(store, writes, books, remote, applied, pictures, uploads, clock);
        this.back = new ReadBack(store, writes, books, remote, applied, clock, uploads);
    }

    /// @return when it is worth going on, null at once
    @Nullable
    Instant send(PublishBatch batch, List<PublishRow> wave) {
        AdAccountId account = wave.getFirst().key().account();
        List<WaveRows.Ready> ready;
        List<Instant> waits = new ArrayList<>();
        try {
            ready = rows.ready(batch, account, wave, waits);
        } catch (GraphException e) {
            return failed(batch, wave, e);
        } catch (RuntimeException e) {
            rows.hold(batch, wave, Problems.of(e).title());
            return null;
        }
        Instant wait = waits.stream().max(Instant::compareTo).orElse(null);
        if (ready.isEmpty()) {
            return wait;
        }
        List<WriteEntry> planned = plan(batch, ready);
        List<WriteResult> results = writes.sendAll(planned);
        accepted(batch.tenant(), account, IntStream.range(0, ready.size())
                .filter(i -> results.get(i).problem() == null).mapToObj(i -> ready.get(i).row())
                .filter(row -> row.action() == Action.CHANGE).toList());
        List<PublishRow> done = new ArrayList<>();
        for (int i = 0; i < ready.size(); i++) {
            PublishRow row = ready.get(i).row().underWay(planned.get(i).id(), ready.get(i).row().before());
            WriteResult result = results.get(i);
            Problem problem = result.problem();
            if (problem == null) {
                done.add(row.on(result.entry().write().target()));
            } else {
                wait = later(wait, rows.refused(batch, row, problem));
            }
        }
        took(batch, done);
        return later(wait, back.compare(batch, account, done));
    }

    /// Compares rows of one account that Facebook said yes to earlier.
    ///
    /// @return when it is worth another try, null where all were compared
    @Nullable
    Instant readBack(PublishBatch batch, List<PublishRow> done) {
        return back.compare(batch, done.getFirst().key().account(), done);
    }

    /// The batch is over: Facebook's own word on all of it is fetched soon.
    void fetchSoon(PublishBatch batch) {
        back.fetchSoon(batch);
    }

    /// The journal's entries and the rows that point to them, stored together.
    private List<WriteEntry> plan(PublishBatch batch, List<WaveRows.Ready> ready) {
        List<PlannedWrite> wanted = ready.stream().map(one -> planned(batch.tenant(), one)).toList();
        return store.inTransaction(() -> {
            List<WriteEntry> planned = writes.plan(batch.id(), wanted);
            List<PublishRow> rows = new ArrayList<>();
            for (int i = 0; i < ready.size(); i++) {
                PublishRow row = ready.get(i).row();
                rows.add(row.underWay(planned.get(i).id(), row.before()));
            }
            store.batches().save(batch.tenant(), batch.id(), rows);
            return planned;
        });
    }

    private PlannedWrite planned(TenantId tenant, WaveRows.Ready one) {
        PublishRow row = one.row();
        DraftKey key = books.current(tenant, row.key());
        String edge = RemoteDrafts.edge(key.level());
        String word = switch (key.level()) {
            case AD_SET -> "ad-set";
            case AD -> "ad";
            case AUDIENCE -> "audience";
            case CAMPAIGN, ACCOUNT -> "campaign";
        };
        return switch (row.action()) {
            case ADD -> PlannedWrite.create(tenant, key.account(), edge, row.name(), word + ".create",
                    new Before.Nothing(namesakes(tenant, key, row.name())), one.fields());
            case CHANGE -> PlannedWrite.update(tenant, key.account(), edge, key.id(), row.name(), word + ".update",
                    Before.of(one.fields().keySet(), row.before()), one.fields());
            case REMOVE -> PlannedWrite.delete(tenant, key.account(), edge, key.id(), row.name(), word + ".delete",
                    new Before.Values(row.before()));
        };
    }

    private Set<GraphId> namesakes(TenantId tenant, DraftKey key, String name) {
        return applied.namesakes(tenant, key, name);
    }

    /// Facebook said yes to changes: until they are read back it counts as having what was sent, so that whoever edits the
    /// objects meanwhile bases the edit on that.
    private void accepted(TenantId tenant, AdAccountId account, List<PublishRow> changes) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (PublishRow row : changes) {
            DraftKey key = books.current(tenant, row.key());
            Map<String, String> now = new LinkedHashMap<>();
            BidFields.replaced(row.sent()).forEach(field -> now.put(field, ""));
            now.putAll(row.sent());
            // A creative that was described has its id only once it is read.
            now.remove(Fields.CREATIVE);
            all.put(key.object(), now);
            applied.known(tenant, key, now);
        }
        if (!all.isEmpty()) {
            store.details().put(tenant, account, all, clock.instant());
        }
    }

    /// Their drafts are no drafts any more, and the rows wait to be read back.
    private void took(PublishBatch batch, List<PublishRow> done) {
        if (done.isEmpty()) {
            return;
        }
        books.inTransaction(batch.tenant(), () -> {
            store.batches().save(batch.tenant(), batch.id(), done);
            done.forEach(row -> books.settle(batch.tenant(), row.key(),
                    row.action() == Action.REMOVE ? everything(row) : row.sent(),
                    row.action() == Action.ADD ? row.object() : null));
        });
    }

    /// What is deleted cannot be edited by an undo any more.
    private static Map<String, String> everything(PublishRow row) {
        return Fields.of(row.key().level()).stream().collect(Collectors.toMap(FieldSpec::name, _ -> ""));
    }

    /// The wave could not even be read: nothing left.
    private @Nullable Instant failed(PublishBatch batch, List<PublishRow> wave, GraphException e) {
        Instant again = worthAnother(e, clock.instant());
        if (again == null) {
            String why = GraphProblems.of(e).title();
            store.batches().save(batch.tenant(), batch.id(),
                    wave.stream().map(row -> row.now(State.FAILED, why)).toList());
        }
        return again;
    }

    /// When a question is worth asking again, null where that would not help.
    static @Nullable Instant worthAnother(GraphException e, Instant now) {
        return switch (e.kind()) {
            case NOT_SENT, ELSEWHERE, TRANSIENT, LIMIT ->
                Objects.requireNonNullElse(GraphProblems.of(e).until(), now.plus(OFFLINE));
            case CANCELLED -> now.plus(OFFLINE);
            default -> null;
        };
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /// After a kill: the journal knows that nothing was sent. The entry is given up, the row goes again.
    void withdraw(PublishBatch batch, PublishRow row, WriteEntry entry) {
        store.inTransaction(() -> {
            writes.withdraw(entry, "Ads Desk ended before it was sent");
            store.batches().save(batch.tenant(), batch.id(), List.of(row.now(State.WAITING, "")));
        });
    }

    /// After a kill, or once a lost answer was found: the row follows the journal.
    void settled(PublishBatch batch, PublishRow row, WriteEntry entry) {
        WriteState state = entry.state();
        if (state.tookEffect()) {
            if (row.action() == Action.CHANGE) {
                accepted(batch.tenant(), row.key().account(), List.of(row));
            }
            List<PublishRow> there = List.of(row.on(entry.write().target()));
            took(batch, there);
            back.compare(batch, row.key().account(), there);
        } else if (state == WriteState.UNKNOWN) {
            store.batches().save(batch.tenant(), batch.id(), List.of(row.now(State.UNKNOWN, entry.reason())));
        } else {
            State next = state == WriteState.ABSENT ? State.WAITING : State.FAILED;
            store.batches().save(batch.tenant(), batch.id(), List.of(row.now(next, entry.reason())));
        }
    }
}
