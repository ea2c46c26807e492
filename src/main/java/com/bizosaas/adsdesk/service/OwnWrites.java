package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.service.Lookout.Sight;
import com.bizosaas.adsdesk.service.Problem.Kind;
import com.bizosaas.adsdesk.store.JournalStore;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.sync.SyncKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Objects;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// The one way in which the desk writes to an ad account: journalled before it leaves, its outcome known or looked for,
/// its topic made due (robustness "Writes").
///
/// A single write is [#perform]ed. Many are [#plan]ned together, then sent one by one with [#send]; what is left of a batch
/// is [#withdraw]n. A failed row is sent again by planning it anew, never by sending the entry twice. Blocking and
/// thread-safe; an interrupt ends the waiting, never the record.
final class OwnWrites {

    /// The patience of a person in front of a dialog; after that a create is looked for in the background.
    private static final List<Duration> CREATE_LOOKS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofSeconds(15));
    /// Setting a value twice does no harm, so an update is soon believed to be missing.
    private static final List<Duration> UPDATE_LOOKS = List.of(Duration.ZERO, Duration.ofSeconds(5));

    private final ApiSource apis;
    private final WriteGuard guard;
    private final WriteJournal journal;
    private final Reconciler reconciler;
    private final Library library;
    private final Consumer<SyncKey> invalidate;
    private final DeskEvents events;
    private final GraphClock clock;
    private volatile Consumer<WriteEntry> took = _ -> {
    };
    private volatile Consumer<TenantId> leaving = _ -> {
    };

    OwnWrites(ApiSource apis, WriteGuard guard, WriteJournal journal, Reconciler reconciler,
            Library library, Consumer<SyncKey> invalidate, DeskEvents events, GraphClock clock) {
        this.apis = apis;
        this.guard = guard;
        this.journal = journal;
        this.reconciler = reconciler;
        this.library = library;
        this.invalidate = invalidate;
        this.events = events;
        this.clock = clock;
    }

    AdsApi api(TenantId tenant) {
        return apis.api(tenant);
    }

    GraphClock clock() {
        return clock;
    }

    /// The account, as far as it is known, with the right to advertise there.
    AdAccount writable(TenantId tenant, AdAccountId id) {
        AdAccount account = library.account(tenant, id).orElseGet(() -> api(tenant).adAccount(id));
        if (!account.canAdvertise()) {
            throw new DeskException(Problem.of(Kind.NO_PERMISSION, "This sign-in may only look at this ad account",
                    "Ask its owner for the task “Manage campaigns”, then refresh."));
        }
        if (!account.status().connectable()) {
            throw new DeskException(Problem.of(Kind.REFUSED, "This ad account is closed or disabled",
                    "Facebook lets nobody change anything in it."));
        }
        return account;
    }

    /// Called once Facebook said yes to a write; one whose answer was lost is told by the [Reconciler].
    void onTook(Consumer<WriteEntry> listener) {
        took = listener;
    }

    /// Called before a single write is recorded, on the thread of whoever makes it.
    void onLeaving(Consumer<TenantId> listener) {
        leaving = listener;
    }

    private WriteEntry told(WriteEntry confirmed) {
        took.accept(confirmed);
        return confirmed;
    }

    /// Makes a single write.
    ///
    /// @return the object that was made, changed or deleted
    /// @throws DeskException if it was refused, or nobody knows
    GraphId perform(PlannedWrite write) {
        Optional<Problem> refusal = guard.refusal(write);
        if (refusal.isPresent()) {
            journal.refused(write, refusal.get().title());
            throw new DeskException(refusal.get());
        }
        leaving.accept(write.tenant());
        WriteResult result = finish(journal.begin(write));
        Problem problem = result.problem();
        if (problem != null) {
            Throwable cause = result.cause();
            throw cause == null ? new DeskException(problem) : new DeskException(problem, cause);
        }
        return result.entry().write().target();
    }

    /// Brings an image to an ad account. A lost answer does no harm: the same bytes make no second image, so the next try
    /// just sends them again.
    ///
    /// @param write an update of the account that says which image it is
    /// @return the hash under which the account has it
    /// @throws DeskException if it was refused or could not be sent
    String upload(PlannedWrite write, byte[] bytes) {
        Optional<Problem> refusal = guard.refusal(write);
        if (refusal.isPresent()) {
            journal.refused(write, refusal.get().title());
            throw new DeskException(refusal.get());
        }
        leaving.accept(write.tenant());
        JournalStore.Sending sending = journal.begin(write);
        try {
            String hash = api(write.tenant()).sendImage(sending, bytes);
            told(journal.confirmed(sending.entry(), write.target()));
            return hash;
        } catch (RuntimeException e) {
            WriteResult result = rejected(sending.entry(), e);
            throw new DeskException(Objects.requireNonNull(result.problem()), e);
        }
    }

    /// What the role of the person and the client's guardrails say against a write, without making it.
    Optional<Problem> objection(PlannedWrite write) {
        return guard.refusal(write);
    }

    /// Records writes that belong together; nothing is sent yet. What is planned survives the end of the program.
    List<WriteEntry> plan(String batch, List<PlannedWrite> writes) {
        return journal.plan(batch, writes);
    }

    /// Sends one planned write. What Facebook makes of it is in the answer, not thrown.
    WriteResult send(WriteEntry planned) {
        Optional<Problem> refusal = guard.refusal(planned.write());
        if (refusal.isPresent()) {
            return new WriteResult(withdraw(planned, refusal.get().title()), refusal.get());
        }
        return finish(journal.sending(planned));
    }

    /// Sends planned writes of one account together, none depending on another. What Facebook makes of each is in the
    /// answers, which come in their order.
    List<WriteResult> sendAll(List<WriteEntry> planned) {
        if (planned.isEmpty()) {
            return List.of();
        }
        List<Optional<Problem>> refusals = guard.refusals(planned.stream().map(WriteEntry::write).toList());
        Map<String, WriteResult> results = new LinkedHashMap<>();
        List<WriteEntry> allowed = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            WriteEntry entry = planned.get(i);
            Optional<Problem> refusal = refusals.get(i);
            if (refusal.isPresent()) {
                results.put(entry.id(), new WriteResult(withdraw(entry, refusal.get().title()), refusal.get()));
            } else {
                allowed.add(entry);
            }
        }
        if (!allowed.isEmpty()) {
            sendAllowed(allowed).forEach(result -> results.put(result.entry().id(), result));
        }
        return planned.stream().map(entry -> Objects.requireNonNull(results.get(entry.id()))).toList();
    }

    private List<WriteResult> sendAllowed(List<WriteEntry> planned) {
        List<JournalStore.Sending> sending = journal.sending(planned);
        List<WriteEntry> sent = sending.stream().map(JournalStore.Sending::entry).toList();
        AdsApi api;
        List<AdsApi.Sent> answers;
        try {
            api = api(sent.getFirst().write().tenant());
            answers = api.sendAll(sending);
        } catch (RuntimeException e) {
            return sent.stream().map(entry -> isUnknown(e)
                    ? left(journal.unknown(entry, AuditTrail.traceId(e), "The answer was lost"), "Nobody looked yet", e)
                    : rejected(entry, e)).toList();
        }
        List<WriteEntry> taken = new ArrayList<>();
        List<GraphId> objects = new ArrayList<>();
        List<WriteResult> results = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            GraphId object = answers.get(i).object();
            if (object == null) {
                results.add(missed(sent.get(i), answers.get(i)));
            } else {
                taken.add(sent.get(i));
                objects.add(object);
            }
        }
        journal.confirmed(taken, objects).forEach(entry -> results.add(new WriteResult(told(entry), null)));
        return results;
    }

    /// An answer that was lost is looked for in the background: the others of the batch do not wait for it.
    private WriteResult missed(WriteEntry sent, AdsApi.Sent answer) {
        RuntimeException failure = answer.failure() == null ? new IllegalStateException("No answer") : answer.failure();
        if (!isUnknown(failure)) {
            return rejected(sent, failure);
        }
        WriteEntry unknown = journal.unknown(sent, AuditTrail.traceId(failure), "The answer was lost");
        return left(unknown, "Facebook was not asked again so far", failure);
    }

    /// Gives up a planned write that was not sent.
    WriteEntry withdraw(WriteEntry planned, String reason) {
        return journal.rejected(planned, "", reason);
    }

    private WriteResult finish(JournalStore.Sending sending) {
        WriteEntry sent = sending.entry();
        AdsApi api;
        try {
            api = api(sent.write().tenant());
        } catch (RuntimeException e) {
            return rejected(sent, e);
        }
        try {
            return new WriteResult(told(journal.confirmed(sent, api.send(sending))), null);
        } catch (RuntimeException e) {
            return isUnknown(e)
                    ? watch(journal.unknown(sent, AuditTrail.traceId(e), "The answer was lost"), api, e)
                    : rejected(sent, e);
        }
    }

    private WriteResult rejected(WriteEntry sent, RuntimeException e) {
        Problem problem = Problems.of(e);
        return new WriteResult(journal.rejected(sent, AuditTrail.traceId(e), problem.title()), problem, e);
    }

    private static boolean isUnknown(RuntimeException e) {
        return !(e instanceof GraphException failure) || switch (failure.kind()) {
            case UNKNOWN_EFFECT, CANCELLED, TRANSIENT, ELSEWHERE -> true;
            case NOT_SENT, LIMIT, TOKEN, PERMISSION, BLOCKED, REFUSED, VERSION -> false;
        };
    }

    /// Looks for a write while somebody waits for it.
    private WriteResult watch(WriteEntry unknown, AdsApi api, RuntimeException lost) {
        boolean create = unknown.write().kind() == WriteKind.CREATE;
        String seen = "Facebook could not be asked again so far";
        for (Duration pause : create ? CREATE_LOOKS : UPDATE_LOOKS) {
            if (!paused(pause)) {
                return left(unknown, seen, lost);
            }
            try {
                switch (Lookout.look(api, unknown)) {
                    case Sight.Done done -> {
                        return new WriteResult(told(journal.found(unknown, done.object())), null);
                    }
                    case Sight.Several _ -> {
                        return left(unknown, Lookout.SEVERAL, lost);
                    }
                    case Sight.NotDone not -> {
                        seen = not.reason();
                        if (!create && pause.isPositive()) {
                            return absent(unknown, seen, lost);
                        }
                    }
                }
            } catch (GraphException e) {
                lost.addSuppressed(e);
            }
        }
        return left(unknown, seen, lost);
    }

    private WriteResult absent(WriteEntry unknown, String seen, RuntimeException lost) {
        return new WriteResult(journal.absent(unknown, seen), new Problem(Kind.FAILED, seen,
                "Nothing was changed. Try again.", "", null, details(lost)), lost);
    }

    /// It stays in the journal as unknown and is looked for further on.
    private WriteResult left(WriteEntry unknown, String seen, RuntimeException lost) {
        journal.explain(unknown, seen);
        reconciler.watch(unknown);
        String remedy = seen.equals(Lookout.SEVERAL)
                ? "Say in Settings, Audit log, which of them is to stay."
                : "Do not do it again yet: Ads Desk looks on, and tells in Settings, Audit log, how it ended.";
        return new WriteResult(unknown, new Problem(Kind.UNCERTAIN, "The answer was lost: "
                + seen.substring(0, 1).toLowerCase(Locale.ROOT) + seen.substring(1), remedy, "", null,
                details(lost)), lost);
    }

    private static String details(RuntimeException lost) {
        return lost instanceof GraphException e ? GraphProblems.details(e) : "";
    }

    private boolean paused(Duration time) {
        try {
            if (time.isPositive()) {
                clock.sleep(time);
            }
            return !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What was made or changed belongs to this topic.
    static Topic topic(PlannedWrite write) {
        return switch (write.edge()) {
            case "customaudiences" -> Topic.AUDIENCES;
            case "adcreatives", "adimages", "advideos" -> Topic.CREATIVES;
            default -> Topic.CAMPAIGNS;
        };
    }

    /// The store holds what we made of a topic: panes are told.
    void shown(TenantId tenant, AdAccountId account, Topic topic) {
        library.changed(tenant, account, topic);
        events.publish(new DeskEvent.DataChanged(tenant, account, topic));
    }

    /// The same, and Facebook's own word is fetched soon.
    void changed(TenantId tenant, AdAccountId account, Topic topic) {
        library.outdate(tenant, account, topic);
        events.publish(new DeskEvent.DataChanged(tenant, account, topic));
        invalidate.accept(new SyncKey(tenant, account, topic));
    }
}
