package com.bizosaas.adsdesk.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/// A clock that sleeping moves, so that tests wait an hour in no time.
public class VirtualClock implements GraphClock {

    public static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Duration> slept = new ArrayList<>();
    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        slept.add(duration);
        now = now.plus(duration);
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }

    @Override
    public void await(Condition condition, Duration atMost) throws InterruptedException {
        sleep(atMost);
    }
}
