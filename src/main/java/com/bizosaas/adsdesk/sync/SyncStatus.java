package com.bizosaas.adsdesk.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a key stands.
///
/// @param failure why the last read failed, null after a success
/// @param nextRun when it is read again by itself, null if nothing is planned
/// @param before how the last whole reading went, null if there was none since the start
public record SyncStatus(boolean running, @Nullable Instant lastSuccess, @Nullable Throwable failure,
        @Nullable Instant nextRun, RunningRead.@Nullable Pace before) {
}
