package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Notices that the computer slept: the wall clock ran on while the monotonic clock stood still, or, where the monotonic
/// clock counts sleep, a tick came far too late. Not thread-safe.
final class WakeDetector {

    private static final Duration DRIFT = Duration.ofSeconds(10);
    private static final Duration GAP = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private @Nullable Instant lastWall;
    private long lastNanos;

    WakeDetector(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /// Called on every tick; true on the first one after a sleep.
    boolean woke() {
        Instant wall = clock.instant();
        long mono = nanos.getAsLong();
        Instant before = lastWall;
        Duration passed = Duration.ofNanos(mono - lastNanos);
        lastWall = wall;
        lastNanos = mono;
        if (before == null) {
            return false;
        }
        Duration drift = Duration.between(before, wall).minus(passed);
        return drift.compareTo(DRIFT) > 0 || passed.compareTo(GAP) > 0;
    }
}
