package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(GraphClient.class);

    private final RequestBuilder requests;
    private final GraphTransport transport;
    private final UsageBudget budget;
    private final Retries retries;
    private final TokenGate gate;
    private final OwnCreations created;
    private final GraphClock clock;
    private final TenantId tenant;
    private final AtomicBoolean warned = new AtomicBoolean();

    GraphClient(RequestBuilder requests, GraphTransport transport, UsageBudget budget, Retries retries, TokenGate gate,
            GraphClock clock, TenantId tenant) {
        this.requests = requests;
        this.transport = transport;
        this.budget = budget;
        this.retries = retries;
        this.gate = gate;
        this.created = new OwnCreations(clock);
        this.clock = clock;
        this.tenant = tenant;
    }

    /// A client for signing in, before any tenant's token is stored.
    ///
    /// @param token null for the OAuth calls, which carry their own secrets
    public static GraphClient forSignIn(GraphSettings settings, GraphTransport transport, GraphClock clock,
            TenantId tenant, @Nullable AccessToken token) {
        return new GraphClient(new RequestBuilder(settings, token), transport, new UsageBudget(clock),
                new Retries(new Random()), new TokenGate(clock), clock, tenant);
    }

    /// The body of a success.
    ///
    /// @throws GraphException for everything else
    public WireObject call(GraphRequest request) {
        return attempt(request).orThrow();
    }

    /// Sends until there is an answer, or nothing more may be tried.
    Verdict attempt(GraphRequest request) {
        Instant latest = clock.instant().plus(request.effect() == Effect.READ ? READ_PATIENCE : WRITE_PATIENCE);
        retries.noteFirstTry();
        int quick = 0;
        for (int tried = 1;; tried++) {
            Verdict verdict = once(request, latest);
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
                    if (!retries.permit(tried)) {
                        return verdict;
                    }
                    pause(request, retries.pause(tried, verdict.retryAfter()));
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

    /// Sends once.
    private Verdict once(GraphRequest request, Instant latest) {
        try (Admission admission = budget.admit(tenant, request, latest)) {
            gate.check();
            Verdict verdict = admission.note(judged(request));
            gate.note(verdict);
            return verdict;
        } catch (InterruptedException interrupted) {
            throw cancelled(request, interrupted);
        }
    }

    private Verdict judged(GraphRequest request) {
        try {
            WireReply reply = transport.send(built(request));
            warnOfUpgrade(reply);
            return Verdict.of(request, reply);
        } catch (TransportException failure) {
            if (failure.fate() == TransportException.Fate.CANCELLED) {
                throw GraphException.of(Kind.CANCELLED, request + " was cancelled", failure);
            }
            return Verdict.of(request, failure);
        }
    }

    /// The limits of a batch's items, which count one by one.
    Verdict noteItem(Verdict item) {
        gate.note(item);
        return item.until(budget.note(tenant, item));
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

    /// Facebook serves a version that has ended with a later one, and says so only here (graph-api chapter 02).
    private void warnOfUpgrade(WireReply reply) {
        if (!reply.header("x-ad-api-version-warning").isEmpty() && !warned.getAndSet(true)) {
            LOG.warn("Facebook no longer serves the API version that is set, and answers with a later one");
        }
    }

    GraphClock clock() {
        return clock;
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
