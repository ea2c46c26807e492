package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Makes each tenant's own client: its own connections and cookies, under the app-wide limits.
public interface GraphAccess extends AutoCloseable {

    /// @param token stays the caller's to close; the client fails once it is closed
    AdsApi forTenant(TenantId tenant, AccessToken token);

    /// Closes the tenant's connections and cancels what is running for it.
    void forget(TenantId tenant);

    /// Shares of Facebook's limits used by an account and by the app, as the last replies told.
    Usage usage(TenantId tenant, AdAccountId account);

    /// Called after replies that moved the usage; must return at once.
    void onUsage(Runnable listener);

    @Override
    void close();

    /// Percentages of the allowance.
    ///
    /// @param blockedUntil when a closed window opens again, null while nothing is closed
    record Usage(double calls, double cpu, double time, @Nullable Instant blockedUntil) {

        public static final Usage NONE = new Usage(0, 0, 0, null);
    }
}
