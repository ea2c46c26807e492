package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.journal.Before;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteState;
import com.bizosaas.adsdesk.draft.BidFields;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldSpec;
import com.bizosaas.adsdesk.draft.FieldValues;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sends one wave: reads each object again, holds what somebody changed, journals the writes, sends them together, and reads
/// back what came of them.
final class WaveSender {

    private static final Duration OFFLINE = Duration.ofSeconds(30);
    private static final String STATUS_ARCHIVED = "ARCHIVED";

    private final DeskStore store;
    private final OwnWrites writes;
    private final DraftBooks books;
    private final RemoteDrafts remote;
    private final Applied applied;
    private final GraphClock clock;
    private final ImageCost pictures;
    private final ImageCopies images;
    private final ImageUploads uploads;
    private final ReadBack back;

    WaveSender(DeskStore store, OwnWrites writes, DraftBooks books, RemoteDrafts remote, Applied applied,
            ImageCost pictures, GraphClock clock) {
        this.store = store;
        this.writes = writes;
        this.books = books;
        this.remote = remote;
        this.applied = applied;
        this.clock = clock;
        this.pictures = pictures;
        this.images = new ImageCopies(writes, remote, pictures);
        this.uploads = new ImageUploads(writes, remote, store.images(), pictures);
        this.back = new ReadBack(store, writes, books, remote, applied, clock, uploads);
    }

    /// A row that is to be sent, with what was read of its object.
    private record Ready(PublishRow row, Map<String, String> fields) {
    }

    /// @return when it is worth going on, null at once
    @Nullable
    Instant send(PublishBatch batch, List<PublishRow> wave) {
        AdAccountId account = wave.getFirst().key().account();
        List<Ready> ready;
        List<Instant> waits = new ArrayList<>();
        try {
            ready = ready(batch, account, wave, waits);
        } catch (GraphException e) {
            return failed(batch, wave, e);
        } catch (RuntimeException e) {
            hold(batch, wave, Problems.of(e).title());
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
                done.add(took(batch, row, result.entry().write().target()));
            } else {
                wait = later(wait, refused(batch, row, problem));
            }
        }
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

    /// Rows as they will be sent, by what Facebook has at this moment.
    ///
    /// @param waits takes up when it is worth going on with a row that has to wait
    private List<Ready> ready(PublishBatch batch, AdAccountId account, List<PublishRow> wave, List<Instant> waits) {
        Map<DraftKey, Set<String>> asked = new LinkedHashMap<>();
        for (PublishRow row : wave) {
            if (row.action() != Action.ADD) {
                Set<String> fields = new LinkedHashSet<>(row.sent().keySet());
                fields.add(Fields.marker(row.key().level()));
                along(row.key(), row.sent()).ifPresent(fields::add);
                asked.put(books.current(batch.tenant(), row.key()), fields);
            }
        }
        Map<DraftKey, Map<String, String>> now = asked.isEmpty()
                ? Map.of()
                : remote.read(batch.tenant(), account, asked);
        List<Ready> ready = new ArrayList<>();
        for (PublishRow row : wave) {
            Map<String, String> has = now.get(books.current(batch.tenant(), row.key()));
            Ready one = row.action() == Action.ADD ? created(batch, row, waits) : changed(batch, row, has, waits);
            if (one != null) {
                ready.add(one);
            }
        }
        return ready;
    }

    private @Nullable Ready created(PublishBatch batch, PublishRow row, List<Instant> waits) {
        DraftKey key = row.key();
        if (books.book(batch.tenant()).find(key).isEmpty()) {
            hold(batch, List.of(row), "Its draft was discarded meanwhile");
            return null;
        }
        Map<String, String> sendable = illustrated(batch, row, row.sent(), waits);
        return sendable == null ? null : new Ready(row, remote.parameters(batch.tenant(), key, sendable));
    }

    /// The values with the hashes of images that the account has now.
    ///
    /// @return null where an image could not be brought there; the row says why
    private @Nullable Map<String, String> illustrated(PublishBatch batch, PublishRow row, Map<String, String> values,
            List<Instant> waits) {
        String creative = values.getOrDefault(Fields.CREATIVE, "");
        if (creative.isEmpty()) {
            return values;
        }
        AdAccountId account = row.key().account();
        try {
            images.along(batch.tenant(), account, creative);
            Map<String, String> ready = new LinkedHashMap<>(values);
            ready.put(Fields.CREATIVE, uploads.uploaded(batch.tenant(), account, creative));
            return ready;
        } catch (DeskException e) {
            // A lost answer does no harm here: the next try sees whether the image is there.
            Problem.Kind kind = e.problem().kind() == Problem.Kind.UNCERTAIN
                    ? Problem.Kind.FAILED
                    : e.problem().kind();
            Instant wait = refused(batch, row, new Problem(kind, "An image could not be brought to this account: "
                    + e.problem().title(), e.problem().remedy(), Fields.CREATIVE, e.problem().until(),
                    e.problem().details()));
            if (wait != null) {
                waits.add(wait);
            }
            return null;
        }
    }

    private @Nullable Ready changed(PublishBatch batch, PublishRow row, @Nullable Map<String, String> has,
            List<Instant> waits) {
        TenantId tenant = batch.tenant();
        if (has == null || gone(has)) {
            hold(batch, List.of(row), "It was archived or deleted at Facebook");
            return null;
        }
        if (row.action() == Action.REMOVE) {
            return new Ready(with(row, Map.of(), has), Map.of());
        }
        DraftKey key = books.current(tenant, row.key());
        Map<String, String> open = new LinkedHashMap<>();
        List<String> conflicts = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        row.sent().forEach((field, mine) -> {
            FieldSpec spec = Fields.of(key.level(), field);
            String now = has.getOrDefault(field, "");
            String base = row.before().get(field);
            if (FieldValues.same(spec, now, mine)) {
                return;
            }
            boolean conflict = base != null && !FieldValues.same(spec, now, base);
            if (conflict && batch.policy() == Policy.ASK) {
                conflicts.add(spec.label());
            } else if (conflict && batch.policy() == Policy.TAKE_THEIRS) {
                taken.add(field);
            } else {
                open.put(field, mine);
            }
        });
        if (!conflicts.isEmpty()) {
            hold(batch, List.of(row), "Somebody changed " + String.join(", ", conflicts)
                    + " at Facebook meanwhile: decide in the review");
            return null;
        }
        drop(tenant, key, row, taken);
        if (open.isEmpty()) {
            there(batch, row, key, has, taken);
            return null;
        }
        List<String> had = row.sent().keySet().stream()
                .filter(field -> !open.containsKey(field) && !taken.contains(field)).toList();
        drop(tenant, key, row, had);
        PublishRow sent = with(row, open, has);
        Map<String, String> sendable = illustrated(batch, sent, open, waits);
        if (sendable == null) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>(remote.parameters(tenant, key, sendable));
        along(key, open).filter(field -> !FieldValues.isAbsent(has.get(field)))
                .ifPresent(field -> parameters.put(field, has.getOrDefault(field, "")));
        return new Ready(sent, parameters);
    }

    /// A field that has to be sent beside what changes.
    private static Optional<String> along(DraftKey key, Map<String, String> values) {
        return key.level() == Level.AD_SET ? BidFields.along(values) : Optional.empty();
    }

    private static boolean gone(Map<String, String> has) {
        String status = has.getOrDefault(Fields.STATUS, "");
        return status.equals("DELETED") || status.equals(STATUS_ARCHIVED);
    }

    /// Theirs is taken: the draft of the field goes, and its steps with it.
    private void drop(TenantId tenant, DraftKey key, PublishRow row, List<String> taken) {
        if (!taken.isEmpty()) {
            Map<String, String> values = new LinkedHashMap<>(row.sent());
            values.keySet().retainAll(taken);
            books.settle(tenant, key, values, null);
        }
    }

    /// Facebook has it already, or its own value was taken: nothing is sent.
    private void there(PublishBatch batch, PublishRow row, DraftKey key, Map<String, String> has, List<String> taken) {
        books.inTransaction(batch.tenant(), () -> {
            books.settle(batch.tenant(), key, row.sent(), null);
            store.batches().save(batch.tenant(), batch.id(), List.of(new PublishRow(row.place(), row.key(), row.name(),
                    row.action(), Map.of(), Map.of(), State.DONE, null, key.id(),
                    taken.isEmpty() ? "Facebook had it already" : "Facebook's value was taken", List.of())));
        });
        applied.values(batch.tenant(), key, has);
    }

    private static PublishRow with(PublishRow row, Map<String, String> sent, Map<String, String> has) {
        Map<String, String> before = new LinkedHashMap<>();
        sent.keySet().forEach(field -> before.put(field, has.getOrDefault(field, "")));
        if (sent.containsKey(Fields.URL_TAGS)) {
            // They are sent as another creative.
            before.put(Fields.CREATIVE, has.getOrDefault(Fields.CREATIVE, ""));
        }
        along(row.key(), sent).ifPresent(field -> before.put(field, has.getOrDefault(field, "")));
        if (row.action() == Action.REMOVE) {
            String known = Fields.marker(row.key().level());
            before.put(known, has.getOrDefault(known, ""));
        }
        return new PublishRow(row.place(), row.key(), row.name(), row.action(), sent, before, row.state(), null,
                row.object(), "", List.of());
    }

    /// The journal's entries and the rows that point to them, stored together.
    private List<WriteEntry> plan(PublishBatch batch, List<Ready> ready) {
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

    private PlannedWrite planned(TenantId tenant, Ready one) {
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

    /// The draft is no draft any more, and the row waits to be read back.
    private PublishRow took(PublishBatch batch, PublishRow row, GraphId object) {
        PublishRow there = row.on(object);
        books.inTransaction(batch.tenant(), () -> {
            store.batches().save(batch.tenant(), batch.id(), List.of(there));
            books.settle(batch.tenant(), row.key(), row.action() == Action.REMOVE ? everything(row) : row.sent(),
                    row.action() == Action.ADD ? object : null);
        });
        return there;
    }

    /// What is deleted cannot be edited by an undo any more.
    private static Map<String, String> everything(PublishRow row) {
        return Fields.of(row.key().level()).stream().collect(Collectors.toMap(FieldSpec::name, _ -> ""));
    }

    /// @return when it may be tried again, null where it may not
    private @Nullable Instant refused(PublishBatch batch, PublishRow row, Problem problem) {
        String words = problem.title() + (problem.remedy().isEmpty() ? "" : ". " + problem.remedy());
        PublishRow now = switch (problem.kind()) {
            case UNCERTAIN -> row.now(State.UNKNOWN, words);
            // Not done, for sure: it goes again by itself.
            case RATE_LIMITED, OFFLINE, NETWORK_SIGN_IN -> row.now(State.WAITING, words);
            default -> row.now(State.FAILED, words);
        };
        store.batches().save(batch.tenant(), batch.id(), List.of(now));
        if (now.state() == State.FAILED && row.sent().containsKey(Fields.CREATIVE)) {
            pictures.forget(batch.tenant(), row.key().account());
        }
        return now.state() != State.WAITING
                ? null
                : Objects.requireNonNullElse(problem.until(), clock.instant().plus(OFFLINE));
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

    private void hold(PublishBatch batch, List<PublishRow> rows, String why) {
        store.batches().save(batch.tenant(), batch.id(), rows.stream().map(row -> row.now(State.HELD, why)).toList());
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
            PublishRow there = took(batch, row, entry.write().target());
            back.compare(batch, row.key().account(), List.of(there));
        } else if (state == WriteState.UNKNOWN) {
            store.batches().save(batch.tenant(), batch.id(), List.of(row.now(State.UNKNOWN, entry.reason())));
        } else {
            State next = state == WriteState.ABSENT ? State.WAITING : State.FAILED;
            store.batches().save(batch.tenant(), batch.id(), List.of(row.now(next, entry.reason())));
        }
    }
}
