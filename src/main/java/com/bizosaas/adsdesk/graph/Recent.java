package com.bizosaas.adsdesk.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// A sum over the last while, kept in sixty slots: it forgets a little late, never early. Not thread-safe.
final class Recent {

    private static final int SLOTS = 60;

    private final int[] sums = new int[SLOTS + 1];
    private final long slotMillis;
    private long newest = Long.MIN_VALUE;

    Recent(Duration span) {
        this.slotMillis = Math.max(1, span.toMillis() / SLOTS);
    }

    void add(int amount, Instant now) {
        roll(now);
        sums[place(newest)] += amount;
    }

    int sum(Instant now) {
        roll(now);
        return Arrays.stream(sums).sum();
    }

    /// A clock that was set back by more than the span starts afresh.
    private void roll(Instant now) {
        long slot = now.toEpochMilli() / slotMillis;
        if (newest == Long.MIN_VALUE || Math.abs(slot - newest) > SLOTS) {
            Arrays.fill(sums, 0);
            newest = slot;
        }
        while (newest < slot) {
            newest++;
            sums[place(newest)] = 0;
        }
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    private static int place(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS + 1);
    }
}
