package com.bizosaas.adsdesk.sandbox;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves the state shortly after a change, many changes at once, and a last time on closing. Thread-safe.
final class Saver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Saver.class);
    private static final long PAUSE_MILLIS = 150;

    /// What writes the state.
    @FunctionalInterface
    interface Action {
        void save() throws IOException;
    }

    private final Action action;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon()
                    .name("sandbox-saver").factory());

    Saver(Action action) {
        this.action = action;
    }

    void request() {
        if (wanted.compareAndSet(false, true) && !timer.isShutdown()) {
            var _ = timer.schedule(this::save, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void save() {
        wanted.set(false);
        try {
            action.save();
        } catch (IOException | RuntimeException e) {
            LOG.error("The sandbox's state could not be saved", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        save();
    }
}
