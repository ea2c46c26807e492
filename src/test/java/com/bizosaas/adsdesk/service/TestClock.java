package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.graph.GraphClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/// A clock that moves when a test says so, and when somebody waits on it.
final class TestClock implements GraphClock {

    final List<Duration> waits = new ArrayList<>();
    private Instant now;

    TestClock(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        waits.add(duration);
        now = now.plus(duration);
    }

    synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void await(Condition condition, Duration atMost) {
        sleep(atMost);
    }
}
