package com.bizosaas.adsdesk.graph;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Stops all calls with a token once Facebook has refused it: a queue that keeps asking gets the app limited (graph-api
/// chapter 11). A checkpoint may be cleared by the person, so that one call in a while looks again.
///
/// Thread-safe.
final class TokenGate {

    private static final int CHECKPOINT = 459;
    private static final int UNVERIFIED = 464;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final GraphClock clock;
    private @Nullable Verdict death;
    private Instant lookAgain = Instant.MAX;

    TokenGate(GraphClock clock) {
        this.clock = clock;
    }

    /// @throws GraphException of kind TOKEN once the token is dead
    synchronized void check() {
        if (death == null) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(lookAgain)) {
            throw death.exception();
        }
        lookAgain = now.plus(PATIENCE);
    }

    synchronized void note(Verdict verdict) {
        if (verdict.outcome() == Outcome.TOKEN) {
            boolean curable = verdict.subcode() == CHECKPOINT || verdict.subcode() == UNVERIFIED;
            death = verdict;
            lookAgain = curable ? clock.instant().plus(PATIENCE) : Instant.MAX;
        } else if (verdict.isOk() && !lookAgain.equals(Instant.MAX)) {
            // A token that is dead for good stays so, whatever was on its way when it died.
            death = null;
        }
    }
}
