package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphAccess.Forecast;
import com.bizosaas.adsdesk.graph.GraphAccess.Usage;
import com.bizosaas.adsdesk.graph.UsageReading.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Admits calls under Facebook's limits (graph-api chapter 12, robustness "Talking to the Graph API"): by priority and
/// then tenant by tenant, four at a time for an ad account, paced to what is left of each allowance, none into a closed
/// scope, and a single probe when a scope's time has come, while all other scopes go on. One for the whole app, for app and
/// account limits know no tenants.
///
/// Thread-safe. Whoever waits can be interrupted.
final class UsageBudget {

    /// Calls side by side for one account; the last of them is never the background's.
    static final int LANES = 4;
    private static final double NEARLY_FULL = 90;
    private static final Duration SAVING = Duration.ofSeconds(15);

    private final GraphClock clock;
    private final Runnable moved;
    private final ReentrantLock lock = new ReentrantLock();
    private final Windows windows = new Windows();
    private final Map<String, Integer> running = new HashMap<>();
    private final Queue queue = new Queue();
    private final Map<LimitScope, Suspicion> suspicions = new HashMap<>();
    private Tier tier = Tier.FULL;

    private final ReentrantLock saving = new ReentrantLock();
    private volatile LimitMemory memory = LimitMemory.NONE;
    private volatile Instant saved = Instant.EPOCH;

    /// A limit of the whole app that one tenant's call ran into while nothing else showed that it is used up.
    ///
    /// @param number of the admission that was refused
    private record Suspicion(TenantId tenant, long number) {
    }

    UsageBudget(GraphClock clock) {
        this(clock, () -> {
        });
    }

    /// @param moved called without the lock after replies that moved the usage
    UsageBudget(GraphClock clock, Runnable moved) {
        this.clock = clock;
        this.moved = moved;
    }

    /// Takes over what is left of the time before this start, and keeps what comes.
    void remember(LimitMemory kept) {
        List<LimitMemory.Kept> before = kept.load();
        lock.lock();
        try {
            Instant now = clock.instant();
            before.forEach(one -> windows.of(one.scope()).restore(one, now));
            memory = kept;
        } finally {
            lock.unlock();
        }
        moved.run();
    }

    /// Waits until the call may go out.
    ///
    /// @param latest when waiting for a limit would take longer than this, it is refused instead
    /// @throws GraphException of kind LIMIT, with the time at which it is worth another try
    Admission admit(TenantId tenant, GraphRequest request, Supplier<Priority> priority, Instant latest)
            throws InterruptedException {
        lock.lockInterruptibly();
        Queue.Ticket ticket = queue.enter(tenant, request, priority, lock.newCondition());
        try {
            while (true) {
                serve();
                Admission admission = ticket.admission();
                if (admission != null) {
                    return admission;
                }
                Instant now = clock.instant();
                Instant kept = windows.reservedUntil(ticket.charges(), ticket.priority(), tier, now);
                Instant free = freeAt(ticket, now);
                if (kept != null) {
                    throw limit(request, kept, "What is left of the limit is kept for publishing");
                } else if (free == null) {
                    ticket.awaitTurn();
                } else if (free.isAfter(latest)) {
                    throw limit(request, free, "");
                } else {
                    clock.await(ticket.turn(), Duration.between(now, free));
                }
            }
        } catch (InterruptedException interrupted) {
            Admission unused = ticket.admission();
            if (unused != null) {
                release(unused, false);
            }
            throw interrupted;
        } finally {
            queue.leave(ticket);
            lock.unlock();
        }
    }

    /// Looks again at who may go, for a waiting call has become more urgent.
    void reconsider() {
        lock.lock();
        try {
            serve();
        } finally {
            lock.unlock();
        }
    }

    /// Lets all go that may, the most wanted first. Who waits for others only and now has a time to wait for is told.
    private void serve() {
        Instant now = clock.instant();
        for (Queue.Ticket next = queue.first(ticket -> mayGo(ticket, now)); next != null; next = queue
                .first(ticket -> mayGo(ticket, now))) {
            running.merge(next.lane(), 1, Integer::sum);
            List<LimitScope> probes = new ArrayList<>();
            for (Map.Entry<LimitScope, Integer> charge : next.charges().entrySet()) {
                Window window = windows.of(charge.getKey());
                if (window.isHalfOpen()) {
                    window.probe();
                    probes.add(charge.getKey());
                }
                window.take(charge.getValue(), next.priority(), tier, now);
            }
            queue.serve(next, this, probes);
        }
        queue.wake(ticket -> freeAt(ticket, now) != null);
    }

    private boolean mayGo(Queue.Ticket ticket, Instant now) {
        int lanes = ticket.priority() == Priority.BACKGROUND ? LANES - 1 : LANES;
        if (running.getOrDefault(ticket.lane(), 0) >= lanes || freeAt(ticket, now) != null) {
            return false;
        }
        return !windows.isProbing(ticket.charges().keySet());
    }

    /// When all limits let the call go, null for now.
    private @Nullable Instant freeAt(Queue.Ticket ticket, Instant now) {
        return windows.freeAt(ticket.charges(), ticket.priority(), tier, now);
    }

    /// See [GraphAccess#reserve].
    void reserve(TenantId tenant, AdAccountId account, GraphAccess.Need need, int points) {
        lock.lock();
        try {
            windows.of(LimitScope.account(account.number(), "")).reserve(tenant, need, points, clock.instant());
            serve();
        } finally {
            lock.unlock();
        }
    }

    /// When a call may leave that would be refused for waiting longer than this, null where it would not.
    @Nullable
    Instant heldUntil(TenantId tenant, GraphRequest request, Supplier<Priority> priority, Instant latest) {
        Priority urgency = Queue.priority(request, priority);
        lock.lock();
        try {
            Instant free = windows.freeAt(LimitScope.charges(tenant, request), urgency, tier, clock.instant());
            return free != null && free.isAfter(latest) ? free : null;
        } finally {
            lock.unlock();
        }
    }

    /// When the scopes of a call open, null while they are open.
    @Nullable
    Instant closedUntil(TenantId tenant, GraphRequest request) {
        lock.lock();
        try {
            return windows.closedUntil(LimitScope.of(tenant, request), clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /// Feeds the outcome of one call inside a batch in; it proves nothing for others, for nobody knows when it ran.
    @Nullable
    Instant noteItem(TenantId tenant, Verdict item) {
        return note(tenant, item, item.outcome() == Outcome.LIMIT ? Long.MAX_VALUE : 0);
    }

    /// Feeds the reply's headers and outcome in.
    ///
    /// @param number of the admission
    ///
    /// @return when the limit that it ran into is over, null if it ran into none
    @Nullable
    Instant note(TenantId tenant, Verdict verdict, long number) {
        List<UsageReading> readings = UsageReading.of(verdict.headers(), verdict.request().account());
        Instant until = null;
        Set<LimitScope> seen;
        boolean closed;
        lock.lock();
        try {
            Instant now = clock.instant();
            Map<LimitScope, UsageReading> fullest = new LinkedHashMap<>();
            readings.forEach(reading -> fullest.merge(reading.scope(), reading, UsageReading::fuller));
            Map<LimitScope, Integer> charges = LimitScope.charges(tenant, verdict.request());
            fullest.values().forEach(reading -> note(reading, charges, verdict.retryAfter(), number, now));
            closed = fullest.values().stream().anyMatch(UsageReading::isFull);
            seen = fullest.keySet();
            if (verdict.outcome() == Outcome.LIMIT) {
                LimitScope scope = blamed(tenant, verdict, now);
                close(scope, fullest.get(scope), verdict.retryAfter(), now);
                suspect(scope, new Suspicion(tenant, number));
                List<LimitScope> scopes = LimitScope.of(tenant, verdict.request());
                scopes.add(scope);
                until = windows.closedUntil(scopes, now);
                closed = true;
                seen = Set.copyOf(scopes);
            } else if (verdict.isOk()) {
                acquit(tenant, charges.keySet(), number, now);
            }
            serve();
        } finally {
            lock.unlock();
        }
        keep(tenant, seen, closed);
        if (!readings.isEmpty() || until != null) {
            moved.run();
        }
        return until;
    }

    private void note(UsageReading reading, Map<LimitScope, Integer> charges, Duration retryAfter, long number,
            Instant now) {
        tier = reading.tier() == null ? tier : reading.tier();
        windows.of(reading.scope()).note(reading, charges.getOrDefault(reading.scope(), 0), number, queue.latest(),
                now);
        if (reading.isFull()) {
            close(reading.scope(), reading, retryAfter, now);
        }
    }

    /// What the code closes. A limit of the app that the app's own usage contradicts is the tenant's share in it.
    private LimitScope blamed(TenantId tenant, Verdict verdict, Instant now) {
        LimitScope scope = LimitScope.closedBy(verdict.error(), tenant, verdict.request());
        boolean notFull = scope.part() == LimitScope.Part.APP && windows.of(scope).isKnownBelow(NEARLY_FULL, tier, now);
        return notFull ? scope.of(tenant) : scope;
    }

    /// Where replies tell nothing of the app's usage, other tenants' calls will show whose limit it is.
    private void suspect(LimitScope scope, Suspicion suspicion) {
        if (scope.part() == LimitScope.Part.APP && windows.of(scope).reading() == null) {
            suspicions.put(scope, suspicion);
        } else {
            suspicions.remove(scope);
        }
    }

    /// Another tenant's call that left after the refused one was answered well: the limit is that tenant's, not the app's.
    private void acquit(TenantId tenant, Set<LimitScope> scopes, long number, Instant now) {
        for (LimitScope scope : scopes) {
            Suspicion suspicion = suspicions.get(scope);
            if (suspicion != null && !suspicion.tenant().equals(tenant) && number > suspicion.number()) {
                suspicions.remove(scope);
                Duration left = windows.of(scope).reopen(now);
                if (left.isPositive()) {
                    windows.of(scope.of(suspicion.tenant())).close(left, tier, now);
                }
            }
        }
    }

    private void close(LimitScope scope, @Nullable UsageReading reading, Duration retryAfter, Instant now) {
        Duration told = reading == null ? retryAfter : UsageReading.longer(retryAfter, reading.heldUp());
        windows.of(scope).close(told, tier, now);
    }

    /// A call left once more than it was admitted.
    void noteRepeated(TenantId tenant, GraphRequest request) {
        lock.lock();
        try {
            Instant now = clock.instant();
            LimitScope.charges(tenant, request).forEach((scope, points) -> {
                Window window = windows.of(scope);
                window.take(points, Priority.CLICK, tier, now);
                window.back(points);
            });
        } finally {
            lock.unlock();
        }
    }

    /// Ends a call. A probe that came back well opens its scopes; one that did not leaves them to the next.
    void release(Admission admission, boolean well) {
        lock.lock();
        try {
            Instant now = clock.instant();
            running.computeIfPresent(admission.lane(), (_, count) -> count > 1 ? count - 1 : null);
            admission.charges().forEach((scope, points) -> windows.of(scope).back(points));
            admission.probes().forEach(scope -> windows.of(scope).probed(well, now));
            serve();
        } finally {
            lock.unlock();
        }
        if (!admission.probes().isEmpty()) {
            keep(admission.tenant(), Set.copyOf(admission.probes()), true);
        }
    }

    /// What closed is kept before anybody is told; shares, now and then.
    private void keep(TenantId tenant, Set<LimitScope> scopes, boolean atOnce) {
        LimitMemory kept = memory;
        Instant now = clock.instant();
        if (kept == LimitMemory.NONE || !atOnce && now.isBefore(saved.plus(SAVING))) {
            return;
        }
        saving.lock();
        try {
            saved = now;
            kept.save(tenant, states(scopes, now));
        } finally {
            saving.unlock();
        }
    }

    private List<LimitMemory.Kept> states(Set<LimitScope> scopes, Instant now) {
        lock.lock();
        try {
            return windows.kept(scopes, tier, now);
        } finally {
            lock.unlock();
        }
    }

    // For those who look on

    Usage usage(TenantId tenant, AdAccountId account) {
        lock.lock();
        try {
            return windows.usage(tenant, account, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    Forecast forecast(TenantId tenant, AdAccountId account) {
        lock.lock();
        try {
            return windows.forecast(tenant, account, tier, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /// @param why for people, empty where the limit is used up
    private static GraphException limit(GraphRequest request, Instant until, String why) {
        String title = why.isEmpty() ? "the limit is used up" : why;
        return new GraphException(GraphException.Kind.LIMIT, request + ": " + title, 0, 0, why, "", "", List.of(),
                Objects.requireNonNull(until), null);
    }
}
