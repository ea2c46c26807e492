package com.bizosaas.adsdesk.domain;

import java.time.Duration;

/// What is read from Facebook as a whole, with the age at which it counts as stale unless Settings say otherwise
/// (product brief, "Performance").
public enum Topic {
    ACCOUNTS(Duration.ofHours(24)),
    CAMPAIGNS(Duration.ofMinutes(5)),
    INSIGHTS(Duration.ofMinutes(15)),
    AUDIENCES(
            Duration.ofHours(1)),
    CREATIVES(Duration.ofMinutes(30));

    private final Duration lifetime;

    Topic(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public Duration defaultLifetime() {
        return lifetime;
    }
}
