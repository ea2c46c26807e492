package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import java.util.List;
import java.util.Map;

/// The own daily figures of several accounts.
///
/// @param facts of the accounts that answered, empty for one without delivery
/// @param failures of those that did not, or whose limit is used up; they say nothing about the others
public record AccountFigures(Map<AdAccountId, List<DailyFact>> facts, Map<AdAccountId, GraphException> failures) {

    public AccountFigures {
        facts = Map.copyOf(facts);
        failures = Map.copyOf(failures);
    }
}
