package com.bizosaas.adsdesk.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ad as last read.
///
/// @param creativeId null where the creative was deleted
/// @param issues delivery issues and review feedback together
public record Ad(GraphId id, GraphId campaignId, GraphId adSetId, String name, Status status,
        EffectiveStatus effectiveStatus, @Nullable GraphId creativeId, @Nullable Instant createdAt,
        @Nullable Instant updatedAt, List<Issue> issues) {

    public Ad {
        issues = List.copyOf(issues);
    }

    public Ad withStatus(Status changed, EffectiveStatus effective) {
        return new Ad(id, campaignId, adSetId, name, changed, effective, creativeId, createdAt, updatedAt, issues);
    }
}
