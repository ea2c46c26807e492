package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.sync.RunningRead;
import com.bizosaas.adsdesk.sync.SyncKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// About how long a reading takes: as fast as it has gone so far, or as the one before it went, and no faster than
/// Facebook's limits let its pages through. Asks memory alone.
final class JobForecast {

    private final GraphAccess graph;

    JobForecast(GraphAccess graph) {
        this.graph = graph;
    }

    /// From now to the end of a reading that runs, null where nothing tells.
    @Nullable
    Duration left(RunningRead read, Instant now) {
        Duration held = held(read.key(), Math.max(0, read.expected() - read.done()), now);
        Duration going = read.left(now);
        if (going == null) {
            return held.isPositive() ? held : null;
        }
        return longer(going, held);
    }

    /// From now to the end of a reading that waits for its limit, null while no limit holds it.
    ///
    /// @param before how the last one went, null if there was none
    @Nullable
    Duration waiting(SyncKey key, RunningRead.@Nullable Pace before, Instant now) {
        if (graph.forecast(key.tenant(), key.account()).blockedUntil() == null) {
            return null;
        }
        Duration held = held(key, before == null ? 0 : before.items(), now);
        return before == null ? held : held.plus(before.took());
    }

    private Duration held(SyncKey key, int items, Instant now) {
        return graph.forecast(key.tenant(), key.account()).takes(1 + items / onAPage(key.topic()), 0, now);
    }

    /// What the progress of a topic counts, in one request.
    private static int onAPage(Topic topic) {
        return switch (topic) {
            case ACCOUNTS, CREATIVES -> 100;
            case CAMPAIGNS -> 500;
            case INSIGHTS -> 1;
            case AUDIENCES -> 20;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
