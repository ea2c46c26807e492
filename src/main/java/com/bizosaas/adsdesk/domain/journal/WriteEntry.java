package com.bizosaas.adsdesk.domain.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One write as the journal holds it.
///
/// @param id unique on this desk
/// @param batch what was done together has the same; a single write has one of its own
/// @param place within the batch, from 0
/// @param who the person at the desk
/// @param sentAt just before it left, null while it has not
/// @param settledAt when its present state was reached, null while planned or on its way
/// @param traceId Facebook's `fbtrace_id` of a refusal, empty otherwise
/// @param reason why it is in its state, in words for people; empty for what was confirmed
public record WriteEntry(String id, String batch, int place, PlannedWrite write, WriteState state, String who,
        Instant plannedAt, @Nullable Instant sentAt, @Nullable Instant settledAt, String traceId, String reason) {
}
