package com.bizosaas.adsdesk.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A custom audience as last read (graph-api chapter 06).
///
/// @param subtype WEBSITE, CUSTOM, LOOKALIKE, ENGAGEMENT, … (open)
/// @param sizeLower people at least; null while Meta has not counted
/// @param sizeUpper people at most; null while Meta has not counted
/// @param operationCode 0 and 200 are normal
/// @param deliveryCode 200 is ready for use
/// @param retentionDays how long people stay, null where there is no limit
/// @param lookalike null for anything that is not a lookalike
public record CustomAudience(GraphId id, String name, String subtype, String description, @Nullable Long sizeLower,
        @Nullable Long sizeUpper, int operationCode, String operationText, int deliveryCode, String deliveryText,
        @Nullable Integer retentionDays, @Nullable Instant createdAt, @Nullable Instant updatedAt,
        @Nullable Instant contentUpdatedAt, @Nullable Lookalike lookalike, @Nullable String rule) {

    /// The same audience with what moves by itself: its name, size, states and times.
    public CustomAudience refreshed(CustomAudience look) {
        return new CustomAudience(id, look.name, subtype, description, look.sizeLower, look.sizeUpper,
                look.operationCode, look.operationText, look.deliveryCode, look.deliveryText, retentionDays, createdAt,
                look.updatedAt, look.contentUpdatedAt, lookalike, rule);
    }

    /// @param originId the seed audience, null where it is gone
    /// @param ratio share of the countries' people, 0.01 to 0.20
    public record Lookalike(@Nullable GraphId originId, double ratio, List<String> countries) {
        public Lookalike {
            countries = List.copyOf(countries);
        }
    }
}
