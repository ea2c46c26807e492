package com.bizosaas.adsdesk.draft;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// What was done and spent before, as far as this desk knows; some rules count it.
@FunctionalInterface
public interface Past {

    /// When we changed the budget of an object within the last hour, oldest first.
    List<Instant> budgetChanges(DraftKey key);

    /// What an object has spent, in minor units of its account's currency; at least this, for what was never read is not
    /// counted. Empty where nothing was read.
    default OptionalLong spent(DraftKey key) {
        return OptionalLong.empty();
    }
}
