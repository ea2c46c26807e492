package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.graph.GraphException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// How long a failed read rests before it is tried again by itself. The Graph client has made its own quick tries by
/// then, so this waits in half minutes (robustness, "Classify every outcome once").
final class Backoff {

    private static final Duration BASE = Duration.ofSeconds(30);
    private static final Duration CAP = Duration.ofMinutes(15);
    /// What only a person can mend is asked about now and then, in case someone did.
    private static final Duration HOPELESS = Duration.ofHours(1);
    private static final Duration LIMIT_WITHOUT_TIME = Duration.ofMinutes(5);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// @param failures how often it failed before this time, in a row
    Instant retryAt(Throwable failure, int failures, Instant now) {
        if (failure instanceof GraphException e) {
            Instant until = e.until();
            return switch (e.kind()) {
                case LIMIT -> until != null ? until : now.plus(LIMIT_WITHOUT_TIME);
                case PERMISSION, BLOCKED, REFUSED, VERSION, TOKEN -> now.plus(HOPELESS);
                case NOT_SENT, ELSEWHERE, CANCELLED -> now;
                case TRANSIENT, UNKNOWN_EFFECT -> {
                    Instant grown = now.plus(growing(failures));
                    yield until != null && until.isAfter(grown) ? until : grown;
                }
            };
        }
        return now.plus(growing(failures));
    }

    private Duration growing(int failures) {
        Duration full = BASE.multipliedBy(1L << Math.min(failures, 10));
        Duration capped = full.compareTo(CAP) > 0 ? CAP : full;
        return Duration.ofMillis((long) (capped.toMillis() * (0.5 + random.nextDouble() / 2)));
    }
}
