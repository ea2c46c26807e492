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

/// Decides what is read next: what the operator looks at first and at its full rate, all else at a quarter of it, one
/// account of a tenant at a time and tenants in turn. Pure arithmetic; not thread-safe.
final class Schedule {

    private static final int BACKGROUND_FACTOR = 4;
    private static final int BACKGROUND_AT_ONCE = 3;
    private static final Duration FIRST_READS = Duration.ofMinutes(2);

    private final Map<TenantId, Long> served = new HashMap<>();
    private long turn;
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
            base = job.lastSuccess.plus(visible ? lifetime : lifetime.multipliedBy(BACKGROUND_FACTOR));
        } else {
            return null;
        }
        return base.isAfter(job.notBefore) ? base : job.notBefore;
    }

    /// The jobs to start now, most wanted first; marks their tenants as served.
    List<Job> next(Collection<Job> jobs, SyncPlan plan, Instant now) {
        List<Job> ready = new ArrayList<>();
        Set<TenantId> busy = new HashSet<>();
        int background = 0;
        for (Job job : jobs) {
            if (job.running) {
                if (!visible(job.key)) {
                    background++;
                    busy.add(job.key.tenant());
                }
                continue;
            }
            Instant due = due(job, plan);
            if (due != null && !due.isAfter(now)) {
                ready.add(job);
            }
        }
        ready.sort(Comparator.<Job>comparingInt(job -> watched(job.key) ? 0 : visible(job.key) ? 1 : 2)
                .thenComparing(job -> served.getOrDefault(job.key.tenant(), 0L))
                .thenComparing(job -> job.lastSuccess == null ? Instant.MIN : job.lastSuccess)
                .thenComparing(job -> job.key.topic()));
        List<Job> starting = new ArrayList<>();
        for (Job job : ready) {
            boolean visible = visible(job.key);
            if (!visible && (background >= BACKGROUND_AT_ONCE || !busy.add(job.key.tenant()))) {
                continue;
            }
            if (!visible) {
                background++;
            }
            served.put(job.key.tenant(), ++turn);
            starting.add(job);
        }
        return starting;
    }
}
