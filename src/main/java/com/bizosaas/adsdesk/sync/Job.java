package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The scheduler's memory of one key. Not thread-safe: the scheduler's lock guards it.
final class Job {

    final SyncKey key;
    final Instant seen;
    @Nullable
    Instant lastSuccess;
    @Nullable
    Throwable failure;
    int failures;
    /// Readings in a row that brought nothing new.
    int unchanged;
    /// Nothing starts by itself before this.
    Instant notBefore = Instant.MIN;
    /// Our own write made the stored rows wrong.
    boolean dirty;
    boolean running;
    int done;
    int total;
    Instant began = Instant.EPOCH;
    /// Which of all reads this one is.
    long start;
    /// Whether the operator waits for it. Any thread may ask.
    volatile boolean clicked;
    private @Nullable Duration lastTook;
    private int lastDone;
    boolean cancelled;
    /// The thread that reads, while it reads.
    @Nullable
    Thread thread;

    Job(SyncKey key, Instant seen, @Nullable Instant lastSuccess) {
        this.key = key;
        this.seen = seen;
        this.lastSuccess = lastSuccess;
    }

    /// @param force whether the operator asked for it
    void start(Instant now, boolean force) {
        running = true;
        clicked = force;
        began = now;
        dirty = false;
        done = 0;
        total = 0;
    }

    void succeed(Instant now, boolean changed) {
        if (running) {
            lastTook = Duration.between(began, now);
            lastDone = done;
        }
        running = false;
        unchanged = changed ? 0 : unchanged + 1;
        lastSuccess = now;
        failure = null;
        failures = 0;
        notBefore = Instant.MIN;
    }

    void fail(Throwable reason, Instant retryAt) {
        running = false;
        failure = reason;
        failures++;
        postpone(retryAt);
    }

    void postpone(Instant until) {
        if (until.isAfter(notBefore)) {
            notBefore = until;
        }
    }

    /// How the last whole reading went, null if there was none.
    RunningRead.@Nullable Pace pace() {
        Duration took = lastTook;
        return took == null ? null : new RunningRead.Pace(took, lastDone);
    }

    /// A share of the given span that is this key's own, so that many keys do not start at once.
    Duration spread(Duration span) {
        String text = key.tenant().value() + key.account().value() + key.topic().name();
        return span.multipliedBy(Math.floorMod(text.hashCode(), 1000)).dividedBy(1000);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
