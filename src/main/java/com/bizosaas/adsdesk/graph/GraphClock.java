package com.bizosaas.adsdesk.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/// The time and the waiting of the engine, so that tests need not wait.
public interface GraphClock extends InstantSource {

    /// Longer waits are made of pieces, so that a computer that slept meanwhile does not wait on.
    Duration PIECE = Duration.ofSeconds(1);

    void sleep(Duration duration) throws InterruptedException;

    /// Gives the lock of a condition up until it is signalled, the time has passed, or for no reason at all.
    default void await(Condition condition, Duration atMost) throws InterruptedException {
        Duration piece = atMost.compareTo(PIECE) > 0 ? PIECE : atMost;
        if (!condition.await(Math.max(1, piece.toNanos()), TimeUnit.NANOSECONDS)) {
            Thread.yield();
        }
    }

    /// Whether a leap of it means that the computer slept, so that connections which only look alive are given up.
    default boolean tellsOfSleep() {
        return true;
    }

    static GraphClock system() {
        return new GraphClock() {

            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
