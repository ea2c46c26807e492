package com.bizosaas.adsdesk.graph;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The only place that decides on repeating: five tries, full jitter between nothing and 1, 2, 4, … seconds, at most a
/// minute, and never more than a tenth of a tenant's traffic (robustness "Classify every outcome once").
///
/// Thread-safe.
final class Retries {

    static final int TRIES = 5;
    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofSeconds(60);
    private static final double SHARE = 0.1;
    /// A quiet tenant may still repeat a little.
    private static final double RESERVE = 10;

    private final RandomGenerator random;
    private double credit = RESERVE;
    private boolean unreachable;

    Retries(RandomGenerator random) {
        this.random = random;
    }

    synchronized void noteFirstTry() {
        credit = Math.min(RESERVE, credit + SHARE);
    }

    /// Takes a repetition from the budget.
    ///
    /// @param tried how often the call was sent
    synchronized boolean permit(int tried) {
        if (tried >= TRIES || credit < 1) {
            return false;
        }
        credit -= 1;
        return true;
    }

    /// The same where a call did not reach Facebook. Once a call has given up on that, each later one has a single try until
    /// Facebook answers one: whoever looks whether the network is back looks once (robustness, "Time, sleep, network").
    synchronized boolean permitUnreached(int tried) {
        boolean again = !unreachable && permit(tried);
        unreachable = !again;
        return again;
    }

    /// Facebook answered, be it with a refusal.
    synchronized void noteAnswered() {
        unreachable = false;
    }

    /// A request was repeated without being asked.
    synchronized void noteRepeated() {
        credit -= 1;
    }

    /// @param atLeast what the server asks for, zero if it does not
    Duration pause(int tried, Duration atLeast) {
        long ceiling = Math.min(CAP.toMillis(), BASE.toMillis() << Math.min(tried - 1, 10));
        Duration jittered = Duration.ofMillis(random.nextLong(ceiling + 1));
        return jittered.compareTo(atLeast) > 0 ? jittered : atLeast;
    }
}
