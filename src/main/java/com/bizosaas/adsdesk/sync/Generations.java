package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.TenantId;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Drops what comes back late: a read remembers the generation of its tenant, and stores only if that still lives
/// (robustness, "Isolation"). A sign-out, a new sign-in and a deleted tenant end a generation.
///
/// Thread-safe. [#end] waits for a store that is under way, so that nothing is written after it returned.
public final class Generations {

    private final ConcurrentMap<TenantId, Counter> counters = new ConcurrentHashMap<>();

    public long current(TenantId tenant) {
        Counter counter = counter(tenant);
        synchronized (counter) {
            return counter.value;
        }
    }

    /// @throws CancellationException if the generation has ended
    public void store(TenantId tenant, long generation, Runnable write) {
        Counter counter = counter(tenant);
        synchronized (counter) {
            if (counter.value != generation) {
                throw new CancellationException("The sign-in ended while it was being read");
            }
            write.run();
        }
    }

    public void end(TenantId tenant) {
        Counter counter = counter(tenant);
        synchronized (counter) {
            counter.value++;
        }
    }

    private Counter counter(TenantId tenant) {
        return counters.computeIfAbsent(tenant, id -> new Counter());
    }

    private static final class Counter {
        private long value;
    }
}
