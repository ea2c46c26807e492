package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the state of the limits outlives the program, so that a restart sends nothing into a window that is closed.
///
/// Called from the threads that call Facebook, one at a time, without a lock that others wait for. It may block, and throws
/// nothing.
public interface LimitMemory {

    /// Forgets at once.
    LimitMemory NONE = new LimitMemory() {

        @Override
        public List<Kept> load() {
            return List.of();
        }

        @Override
        public void save(TenantId tenant, Collection<Kept> windows) {
            // Nothing outlives the program.
        }
    };

    /// What was kept of all tenants of this app.
    List<Kept> load();

    /// Keeps the state of scopes; those that were kept before are replaced.
    ///
    /// @param tenant whose call showed it
    void save(TenantId tenant, Collection<Kept> windows);

    /// One scope's state.
    ///
    /// @param closedAt when it was closed, null while it is open
    /// @param until when it opens, null while it is open
    /// @param strikes how often a probe was refused
    /// @param share percent of the allowance that was used at `at`
    record Kept(LimitScope scope, @Nullable Instant closedAt, @Nullable Instant until, int strikes, double share,
            Instant at) {
    }
}
