package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
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
import org.jspecify.annotations.Nullable;

/// What of a wave can be sent: reads each object again, holds what somebody changed, brings the images that an ad shows, and
/// says of each row that does not go why.
final class WaveRows {

    private static final Duration OFFLINE = Duration.ofSeconds(30);
    private static final String STATUS_ARCHIVED = "ARCHIVED";

    private final DeskStore store;
    private final DraftBooks books;
    private final RemoteDrafts remote;
    private final Applied applied;
    private final GraphClock clock;
    private final ImageCost pictures;
    private final ImageCopies images;
    private final ImageUploads uploads;

    WaveRows(DeskStore store, OwnWrites writes, DraftBooks books, RemoteDrafts remote, Applied applied,
            ImageCost pictures, ImageUploads uploads, GraphClock clock) {
        this.store = store;
        this.books = books;
        this.remote = remote;
        this.applied = applied;
        this.clock = clock;
        this.pictures = pictures;
        this.images = new ImageCopies(writes, remote.assets(), pictures);
        this.uploads = uploads;
    }

    /// A row that is to be sent, with what was read of its object.
    record Ready(PublishRow row, Map<String, String> fields) {
    }

    /// Rows as they will be sent, by what Facebook has at this moment.
    ///
    /// @param waits takes up when it is worth going on with a row that has to wait
    List<Ready> ready(PublishBatch batch, AdAccountId account, List<PublishRow> wave, List<Instant> waits) {
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

    /// @return when it may be tried again, null where it may not
    @Nullable
    Instant refused(PublishBatch batch, PublishRow row, Problem problem) {
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

    void hold(PublishBatch batch, List<PublishRow> rows, String why) {
        store.batches().save(batch.tenant(), batch.id(), rows.stream().map(row -> row.now(State.HELD, why)).toList());
    }
}
