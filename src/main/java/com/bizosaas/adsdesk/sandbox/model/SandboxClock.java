package com.bizosaas.adsdesk.sandbox.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of one sandbox: another clock plus a shift that a test may change, so that tokens expire and throttles open
/// without waiting. Safe for use by many threads.
public final class SandboxClock implements InstantSource {

    private final InstantSource base;
    private volatile Duration shift = Duration.ZERO;

    public SandboxClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(shift);
    }

    public Duration shift() {
        return shift;
    }

    /// Moves the clock by this much more; a negative amount moves it back.
    public synchronized void advance(Duration amount) {
        shift = shift.plus(amount);
    }

    /// Forgets every shift.
    public synchronized void reset() {
        shift = Duration.ZERO;
    }
}
