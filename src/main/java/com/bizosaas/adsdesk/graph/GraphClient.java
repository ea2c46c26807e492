package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import com.bizosaas.adsdesk.log.LogTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The send loop: check the budget, send, note the usage, judge, and answer, repeat, wait or give up by the one table in
/// [Outcome].
///
/// Blocking and thread-safe; an interrupt ends the call with a [GraphException] of kind CANCELLED.
public final class GraphClient {

    /// How long a call waits for a window before it is refused with the window's end: nobody watches a spinner for an
    /// hour, and a list half read is worth a minute.
    private static final Duration READ_PATIENCE = Duration.ofSeconds(90);
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration REPLICATION = Duration.ofSeconds(2);

    private final RequestBuilder requests;
    private final GraphTransport transport;
    private final AppWide app;
    private final Retries retries;
    private final TokenGate gate;
    private final OwnCreations created;
    private final Joining joining = new Joining();
    private final ConcurrentMap<String, Integer> pageSizes = new ConcurrentHashMap<>();
    private final GraphClock clock;
    private final TenantId tenant;

    GraphClient(RequestBuilder requests, GraphTransport transport, AppWide app, Retries retries, TokenGate gate,
            GraphClock clock, TenantId tenant) {
        this.requests = requests;
        this.transport = transport;
        this.app = app;
        this.retries = retries;
        this.gate = gate;
        this.created = new OwnCreations(clock);
        this.clock = clock;
        this.tenant = tenant;
    }

    /// The body of a success.
    ///
    /// @throws GraphException for everything else
    public WireObject call(GraphRequest request) {
        return attempt(request).orThrow();
    }

    /// Sends until there is an answer, or nothing more may be tried. Equal reads under way at the same time are one.
    Verdict attempt(GraphRequest request) {
        return joining.attempt(request,
                (priority, came) -> LogTenant.in(tenant.value(), () -> attempt(request, priority, came)),
                app.budget()::reconsider);
    }

    private Verdict attempt(GraphRequest wanted, Supplier<Priority> priority, Consumer<WireReply> came) {
        Instant latest = clock.instant().plus(patience(wanted));
        retries.noteFirstTry();
        int quick = 0;
        for (int tried = 1;; tried++) {
            GraphRequest request = without(wanted);
            Verdict verdict = once(request, priority, latest, came);
            if (learnGone(verdict)) {
                continue;
            }
            if (created.mayAppearSoon(verdict, quick)) {
                quick++;
                pause(request, REPLICATION);
                continue;
            }
            switch (verdict.outcome().reaction(request.effect())) {
                case ANSWER -> {
                    created.note(verdict);
                    return verdict;
                }
                case RETRY -> {
                    Duration asked = verdict.retryAfter();
                    if (asked.compareTo(patience(request)) > 0) {
                        return verdict.until(clock.instant().plus(asked));
                    }
                    if (!(verdict.isUnreached() ? retries.permitUnreached(tried) : retries.permit(tried))) {
                        // While others are answered, the network is the one it should be: a page is a stumble of Facebook's.
                        return app.notes().answeredLately() ? verdict.stumbled() : verdict;
                    }
                    pause(request, retries.pause(tried, asked));
                }
                case AFTER_WINDOW -> {
                    Instant until = verdict.until();
                    if (until == null || until.isAfter(latest)) {
                        return verdict;
                    }
                }
                case GIVE_UP -> {
                    return verdict;
                }
            }
        }
    }

    /// Sends once: check the budget and the token, send and judge, note what it says of limits and token, write it down.
    private Verdict once(GraphRequest request, Supplier<Priority> priority, Instant latest, Consumer<WireReply> came) {
        try (Admission admission = app.budget().admit(tenant, request, priority, latest)) {
            boolean lookingAgain = gate.check();
            Instant sent = clock.instant();
            Verdict verdict = admission.note(judged(request, came, sent));
            gate.note(verdict, lookingAgain);
            if (!verdict.isUnreached()) {
                retries.noteAnswered();
            }
            if (verdict.isAnswered()) {
                app.notes().noteAnswer();
            }
            app.log().note(tenant, verdict, sent);
            return verdict;
        } catch (InterruptedException interrupted) {
            throw cancelled(request, interrupted);
        }
    }

    private Verdict judged(GraphRequest request, Consumer<WireReply> came, Instant began) {
        try {
            WireReply reply = transport.send(built(request));
            noteRepeated(request, reply.sent(), began);
            came.accept(reply);
            app.notes().note(reply, requests.version());
            return Verdict.of(request, reply);
        } catch (TransportException failure) {
            if (failure.fate() == TransportException.Fate.CANCELLED) {
                throw GraphException.of(Kind.CANCELLED, request + " was cancelled", failure);
            }
            noteRepeated(request, failure.sent(), began);
            return Verdict.of(request, failure);
        }
    }

    /// What the transport sent more often than it was asked to counts like any other repetition.
    private void noteRepeated(GraphRequest request, int sent, Instant began) {
        for (int more = 1; more < sent; more++) {
            retries.noteRepeated();
            app.budget().noteRepeated(tenant, request);
            app.log().note(tenant, Verdict.lost(request, Map.of(), "The connection had ended"), began);
        }
    }

    /// When the scopes that a call uses open, null while they are open.
    @Nullable
    Instant closedUntil(GraphRequest request) {
        return app.budget().closedUntil(tenant, request);
    }

    /// When a call may leave that would have to wait for longer than its patience; null where it may leave sooner.
    @Nullable
    Instant heldUntil(GraphRequest request) {
        return app.budget().heldUntil(tenant, request, Priority.current(), clock.instant().plus(patience(request)));
    }

    private static Duration patience(GraphRequest request) {
        return request.effect() == Effect.READ ? READ_PATIENCE : WRITE_PATIENCE;
    }

    /// The limits of a batch's items, which count one by one.
    Verdict noteItem(Verdict item) {
        gate.note(item, false);
        return item.until(app.budget().noteItem(tenant, item));
    }

    void pause(GraphRequest request, Duration duration) {
        try {
            clock.sleep(duration);
        } catch (InterruptedException interrupted) {
            throw cancelled(request, interrupted);
        }
    }

    private WireRequest built(GraphRequest request) {
        try {
            return requests.build(request);
        } catch (IllegalStateException closed) {
            // The tenant was signed out or its token replaced while this call waited for its turn.
            throw GraphException.of(Kind.CANCELLED, request + ": its token was closed", closed);
        }
    }

    /// Pages that had to be smaller than full, by account and edge.
    ConcurrentMap<String, Integer> pageSizes() {
        return pageSizes;
    }

    TenantId tenant() {
        return tenant;
    }

    GraphClock clock() {
        return clock;
    }

    GoneFields gone() {
        return app.gone();
    }

    /// The request without fields that are known to be gone.
    GraphRequest without(GraphRequest request) {
        return app.gone().without(request, requests.version());
    }

    /// @return whether the verdict names a field that the next try does without
    boolean learnGone(Verdict verdict) {
        return app.gone().learn(verdict, requests.version(), tenant);
    }

    Retries retries() {
        return retries;
    }

    RequestBuilder requests() {
        return requests;
    }

    private static GraphException cancelled(GraphRequest request, InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return GraphException.of(Kind.CANCELLED, request + " was cancelled", interrupted);
    }
}
