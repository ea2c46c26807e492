package com.bizosaas.adsdesk.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a key stands and when it is its turn.
///
/// @param lastSuccess when it was last read, null if never
/// @param nextRun when it is read again by itself, null if nothing is planned
/// @param failure why the last read failed, null after a success
public record PlannedRead(SyncKey key, boolean running, @Nullable Instant lastSuccess, @Nullable Instant nextRun,
        @Nullable Throwable failure) {
}
