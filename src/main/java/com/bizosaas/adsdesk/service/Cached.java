package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.SyncService.CacheUse;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Duration;
import java.util.function.BiFunction;

/// What the store holds of one topic, kept in memory by tenant and account, so that a pane that is shown again need not
/// parse thousands of rows again. Whoever writes to the store forgets the account here before telling the panes.
///
/// @param <T> an immutable value
final class Cached<T> {

    private static final int ACCOUNTS = 20;
    private static final Duration UNUSED = Duration.ofMinutes(30);

    private final Cache<Place, Stamped<T>> cache = Caffeine.newBuilder().maximumSize(ACCOUNTS)
            .expireAfterAccess(UNUSED).recordStats().build();
    private final BiFunction<TenantId, AdAccountId, Stamped<T>> store;

    private record Place(TenantId tenant, AdAccountId account) {
    }

    Cached(BiFunction<TenantId, AdAccountId, Stamped<T>> store) {
        this.store = store;
    }

    Stamped<T> get(TenantId tenant, AdAccountId account) {
        return cache.get(new Place(tenant, account), place -> store.apply(tenant, account));
    }

    /// How well it serves.
    ///
    /// @param freshFor after which what it holds is read again
    CacheUse use(String name, Duration freshFor) {
        CacheStats stats = cache.stats();
        return new CacheUse(name, stats.hitCount(), stats.missCount(), cache.estimatedSize(), freshFor);
    }

    void forget(TenantId tenant, AdAccountId account) {
        cache.invalidate(new Place(tenant, account));
    }

    void forget(TenantId tenant) {
        cache.asMap().keySet().removeIf(place -> place.tenant.equals(tenant));
    }
}
