package com.bizosaas.adsdesk.domain.metrics;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The counts of one insights row: one object over one day, or over a whole range, or one breakdown value of it.
///
/// @param linkClicks `inline_link_clicks`
/// @param outboundClicks sum of `outbound_clicks`
/// @param spend major units of the account's currency
/// @param reach people, for exactly this row; never to be added; null where it was not asked for
/// @param actions value by `action_type`; the same event stands under several types, so these are never summed up
/// @param actionValues money by `action_type`, major units
public record Facts(long impressions, long clicks, long linkClicks, long outboundClicks, BigDecimal spend,
        @Nullable Long reach, Map<String, BigDecimal> actions, Map<String, BigDecimal> actionValues) {

    public Facts {
        actions = Counts.of(actions);
        actionValues = Counts.of(actionValues);
    }
}
