package com.bizosaas.adsdesk.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A campaign as last read.
///
/// @param budget the campaign budget, null where the ad sets carry their own
/// @param bidStrategy only with a campaign budget
/// @param spendCap most that it may spend in its whole life, null where it has no cap or that was never read
/// @param updatedAt does not move when only a budget changes (graph-api chapter 04)
public record Campaign(GraphId id, String name, Objective objective, Status status, EffectiveStatus effectiveStatus,
        @Nullable Budget budget, @Nullable BidStrategy bidStrategy, List<String> specialAdCategories,
        @Nullable Instant startTime, @Nullable Instant stopTime, @Nullable Instant createdAt,
        @Nullable Instant updatedAt, List<Issue> issues, @Nullable Money spendCap) {

    public Campaign {
        specialAdCategories = List.copyOf(specialAdCategories);
        issues = List.copyOf(issues);
    }

    /// A campaign without a spend cap.
    public Campaign(GraphId id, String name, Objective objective, Status status, EffectiveStatus effectiveStatus,
            @Nullable Budget budget, @Nullable BidStrategy bidStrategy, List<String> specialAdCategories,
            @Nullable Instant startTime, @Nullable Instant stopTime, @Nullable Instant createdAt,
            @Nullable Instant updatedAt, List<Issue> issues) {
        this(id, name, objective, status, effectiveStatus, budget, bidStrategy, specialAdCategories, startTime,
                stopTime, createdAt, updatedAt, issues, null);
    }

    /// The same campaign with another switch position, for showing a change before Facebook has answered.
    public Campaign withStatus(Status changed, EffectiveStatus effective) {
        return new Campaign(id, name, objective, changed, effective, budget, bidStrategy, specialAdCategories,
                startTime,
                stopTime, createdAt, updatedAt, issues, spendCap);
    }
}
