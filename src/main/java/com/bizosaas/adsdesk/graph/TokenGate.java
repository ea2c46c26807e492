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

    /// @return whether this call is the one that looks again
    /// @throws GraphException of kind TOKEN once the token is dead
    synchronized boolean check() {
        if (death == null) {
            return false;
        }
        Instant now = clock.instant();
        if (now.isBefore(lookAgain)) {
            throw death.exception();
        }
        lookAgain = now.plus(PATIENCE);
        return true;
    }

    /// Only the call that looked again can show that the token lives: others may have been answered before it died.
    synchronized void note(Verdict verdict, boolean lookedAgain) {
        if (verdict.outcome() == Outcome.TOKEN) {
            boolean curable = verdict.subcode() == CHECKPOINT || verdict.subcode() == UNVERIFIED;
            death = verdict;
            lookAgain = curable ? clock.instant().plus(PATIENCE) : Instant.MAX;
        } else if (verdict.isOk() && lookedAgain) {
            death = null;
        }
    }
}
