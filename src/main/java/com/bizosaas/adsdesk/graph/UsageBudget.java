package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphAccess.Usage;
import com.bizosaas.adsdesk.graph.UsageReading.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Admits calls under Facebook's limits: four at a time for an ad account, none into a closed scope, and a single probe
/// when a scope's time has come, while all other scopes go on (graph-api chapter 12, robustness "Talking to the Graph
/// API"). One for the whole app, for app and account limits know no tenants.
///
/// Thread-safe. Whoever waits can be interrupted.
final class UsageBudget {

    /// Calls side by side for one account.
    static final int LANES = 4;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final GraphClock clock;
    private final Runnable moved;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<LimitScope, State> states = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private Tier tier = Tier.FULL;

    /// What is known of a scope. Closed while `until` lies ahead; half open from then on until a probe came back well.
    private static final class State {

        private @Nullable UsageReading last;
        private @Nullable Instant until;
        private boolean probing;
        private int strikes;
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

    /// Waits until the call may go out.
    ///
    /// @param latest when waiting would take longer than this, it is refused instead
    /// @throws GraphException of kind LIMIT, with the time at which it is worth another try
    Admission admit(TenantId tenant, GraphRequest request, Instant latest) throws InterruptedException {
        List<LimitScope> scopes = LimitScope.of(tenant, request);
        AdAccountId account = request.account();
        String lane = account == null ? tenant.value() : account.value();
        lock.lockInterruptibly();
        try {
            while (true) {
                Instant until = closedUntil(scopes);
                if (until != null && until.isAfter(latest)) {
                    throw closed(request, until);
                }
                if (until != null) {
                    sleepUnlocked(until);
                } else if (running.getOrDefault(lane, 0) >= LANES || isProbing(scopes)) {
                    changed.await();
                } else {
                    running.merge(lane, 1, Integer::sum);
                    return new Admission(this, tenant, request, lane, probes(scopes));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Feeds the reply's headers and outcome in.
    ///
    /// @return when the limit that it ran into is over, null if it ran into none
    @Nullable
    Instant note(TenantId tenant, Verdict verdict) {
        List<UsageReading> readings = UsageReading.of(verdict.headers(), verdict.request().account());
        Instant until = null;
        lock.lock();
        try {
            Map<LimitScope, UsageReading> fullest = new HashMap<>();
            readings.forEach(reading -> fullest.merge(reading.scope(), reading, UsageBudget::fuller));
            fullest.values().forEach(reading -> note(reading, verdict.retryAfter()));
            if (verdict.outcome() == Outcome.LIMIT) {
                until = close(tenant, verdict, fullest);
            }
        } finally {
            lock.unlock();
        }
        if (!readings.isEmpty() || until != null) {
            moved.run();
        }
        return until;
    }

    private void note(UsageReading reading, Duration retryAfter) {
        tier = reading.tier() == null ? tier : reading.tier();
        state(reading.scope()).last = reading;
        if (reading.isFull()) {
            close(reading.scope(), reading, retryAfter);
        }
    }

    private @Nullable Instant close(TenantId tenant, Verdict verdict, Map<LimitScope, UsageReading> readings) {
        LimitScope scope = LimitScope.closedBy(verdict.error(), tenant, verdict.request());
        if (scope == null) {
            return clock.instant().plus(LONGEST);
        }
        close(scope, readings.get(scope), verdict.retryAfter());
        List<LimitScope> scopes = LimitScope.of(tenant, verdict.request());
        scopes.add(scope);
        return closedUntil(scopes);
    }

    /// Ends a call. A probe that came back well opens its scopes; one that did not leaves them to the next.
    void release(Admission admission, boolean well) {
        lock.lock();
        try {
            running.computeIfPresent(admission.lane(), (_, count) -> count > 1 ? count - 1 : null);
            Instant now = clock.instant();
            for (LimitScope scope : admission.probes()) {
                State state = state(scope);
                state.probing = false;
                if (well && state.until != null && !state.until.isAfter(now)) {
                    state.until = null;
                    state.strikes = 0;
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Usage usage(TenantId tenant, AdAccountId account) {
        lock.lock();
        try {
            double calls = 0;
            double cpu = 0;
            double time = 0;
            Instant until = null;
            Instant now = clock.instant();
            for (Map.Entry<LimitScope, State> entry : states.entrySet()) {
                if (!concerns(entry.getKey(), tenant, account)) {
                    continue;
                }
                State state = entry.getValue();
                if (state.last != null) {
                    calls = Math.max(calls, state.last.calls());
                    cpu = Math.max(cpu, state.last.cpu());
                    time = Math.max(time, state.last.time());
                }
                if (state.until != null && state.until.isAfter(now)) {
                    until = until == null || state.until.isAfter(until) ? state.until : until;
                }
            }
            return new Usage(calls, cpu, time, until);
        } finally {
            lock.unlock();
        }
    }

    private static boolean concerns(LimitScope scope, TenantId tenant, AdAccountId account) {
        return switch (scope.part()) {
            case APP -> true;
            case TOKEN -> scope.key().equals(tenant.value());
            case ACCOUNT -> scope.key().equals(account.number());
        };
    }

    private static UsageReading fuller(UsageReading one, UsageReading other) {
        return new UsageReading(one.scope(), Math.max(one.calls(), other.calls()), Math.max(one.cpu(), other.cpu()),
                Math.max(one.time(), other.time()), longer(one.regain(), other.regain()),
                longer(one.reset(), other.reset()), one.tier() == null ? other.tier() : one.tier());
    }

    private void close(LimitScope scope, @Nullable UsageReading reading, Duration retryAfter) {
        State state = state(scope);
        Instant now = clock.instant();
        boolean open = state.until == null || !state.until.isAfter(now);
        if (open && state.until != null) {
            state.strikes++;
        }
        Duration told = retryAfter;
        if (reading != null) {
            told = longer(told, longer(reading.regain(), reading.reset()));
        }
        boolean score = scope.part() == LimitScope.Part.ACCOUNT && scope.type().isEmpty();
        Duration wait = told.isPositive()
                ? score ? longer(told, tier.block()) : told
                : shorter(LONGEST, tier.block().multipliedBy(1L << Math.min(state.strikes, 6)));
        Instant until = now.plus(wait);
        if (open || state.until == null || until.isAfter(state.until)) {
            state.until = until;
        }
    }

    private @Nullable Instant closedUntil(List<LimitScope> scopes) {
        Instant now = clock.instant();
        Instant latest = null;
        for (LimitScope scope : scopes) {
            State state = states.get(scope);
            if (state != null && state.until != null && state.until.isAfter(now)
                    && (latest == null || state.until.isAfter(latest))) {
                latest = state.until;
            }
        }
        return latest;
    }

    private boolean isProbing(List<LimitScope> scopes) {
        return scopes.stream().map(states::get).anyMatch(state -> state != null && state.probing);
    }

    /// Marks the half-open scopes as being tried by the call that is about to leave.
    private List<LimitScope> probes(List<LimitScope> scopes) {
        List<LimitScope> tried = new ArrayList<>();
        for (LimitScope scope : scopes) {
            State state = states.get(scope);
            if (state != null && state.until != null) {
                state.probing = true;
                tried.add(scope);
            }
        }
        return tried;
    }

    private void sleepUnlocked(Instant until) throws InterruptedException {
        Duration wait = Duration.between(clock.instant(), until);
        lock.unlock();
        try {
            clock.sleep(wait);
        } finally {
            lock.lock();
        }
    }

    private State state(LimitScope scope) {
        return states.computeIfAbsent(scope, _ -> new State());
    }

    private static GraphException closed(GraphRequest request, Instant until) {
        return new GraphException(GraphException.Kind.LIMIT, request + ": the limit is used up", 0, 0, "", "", "",
                List.of(), until, null);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
