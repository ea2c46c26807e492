package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The requests of the last hours by tenant, the newest two thousand of each. Thread-safe.
final class RequestLog {

    static final Duration KEPT = Duration.ofHours(6);
    static final int MOST = 2000;

    private final InstantSource clock;
    private final Map<TenantId, Deque<LoggedCall>> calls = new HashMap<>();

    RequestLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void note(TenantId tenant, Verdict verdict, Instant sent) {
        Instant now = clock.instant();
        GraphRequest request = verdict.request();
        Deque<LoggedCall> mine = calls.computeIfAbsent(tenant, _ -> new ArrayDeque<>());
        mine.addFirst(new LoggedCall(sent, request.method().name(), "/" + request.path(), request.account(),
                request.points(), Duration.between(sent, now), word(verdict.outcome()), verdict.code()));
        while (mine.size() > MOST || mine.getLast().at().isBefore(now.minus(KEPT))) {
            mine.removeLast();
        }
    }

    /// Newest first.
    synchronized List<LoggedCall> of(TenantId tenant) {
        Instant oldest = clock.instant().minus(KEPT);
        return calls.getOrDefault(tenant, new ArrayDeque<>()).stream().filter(call -> !call.at().isBefore(oldest))
                .toList();
    }

    synchronized void forget(TenantId tenant) {
        calls.remove(tenant);
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
