package com.bizosaas.adsdesk.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time and the waiting of the engine, so that tests need not wait.
public interface GraphClock extends InstantSource {

    void sleep(Duration duration) throws InterruptedException;

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
