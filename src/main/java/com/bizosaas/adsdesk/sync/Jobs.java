package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The scheduler's keys. Not thread-safe but for [#await]: the given lock, on which ended reads notify, guards the rest.
final class Jobs {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Object lock;
    private final Map<SyncKey, Job> jobs = new LinkedHashMap<>();

    Jobs(Object lock) {
        this.lock = lock;
    }

    Collection<Job> all() {
        return jobs.values();
    }

    @Nullable
    Job find(SyncKey key) {
        return jobs.get(key);
    }

    /// The job of this key: the one that is here already, else the given one.
    Job keep(Job made) {
        Job here = jobs.putIfAbsent(made.key, made);
        return here == null ? made : here;
    }

    boolean holds(Job job) {
        return jobs.get(job.key) == job;
    }

    /// Takes jobs out and interrupts those that run.
    List<Job> dismiss(Predicate<SyncKey> leaving) {
        List<Job> dismissed = jobs.values().stream().filter(job -> leaving.test(job.key)).toList();
        for (Job job : dismissed) {
            jobs.remove(job.key);
            job.cancelled = true;
            Thread thread = job.thread;
            if (thread != null) {
                thread.interrupt();
            }
        }
        return dismissed;
    }

    /// Waits a little until dismissed jobs have ended. Call it with the lock held: waiting gives it up.
    void await(List<Job> dismissed) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (dismissed.stream().anyMatch(job -> job.thread != null)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    LOG.warn("A cancelled read has not ended in time; what it brings is dropped");
                    return;
                }
                lock.wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
