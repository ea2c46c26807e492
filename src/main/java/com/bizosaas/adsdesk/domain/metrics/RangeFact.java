package com.bizosaas.adsdesk.domain.metrics;

import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;

/// The facts of one object over a whole range, as returned for exactly this range: the only honest source of reach.
public record RangeFact(Level level, String objectId, DateRange range, Facts facts) {
}
