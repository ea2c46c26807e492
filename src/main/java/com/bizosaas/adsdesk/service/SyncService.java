package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the store fresh: pollers on scheduled executors, and refreshes on demand. All calls return at once.
public interface SyncService {

    /// Tells what the operator looks at, so that it is read first and most often.
    ///
    /// @param range the days of the date picker together with their comparison
    void look(TenantId tenant, AdAccountId account, Set<Topic> topics, DateRange range);

    /// Reads a topic now, whatever its age (F5).
    void refresh(TenantId tenant, AdAccountId account, Topic topic);

    SyncState state(TenantId tenant, AdAccountId account, Topic topic);

    /// What is running now, for the status bar.
    List<Running> running();

    /// How much of Facebook's limits is used for an account, and overall.
    Usage usage(TenantId tenant, AdAccountId account);

    /// @param problem the last failure, null after a success
    /// @param nextRun when it is read again by itself, null when polling is off
    record SyncState(boolean running, @Nullable Instant lastSuccess, @Nullable Problem problem,
            @Nullable Instant nextRun) {
    }

    /// @param done items read so far
    /// @param total items expected, 0 while unknown
    record Running(TenantId tenant, AdAccountId account, Topic topic, int done, int total) {
    }

    /// Shares used, 0 to 100 and above.
    ///
    /// @param blockedUntil when a closed window opens again, null while nothing is closed
    record Usage(double calls, double cpu, double time, @Nullable Instant blockedUntil) {

        /// Share left of the tightest limit, 0 to 100.
        public double left() {
            return Math.max(0, 100 - Math.max(calls, Math.max(cpu, time)));
        }
    }
}
