package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether Facebook can be reached. Without a network, and after a sleep until one read has succeeded, only one read is
/// let through now and then: at most two probes a minute. Not thread-safe: the scheduler's lock guards it.
final class Reachability {

    static final Duration PROBE_PAUSE = Duration.ofSeconds(30);

    private @Nullable Throwable lost;
    private Instant nextProbe = Instant.MIN;
    private boolean cautious;
    private boolean probing;

    /// Whether reads may start as they are due.
    boolean open() {
        return lost == null && !cautious;
    }

    boolean mayProbe(Instant now) {
        return !probing && !now.isBefore(nextProbe);
    }

    void probe() {
        probing = true;
    }

    /// A read ended, whatever its outcome.
    void probeEnded() {
        probing = false;
    }

    /// Facebook answered, be it with a refusal.
    void answered() {
        lost = null;
        cautious = false;
    }

    void lose(Throwable reason, Instant now) {
        lost = reason;
        nextProbe = now.plus(PROBE_PAUSE);
    }

    /// The computer woke up: the network may be another one, or none yet.
    void slept(Instant now) {
        cautious = true;
        probing = false;
        nextProbe = now;
    }

    /// Why nothing can be reached, null while it can.
    @Nullable
    Throwable problem() {
        return lost;
    }

    /// The later of a planned time and the next probe.
    Instant planned(Instant due) {
        return lost != null && nextProbe.isAfter(due) ? nextProbe : due;
    }
}
