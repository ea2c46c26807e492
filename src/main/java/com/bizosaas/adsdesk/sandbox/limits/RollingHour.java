package com.bizosaas.adsdesk.sandbox.limits;

import java.time.Instant;
import java.util.Arrays;

/// A sum over the last sixty minutes, kept by the minute. Not thread-safe.
final class RollingHour {

    private static final int MINUTES = 60;

    private final double[] sums = new double[MINUTES];
    private long newest = Long.MIN_VALUE;

    void add(Instant now, double amount) {
        roll(now);
        sums[slot(newest)] += amount;
    }

    double total(Instant now) {
        roll(now);
        return Arrays.stream(sums).sum();
    }

    /// Minutes until the sum falls below this limit; 0 where it is below already.
    int minutesUntilBelow(Instant now, double limit) {
        double left = total(now);
        int minutes = 0;
        while (left >= limit && minutes < MINUTES) {
            minutes++;
            left -= sums[slot(newest - MINUTES + minutes)];
        }
        return minutes;
    }

    private void roll(Instant now) {
        long minute = now.getEpochSecond() / MINUTES;
        if (newest == Long.MIN_VALUE || minute - newest >= MINUTES || newest - minute >= MINUTES) {
            Arrays.fill(sums, 0);
            newest = minute;
        }
        while (newest < minute) {
            newest++;
            sums[slot(newest)] = 0;
        }
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }
}
