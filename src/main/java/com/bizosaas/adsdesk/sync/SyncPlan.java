package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.Topic;
import java.time.Duration;
import java.util.Map;

/// What the settings say about polling.
///
/// @param polling whether anything is read without being asked for
/// @param lifetimes age at which a topic is stale; a missing one has its default
public record SyncPlan(boolean polling, Map<Topic, Duration> lifetimes) {

    public SyncPlan {
        lifetimes = Map.copyOf(lifetimes);
    }

    public Duration lifetime(Topic topic) {
        return lifetimes.getOrDefault(topic, topic.defaultLifetime());
    }
}
