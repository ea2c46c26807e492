package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftBook;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.store.BatchStore;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns reviewed drafts into batches and hands them to the [Publisher].
final class LivePublishService implements PublishService {

    private final DeskStore store;
    private final BatchStore batches;
    private final DraftBooks books;
    private final DraftService drafts;
    private final Publisher publisher;
    private final BatchUndo undo;
    private final Supplier<String> who;
    private final FirstWrites first;
    private final DraftContext context;

    LivePublishService(DeskStore store, DraftBooks books, DraftService drafts, Publisher publisher, BatchUndo undo,
            Supplier<String> who, FirstWrites first, DraftContext context) {
        this.store = store;
        this.batches = store.batches();
        this.books = books;
        this.drafts = drafts;
        this.publisher = publisher;
        this.undo = undo;
        this.who = who;
        this.first = first;
        this.context = context;
    }

    @Override
    public PublishBatch publish(TenantId tenant, @Nullable Set<DraftKey> selected, Conflict.Policy policy,
            String undoes) {
        return Problems.explained(() -> {
            Set<DraftKey> going = publishable(drafts.review(tenant, selected), policy);
            if (going.isEmpty()) {
                throw new DeskException(Problem.invalid("drafts", "There is nothing that can be published",
                        "Look at the checks in the review: what is red stays behind."));
            }
            List<PublishRow> rows = new ArrayList<>();
            DraftBook book = books.book(tenant);
            Set<DraftKey> busy = publisher.busy(tenant);
            for (Draft draft : book.drafts()) {
                if (going.contains(draft.key()) && !busy.contains(draft.key())) {
                    rows.add(row(rows.size(), draft));
                }
            }
            if (rows.isEmpty()) {
                throw new DeskException(Problem.invalid("drafts", "These drafts are being published already",
                        "Wait until that batch is over."));
            }
            first.note(tenant);
            PublishBatch batch = new PublishBatch(tenant, UUID.randomUUID().toString(), who.get(),
                    context.now().truncatedTo(ChronoUnit.MICROS), Phase.RUNNING, policy, undoes, rows, null);
            batches.create(batch);
            publisher.run(tenant, batch.id());
            return batch;
        });
    }

    /// A conflict does not hold a draft back where the operator said what to do with conflicts.
    private static Set<DraftKey> publishable(Review review, Conflict.Policy policy) {
        Set<DraftKey> going = new java.util.HashSet<>(review.publishable());
        if (policy != Conflict.Policy.ASK) {
            review.items().stream().filter(Review.Item::selected)
                    .filter(item -> item.findings().stream()
                            .filter(finding -> finding.severity() == com.bizosaas.adsdesk.draft.Finding.Severity.RED)
                            .allMatch(finding -> finding.code().equals("conflict")))
                    .forEach(item -> going.add(item.key()));
        }
        return going;
    }

    private static PublishRow row(int place, Draft draft) {
        Map<String, String> sent = new LinkedHashMap<>();
        Map<String, String> base = new LinkedHashMap<>();
        draft.cells().forEach((field, cell) -> {
            sent.put(field, cell.mine());
            String known = cell.base();
            if (known != null) {
                base.put(field, known);
            }
        });
        return new PublishRow(place, draft.key(), draft.name(), draft.action(), sent, base, State.WAITING, null,
                draft.key().isNew() ? null : draft.key().id(), "", List.of());
    }

    @Override
    public List<PublishBatch> batches(TenantId tenant, int limit) {
        return Problems.explained(() -> batches.list(tenant, limit).stream().map(publisher::dated).toList());
    }

    @Override
    public PublishBatch batch(TenantId tenant, String batch) {
        return Problems.explained(() -> publisher.dated(find(tenant, batch)));
    }

    private PublishBatch find(TenantId tenant, String batch) {
        return batches.find(tenant, batch).orElseThrow(() -> new DeskException(Problem.invalid("batch",
                "There is no such batch", "Look at the list of batches.")));
    }

    @Override
    public void pause(TenantId tenant, String batch) {
        phase(tenant, batch, Phase.RUNNING, Phase.PAUSED);
    }

    @Override
    public void resume(TenantId tenant, String batch) {
        phase(tenant, batch, Phase.PAUSED, Phase.RUNNING);
        publisher.run(tenant, batch);
    }

    @Override
    public void stop(TenantId tenant, String batch) {
        Problems.explained(() -> {
            Phase now = find(tenant, batch).phase();
            if (now == Phase.RUNNING || now == Phase.PAUSED) {
                batches.phase(tenant, batch, Phase.STOPPED);
                publisher.run(tenant, batch);
            }
            return now;
        });
    }

    private void phase(TenantId tenant, String batch, Phase from, Phase to) {
        Problems.explained(() -> {
            Phase now = find(tenant, batch).phase();
            if (now != from && now != to) {
                throw new DeskException(Problem.invalid("batch", "This batch is over", "Retry what failed instead."));
            }
            batches.phase(tenant, batch, to);
            publisher.tell(tenant, batch);
            return now;
        });
    }

    @Override
    public int retry(TenantId tenant, String batch) {
        return Problems.explained(() -> {
            PublishBatch found = find(tenant, batch);
            if (found.phase() == Phase.RUNNING || found.phase() == Phase.PAUSED) {
                throw new DeskException(Problem.invalid("batch", "This batch is not over yet",
                        "Wait for it, or stop it first."));
            }
            List<PublishRow> again = found.rows().stream().filter(row -> row.state().canRetry())
                    .map(row -> refreshed(tenant, row)).toList();
            if (again.isEmpty()) {
                return 0;
            }
            store.inTransaction(() -> {
                batches.save(tenant, batch, again);
                batches.phase(tenant, batch, Phase.RUNNING);
            });
            publisher.run(tenant, batch);
            return again.size();
        });
    }

    /// With the values as they are drafted today: what was wrong may have been mended meanwhile.
    private PublishRow refreshed(TenantId tenant, PublishRow row) {
        Draft draft = books.book(tenant).find(books.current(tenant, row.key())).orElse(null);
        if (draft == null) {
            return row.now(State.WAITING, "");
        }
        PublishRow fresh = row(row.place(), draft);
        return new PublishRow(row.place(), row.key(), fresh.name(), fresh.action(), fresh.sent(), fresh.before(),
                State.WAITING, null, row.object(), "", List.of());
    }

    @Override
    public Estimate estimate(TenantId tenant, @Nullable Set<DraftKey> selected) {
        return Problems.explained(() -> {
            List<DraftKey> going = List.copyOf(drafts.review(tenant, selected).publishable());
            return new Estimate(going.size(), publisher.takes(tenant, going));
        });
    }

    @Override
    public UndoPlan undoPlan(TenantId tenant, String batch) {
        return Problems.explained(() -> undo.plan(find(tenant, batch)));
    }

    @Override
    public Set<DraftKey> undo(TenantId tenant, String batch) {
        return Problems.explained(() -> undo.draft(find(tenant, batch)));
    }
}
