package com.bizosaas.adsdesk.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ad set as last read.
///
/// @param budget null under a campaign budget
/// @param bidAmount cost or bid cap per optimisation event (per 1000 for impressions and reach), null without one
/// @param roasFloor least return on ad spend, 2 for 200 %; null without one
/// @param learning null where Meta reports no learning stage
public record AdSet(GraphId id, GraphId campaignId, String name, Status status, EffectiveStatus effectiveStatus,
        @Nullable Budget budget, @Nullable BidStrategy bidStrategy, @Nullable Money bidAmount, String optimizationGoal,
        String billingEvent, @Nullable Instant startTime, @Nullable Instant endTime, @Nullable Instant createdAt,
        @Nullable Instant updatedAt, @Nullable Learning learning, List<Issue> issues,
        @Nullable BigDecimal roasFloor) {

    /// `learning_stage_info`: its status (LEARNING, SUCCESS, FAIL, or a newer word) and the results counted so far.
    public record Learning(String status, int conversions) {
    }

    public AdSet {
        issues = List.copyOf(issues);
    }

    /// An ad set without a least return.
    public AdSet(GraphId id, GraphId campaignId, String name, Status status, EffectiveStatus effectiveStatus,
            @Nullable Budget budget, @Nullable BidStrategy bidStrategy, @Nullable Money bidAmount,
            String optimizationGoal, String billingEvent, @Nullable Instant startTime, @Nullable Instant endTime,
            @Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Learning learning,
            List<Issue> issues) {
        this(id, campaignId, name, status, effectiveStatus, budget, bidStrategy, bidAmount, optimizationGoal,
                billingEvent, startTime, endTime, createdAt, updatedAt, learning, issues, null);
    }

    public AdSet withStatus(Status changed, EffectiveStatus effective) {
        return new AdSet(id, campaignId, name, changed, effective, budget, bidStrategy, bidAmount, optimizationGoal,
                billingEvent, startTime, endTime, createdAt, updatedAt, learning, issues, roasFloor);
    }
}
