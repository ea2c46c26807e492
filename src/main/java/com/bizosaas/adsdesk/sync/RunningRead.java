package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A read under way.
///
/// @param done items read so far
/// @param total items expected, 0 while unknown
/// @param before how the reading of this key before it went, null if there was none
public record RunningRead(SyncKey key, int done, int total, Instant began, @Nullable Pace before) {

    /// How a reading went from its start to its end.
    ///
    /// @param items that it read
    public record Pace(Duration took, int items) {
    }

    /// Items expected, told or as many as the last time; 0 where nobody knows.
    public int expected() {
        return total > 0 ? total : before == null ? 0 : before.items;
    }

    /// How long it takes yet if it goes on like this, null where nothing tells.
    public @Nullable Duration left(Instant now) {
        Duration elapsed = Duration.between(began, now);
        if (done > 0) {
            return expected() > done ? elapsed.multipliedBy(expected() - done).dividedBy(done) : null;
        }
        if (before == null) {
            return null;
        }
        Duration rest = before.took.minus(elapsed);
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
