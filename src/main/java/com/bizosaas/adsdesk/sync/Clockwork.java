package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ticks every five seconds with a fixed delay, and replaces its thread when that has ended or hangs. Nothing that a tick
/// throws ends it. Thread-safe.
final class Clockwork implements AutoCloseable {

    static final Duration TICK = Duration.ofSeconds(5);
    /// A tick takes milliseconds.
    static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final Supplier<ScheduledExecutorService> tickers;
    private final LongSupplier nanos;
    private final Runnable tick;
    private @Nullable ScheduledExecutorService ticker;
    private @Nullable Future<?> ticks;
    private long beat;
    private boolean suspect;
    private int restarts;
    private boolean closed;

    /// @param tickers makes an executor of one thread; another one is asked for only if the first stops ticking
    Clockwork(Supplier<ScheduledExecutorService> tickers, LongSupplier nanos, Runnable tick) {
        this.tickers = tickers;
        this.nanos = nanos;
        this.tick = tick;
    }

    synchronized void start() {
        if (closed) {
            return;
        }
        beat = nanos.getAsLong();
        ScheduledExecutorService made = tickers.get();
        ticker = made;
        ticks = made.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Ticks once more as soon as possible.
    void soon() {
        ScheduledExecutorService present;
        synchronized (this) {
            present = ticker;
        }
        if (present == null) {
            return;
        }
        try {
            present.execute(this::tick);
        } catch (RejectedExecutionException e) {
            LOG.debug("No tick after the end", e);
        }
    }

    /// Replaces a ticker that has ended or hangs. After a sleep the last tick looks old, so only a second look decides.
    void supervise() {
        try {
            synchronized (this) {
                Future<?> running = ticks;
                ScheduledExecutorService old = ticker;
                if (closed || running == null || old == null) {
                    return;
                }
                boolean late = Duration.ofNanos(nanos.getAsLong() - beat).compareTo(SILENCE) > 0;
                if (!running.isDone() && !(late && suspect)) {
                    suspect = late;
                    return;
                }
                suspect = false;
                restarts++;
                LOG.error("The sync ticker stopped; another one takes over");
                old.shutdownNow();
                start();
            }
        } catch (Throwable e) {
            LOG.error("The sync ticker could not be replaced; the next look tries again", e);
        }
    }

    /// How often the ticker had to be replaced.
    synchronized int restarts() {
        return restarts;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (ticker != null) {
            ticker.shutdownNow();
        }
    }

    /// An exception that left this method would end the schedule without a word, so none does.
    private void tick() {
        try {
            synchronized (this) {
                beat = nanos.getAsLong();
            }
            tick.run();
        } catch (Throwable e) {
            LOG.error("A tick failed; the next one tries again", e);
        }
    }
}
