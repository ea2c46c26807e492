package com.bizosaas.adsdesk.sandbox;

import com.bizosaas.adsdesk.sandbox.insights.InsightsSource;
import com.bizosaas.adsdesk.sandbox.limits.Budgets;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.ThumbnailSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one sandbox is set up. Start from [#of] and change what differs.
///
/// @param port 0 for any free one
/// @param latency added to every reply, with up to `jitter` more, drawn from the fleet's seed
/// @param strictProof whether every call must carry `appsecret_proof`
/// @param stateFile where changes and tokens survive a restart; null to forget them
/// @param cachedPages whether pages are kept to be served again, for measurements ([com.bizosaas.adsdesk.sandbox.graph.PageCache])
/// @param redirectUris addresses outside loopback that the app has registered
public record SandboxOptions(int port, Fleet fleet, InsightsSource insights, ThumbnailSource thumbnails,
        Duration latency,
        Duration jitter, boolean strictProof, @Nullable Path stateFile, InstantSource clock, Budgets budgets,
        Set<String> redirectUris, boolean cachedPages) {

    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535");
        }
        if (latency.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("latency and jitter must not be negative");
        }
        redirectUris = Set.copyOf(redirectUris);
    }

    /// Any port, no delay, full tier, the system's clock, nothing saved.
    public static SandboxOptions of(Fleet fleet, InsightsSource insights, ThumbnailSource thumbnails) {
        return new SandboxOptions(0, fleet, insights, thumbnails, Duration.ZERO, Duration.ZERO, false, null,
                InstantSource
                        .system(),
                Budgets.FULL, Set.of("https://www.facebook.com/connect/login_success.html"), false);
    }

    public SandboxOptions withPort(int other) {
        return new SandboxOptions(other, fleet, insights, thumbnails, latency, jitter, strictProof, stateFile, clock,
                budgets, redirectUris, cachedPages);
    }

    public SandboxOptions withLatency(Duration base, Duration more) {
        return new SandboxOptions(port, fleet, insights, thumbnails, base, more, strictProof, stateFile, clock, budgets,
                redirectUris, cachedPages);
    }

    public SandboxOptions withStrictProof(boolean strict) {
        return new SandboxOptions(port, fleet, insights, thumbnails, latency, jitter, strict, stateFile, clock, budgets,
                redirectUris, cachedPages);
    }

    public SandboxOptions withStateFile(@Nullable Path file) {
        return new SandboxOptions(port, fleet, insights, thumbnails, latency, jitter, strictProof, file, clock, budgets,
                redirectUris, cachedPages);
    }

    public SandboxOptions withClock(InstantSource other) {
        return new SandboxOptions(port, fleet, insights, thumbnails, latency, jitter, strictProof, stateFile, other,
                budgets, redirectUris, cachedPages);
    }

    public SandboxOptions withBudgets(Budgets other) {
        return new SandboxOptions(port, fleet, insights, thumbnails, latency, jitter, strictProof, stateFile, clock,
                other,
                redirectUris, cachedPages);
    }

    public SandboxOptions withRedirectUris(Set<String> others) {
        return new SandboxOptions(port, fleet, insights, thumbnails, latency, jitter, strictProof, stateFile, clock,
                budgets, others, cachedPages);
    }

    public SandboxOptions withCachedPages(boolean kept) {
        return new SandboxOptions(port, fleet, insights, thumbnails, latency, jitter, strictProof, stateFile, clock,
                budgets, redirectUris, kept);
    }
}
