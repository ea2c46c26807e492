package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a failed read means for itself and for others: how long its key rests, which tenants are stopped, which keys a limit
/// reaches, whether anything can be reached at all. Not thread-safe: the scheduler's lock guards it.
final class Outages {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final Map<TenantId, Stop> stopped = new HashMap<>();
    private long starts;

    /// @param after how many reads had begun by then: their answers tell of the time before it
    private record Stop(Throwable reason, long after) {
    }

    private final Reachability network = new Reachability();
    private final Backoff backoff;

    Outages(RandomGenerator random) {
        this.backoff = new Backoff(random);
    }

    Reachability network() {
        return network;
    }

    boolean isStopped(TenantId tenant) {
        return stopped.containsKey(tenant);
    }

    /// A new or mended sign-in.
    void resume(TenantId tenant) {
        stopped.remove(tenant);
    }

    /// Why nothing of this tenant is read, null while it is.
    @Nullable
    Throwable problem(TenantId tenant) {
        Stop stop = stopped.get(tenant);
        return stop == null ? network.problem() : stop.reason;
    }

    /// A read begins.
    void started(Job job) {
        job.start = ++starts;
    }

    /// A late answer to a read that had begun before its tenant was stopped revives nothing.
    void succeeded(Job job) {
        network.answered();
        Stop stop = stopped.get(job.key.tenant());
        if (stop != null && job.start > stop.after) {
            stopped.remove(job.key.tenant());
        }
    }

    /// @param all keys, this one's among them
    void failed(Job job, Throwable failure, Collection<Job> all, Instant now) {
        TenantId tenant = job.key.tenant();
        if (Cancelled.is(failure)) {
            job.running = false;
            job.postpone(now.plus(Clockwork.TICK));
            return;
        }
        job.fail(failure, backoff.retryAt(failure, job.failures, now));
        switch (failure) {
            case NotConnectedException alone -> stopped.put(tenant, new Stop(alone, starts));
            case GraphException e -> {
                LOG.info("Reading {} failed: {}, code {}/{}", job.key, e.kind(), e.code(), e.subcode());
                note(e, job, all, now);
            }
            default -> LOG.error("Reading {} failed", job.key, failure);
        }
    }

    private void note(GraphException e, Job job, Collection<Job> all, Instant now) {
        if (e.kind() == Kind.NOT_SENT || e.kind() == Kind.ELSEWHERE) {
            network.lose(e, now);
            return;
        }
        network.answered();
        if (e.kind() == Kind.TOKEN) {
            stopped.put(job.key.tenant(), new Stop(e, starts));
        }
        if (e.kind() == Kind.LIMIT) {
            all.stream().filter(other -> reaches(e, job.key, other.key))
                    .forEach(other -> other.postpone(job.notBefore));
        }
    }

    /// Code 4 is the app's limit, 17 and 613 are the account's; the 80000s are a use case's own (graph-api chapter 12).
    private static boolean reaches(GraphException e, SyncKey hit, SyncKey other) {
        return switch (e.code()) {
            case 4 -> true;
            case 17, 613 -> hit.account().equals(other.account());
            default -> false;
        };
    }
}
