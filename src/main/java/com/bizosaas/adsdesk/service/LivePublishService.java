package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.AdAccountId;
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
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.BatchStore;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns reviewed drafts into batches and hands them to the [Publisher].
final class LivePublishService implements PublishService {

    private static final int LONGEST_NOTE = 400;

    private final DeskStore store;
    private final BatchStore batches;
    private final DraftBooks books;
    private final DraftService drafts;
    private final Publisher publisher;
    private final RemoteDrafts remote;
    private final BatchUndo undo;
    private final Supplier<String> who;
    private final FirstWrites first;
    private final DraftContext context;
    private final AuditTrail audit;

    LivePublishService(DeskStore store, DraftBooks books, DraftService drafts, Publisher publisher, RemoteDrafts remote,
            BatchUndo undo, Supplier<String> who, FirstWrites first, DraftContext context, AuditTrail audit) {
        this.store = store;
        this.batches = store.batches();
        this.books = books;
        this.drafts = drafts;
        this.publisher = publisher;
        this.remote = remote;
        this.undo = undo;
        this.who = who;
        this.first = first;
        this.context = context;
        this.audit = audit;
    }

    @Override
    public PublishBatch publish(TenantId tenant, @Nullable Set<DraftKey> selected, Conflict.Policy policy,
            String undoes, String note) {
        return Problems.explained(() -> {
            Set<DraftKey> going = publishable(drafts.review(tenant, selected), policy);
            if (going.isEmpty()) {
                throw new DeskException(Problem.invalid("drafts", "There is nothing that can be published",
                        "Look at the checks in the review: what is red stays behind."));
            }
            Set<DraftKey> busy = publisher.busy(tenant);
            List<PublishRow> rows = rows(books.book(tenant), key -> going.contains(key) && !busy.contains(key));
            if (rows.isEmpty()) {
                throw new DeskException(Problem.invalid("drafts", "These drafts are being published already",
                        "Wait until that batch is over."));
            }
            first.note(tenant);
            PublishBatch batch = new PublishBatch(tenant, UUID.randomUUID().toString(), who.get(),
                    context.now().truncatedTo(ChronoUnit.MICROS), Phase.RUNNING, policy,
                    undoes.isEmpty() ? takenBack(tenant, rows) : undoes, noted(note), rows, null);
            store.inTransaction(() -> {
                batches.create(batch);
                audit(batch);
            });
            audit.tell();
            publisher.run(tenant, batch.id());
            publisher.reviewed(tenant, List.of(), Map.of());
            return batch;
        });
    }

    private static String noted(String note) {
        String words = note.strip();
        if (words.length() > LONGEST_NOTE) {
            throw new DeskException(Problem.invalid("note", "The reason is too long",
                    "Use " + LONGEST_NOTE + " characters or fewer."));
        }
        return words;
    }

    /// The batch that these rows take back: the one that most of them name, empty where none does.
    private String takenBack(TenantId tenant, List<PublishRow> rows) {
        Map<DraftKey, String> origins = store.drafts().origins(tenant);
        return rows.stream().map(row -> origins.getOrDefault(row.key(), "")).filter(batch -> !batch.isEmpty())
                .collect(Collectors.groupingBy(batch -> batch, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    /// One line for the batch as a whole: its rows are audited one by one, and by this they hang together.
    private void audit(PublishBatch batch) {
        Map<String, String> after = new TreeMap<>();
        after.put("rows", Integer.toString(batch.rows().size()));
        if (!batch.note().isEmpty()) {
            after.put("reason", batch.note());
        }
        if (!batch.undoes().isEmpty()) {
            after.put("takes_back", batch.undoes());
        }
        audit.record(new Deed(batch.tenant(), batch.undoes().isEmpty() ? "batch.publish" : "batch.undo", batch.id(),
                batch.rows().size() == 1 ? "1 change" : batch.rows().size() + " changes", "", Json.of(after)),
                Outcome.DONE, "", Source.APP);
    }

    private static List<PublishRow> rows(DraftBook book, Predicate<DraftKey> going) {
        List<PublishRow> rows = new ArrayList<>();
        for (Draft draft : book.drafts()) {
            if (going.test(draft.key())) {
                rows.add(row(rows.size(), draft));
            }
        }
        return rows;
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
            publisher.look();
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
            Set<DraftKey> going = drafts.review(tenant, selected).publishable();
            List<PublishRow> rows = rows(books.book(tenant), going::contains);
            Map<AdAccountId, Long> questions = remote.unasked(tenant, going).stream()
                    .collect(Collectors.groupingBy(DraftKey::account, Collectors.counting()));
            publisher.reviewed(tenant, rows, questions);
            Duration takes = publisher.takes(tenant, rows, Map.of());
            return new Estimate(rows.size(), takes, publisher.takes(tenant, rows, questions).minus(takes));
        });
    }

    @Override
    public UndoPlan undoPlan(TenantId tenant, String batch) {
        return Problems.explained(() -> undo.plan(find(tenant, batch)));
    }

    @Override
    public Map<String, String> takenBackBy(TenantId tenant) {
        return Problems.explained(() -> batches.takenBackBy(tenant));
    }

    @Override
    public Set<DraftKey> undo(TenantId tenant, String batch) {
        return Problems.explained(() -> undo.draft(find(tenant, batch)));
    }
}
