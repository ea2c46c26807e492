package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a store small whose file is only ever appended to: beyond a size, and once three quarters of it are no longer
/// used, it is rewritten. The statements of that second wait.
///
/// Thread rule: the rewriting has a thread of its own; whoever commits only looks at the size.
final class Growth implements AutoCloseable {

    /// Bytes; some thousand commits.
    static final long LIMIT = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);
    private static final int SPARSE = 25;

    private final Sql sql;
    private final Path file;
    private final long limit;
    private final AtomicLong next;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("store-growth").factory());

    /// @param limit size in bytes below which a file is left as it is
    Growth(Sql sql, Path file, long limit) {
        this.sql = sql;
        this.file = file;
        this.limit = limit;
        this.next = new AtomicLong(limit);
        sql.onCommit(this::look);
        look();
    }

    private void look() {
        try {
            long size = Files.size(file);
            long due = next.get();
            if (size >= due && next.compareAndSet(due, Long.MAX_VALUE)) {
                thread.execute(() -> rewrite(size));
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The store closes; {} is looked at again at the next opening", file.getFileName());
        } catch (IOException e) {
            LOG.debug("The size of {} is not known", file.getFileName(), e);
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
