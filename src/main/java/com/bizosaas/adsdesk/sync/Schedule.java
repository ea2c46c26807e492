package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what is read next: what the operator looks at first and at its full rate, all else at a quarter of it, and
/// more rarely still where nothing changes. Each tenant has lanes of its own, so no tenant waits for another. Pure
/// arithmetic; not thread-safe.
final class Schedule {

    private static final int BACKGROUND_FACTOR = 4;
    /// Reads of a tenant side by side in the background, of different accounts: one that hangs leaves the other lane.
    private static final int LANES = 2;
    /// So many readings in a row that brought nothing new double the pause.
    private static final int QUIET_READS = 3;
    private static final int MOST_DOUBLINGS = 2;
    private static final Duration FIRST_READS = Duration.ofMinutes(2);

    private volatile @Nullable TenantId tenant;
    private volatile @Nullable AdAccountId account;
    private Set<Topic> topics = Set.of();

    void look(TenantId atTenant, AdAccountId atAccount, Set<Topic> atTopics) {
        tenant = atTenant;
        account = atAccount;
        topics = Set.copyOf(atTopics);
    }

    /// Any thread may ask.
    boolean visible(SyncKey key) {
        return key.tenant().equals(tenant) && key.account().equals(account);
    }

    private boolean watched(SyncKey key) {
        return visible(key) && topics.contains(key.topic());
    }

    /// When a key is read by itself, null where that never happens.
    @Nullable
    Instant due(Job job, SyncPlan plan) {
        boolean visible = visible(job.key);
        Instant base;
        if (job.lastSuccess == null) {
            if (!plan.polling() && !watched(job.key)) {
                return null;
            }
            base = visible ? job.seen : job.seen.plus(job.spread(FIRST_READS));
        } else if (job.dirty) {
            base = job.seen;
        } else if (plan.polling()) {
            Duration lifetime = plan.lifetime(job.key.topic());
            base = job.lastSuccess.plus(visible ? lifetime : lifetime.multipliedBy(BACKGROUND_FACTOR << quiet(job)));
        } else {
            return null;
        }
        return base.isAfter(job.notBefore) ? base : job.notBefore;
    }

    private static int quiet(Job job) {
        return Math.min(MOST_DOUBLINGS, job.unchanged / QUIET_READS);
    }

    /// The jobs to start now, most wanted first.
    List<Job> next(Collection<Job> jobs, SyncPlan plan, Instant now) {
        List<Job> ready = new ArrayList<>();
        Map<TenantId, Set<AdAccountId>> lanes = new HashMap<>();
        for (Job job : jobs) {
            if (job.running) {
                if (!visible(job.key)) {
                    lanes(lanes, job).add(job.key.account());
                }
                continue;
            }
            Instant due = due(job, plan);
            if (due != null && !due.isAfter(now)) {
                ready.add(job);
            }
        }
        ready.sort(Comparator.<Job>comparingInt(job -> watched(job.key) ? 0 : visible(job.key) ? 1 : 2)
                .thenComparing(job -> job.lastSuccess == null ? Instant.MIN : job.lastSuccess)
                .thenComparing(job -> job.key.topic()));
        List<Job> starting = new ArrayList<>();
        for (Job job : ready) {
            if (visible(job.key) || lanes(lanes, job).size() < LANES && lanes(lanes, job).add(job.key.account())) {
                starting.add(job);
            }
        }
        return starting;
    }

    private static Set<AdAccountId> lanes(Map<TenantId, Set<AdAccountId>> lanes, Job job) {
        return lanes.computeIfAbsent(job.key.tenant(), _ -> new HashSet<>());
    }
}
