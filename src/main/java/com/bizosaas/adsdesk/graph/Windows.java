package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphAccess.Forecast;
import com.bizosaas.adsdesk.graph.GraphAccess.Usage;
import com.bizosaas.adsdesk.graph.UsageReading.Tier;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All limited scopes that are known, and what they say together. Not thread-safe; [UsageBudget] guards it.
final class Windows {

    private final Map<LimitScope, Window> all = new HashMap<>();

    Window of(LimitScope scope) {
        return all.computeIfAbsent(scope, Window::new);
    }

    boolean isProbing(Collection<LimitScope> scopes) {
        return scopes.stream().map(all::get).anyMatch(window -> window != null && window.isProbing());
    }

    /// When all limits let a call of these charges go, null for now.
    @Nullable
    Instant freeAt(Map<LimitScope, Integer> charges, Priority priority, Tier tier, Instant now) {
        Instant free = later(closedUntil(charges.keySet(), now), reservedUntil(charges, priority, tier, now));
        for (Map.Entry<LimitScope, Integer> charge : charges.entrySet()) {
            Window window = all.get(charge.getKey());
            if (window != null) {
                free = later(free, window.notBefore(charge.getValue(), priority, tier, now));
            }
        }
        return free;
    }

    /// When it is worth another try where points are kept for publishing, null where they leave enough.
    @Nullable
    Instant reservedUntil(Map<LimitScope, Integer> charges, Priority priority, Tier tier, Instant now) {
        Instant free = null;
        for (Map.Entry<LimitScope, Integer> charge : charges.entrySet()) {
            Window window = all.get(charge.getKey());
            if (window != null) {
                free = later(free, window.reservedUntil(charge.getValue(), priority, tier, now));
            }
        }
        return free;
    }

    /// When all of these take calls, null for now.
    @Nullable
    Instant closedUntil(Collection<LimitScope> scopes, Instant now) {
        Instant latest = null;
        for (LimitScope scope : scopes) {
            Window window = all.get(scope);
            latest = later(latest, window == null ? null : window.closedUntil(now));
        }
        return latest;
    }

    List<LimitMemory.Kept> kept(Set<LimitScope> scopes, Tier tier, Instant now) {
        return scopes.stream().map(scope -> of(scope).kept(tier, now)).toList();
    }

    Usage usage(TenantId tenant, AdAccountId account, Instant now) {
        double calls = 0;
        double cpu = 0;
        double time = 0;
        Instant until = null;
        for (Window window : concerning(tenant, account)) {
            UsageReading reading = window.reading();
            if (reading != null) {
                calls = Math.max(calls, reading.calls());
                cpu = Math.max(cpu, reading.cpu());
                time = Math.max(time, reading.time());
            }
            until = later(until, window.closedUntil(now));
        }
        return new Usage(calls, cpu, time, until);
    }

    Forecast forecast(TenantId tenant, AdAccountId account, Tier tier, Instant now) {
        Instant until = null;
        Instant whole = null;
        double points = tier.points();
        for (Window window : concerning(tenant, account)) {
            until = later(until, window.closedUntil(now));
            whole = later(whole, window.wholeAt(tier, now));
            points = Math.min(points, window.left(tier, now));
        }
        return new Forecast(points, tier.points(), whole, until);
    }

    private List<Window> concerning(TenantId tenant, AdAccountId account) {
        return all.values().stream().filter(window -> switch (window.scope().part()) {
            case APP -> true;
            case TOKEN -> window.scope().key().equals(tenant.value());
            case ACCOUNT -> window.scope().key().equals(account.number());
            case OBJECT -> false;
        }).toList();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
