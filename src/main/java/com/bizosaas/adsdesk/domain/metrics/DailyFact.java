package com.bizosaas.adsdesk.domain.metrics;

import com.bizosaas.adsdesk.domain.Level;
import java.time.LocalDate;

/// The facts of one object on one day of its ad account.
///
/// @param objectId the id as text; the account's own id (`act_…`) at account level
public record DailyFact(Level level, String objectId, LocalDate date, Facts facts) {
}
