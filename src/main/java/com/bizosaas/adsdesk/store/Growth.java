package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a store small whose file is only ever appended to: beyond a size, and once three quarters of it are no longer
/// used, it is rewritten. The statements of that second wait, so it is put off until nothing was written for a while, at most
/// until the file has doubled.
///
/// Thread rule: the rewriting has a thread of its own; whoever commits only looks at the size.
final class Growth implements AutoCloseable {

    /// Bytes; some thousand commits.
    static final long LIMIT = 64L << 20;
    /// Longer than what lies between two waves of a publication.
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);
    private static final int SPARSE = 25;
    /// Nanoseconds between two looks at a file that grows.
    private static final long LOOK = 1_000_000_000;

    private final Sql sql;
    private final Path file;
    private final long limit;
    private final long pause;
    private final AtomicLong next;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("store-growth").factory());
    private volatile long lastCommit = System.nanoTime();

    /// @param limit size in bytes below which a file is left as it is
    /// @param pause how long nothing must have been written before the file is rewritten
    Growth(Sql sql, Path file, long limit, Duration pause) {
        this.sql = sql;
        this.file = file;
        this.limit = limit;
        this.pause = pause.toNanos();
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.next = new AtomicLong(limit);
        sql.onCommit(this::look);
        look();
    }

    private void look() {
        lastCommit = System.nanoTime();
        try {
            long size = Files.size(file);
            long due = next.get();
            if (size >= due && next.compareAndSet(due, Long.MAX_VALUE)) {
                thread.execute(() -> rewriteInPause(size));
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The store closes; {} is looked at again at the next opening", file.getFileName());
        } catch (IOException e) {
            LOG.debug("The size of {} is not known", file.getFileName(), e);
        }
    }

    private void rewriteInPause(long due) {
        long left = pause - (System.nanoTime() - lastCommit);
        if (left <= 0 || file.toFile().length() >= 2 * due) {
            rewrite(due);
        } else if (!thread.isShutdown()) {
            thread.schedule(() -> rewriteInPause(due), Math.min(left, LOOK), TimeUnit.NANOSECONDS);
        }
    }

    /// Where it fails, or would not help, it is tried again at twice the size.
    private void rewrite(long size) {
        long left = size;
        try {
            if (!thread.isShutdown() && sql.percentUsed() < SPARSE) {
                sql.compact();
                left = Files.size(file);
                LOG.info("Rewrote {}: {} MiB became {}", file.getFileName(), size >> 20, left >> 20);
            }
        } catch (RuntimeException | IOException e) {
            LOG.warn("{} could not be rewritten", file.getFileName(), e);
        } finally {
            next.set(Math.max(limit, 2 * left));
        }
    }

    /// Waits for none: what is being rewritten is finished before the store closes.
    @Override
    public void close() {
        sql.onCommit(() -> {
        });
        thread.shutdown();
    }
}
