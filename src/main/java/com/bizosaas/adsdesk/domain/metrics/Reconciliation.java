package com.bizosaas.adsdesk.domain.metrics;

import com.bizosaas.adsdesk.domain.Level;
import java.math.BigDecimal;

/// How the figures of a level's objects add up to the account's own. What was deleted is missing from lists and still in the
/// account's totals (graph-api chapter 04, "Statuses").
///
/// @param level CAMPAIGN, AD_SET or AD
/// @param days closed days on which both were read
/// @param accountSpend major units of the account's currency
/// @param partsSpend the same, of the level's objects together
public record Reconciliation(Level level, int days, long accountImpressions, long partsImpressions,
        BigDecimal accountSpend, BigDecimal partsSpend) {

    /// Counts are whole, so they decide; each row of money is rounded by itself.
    public boolean addsUp() {
        return accountImpressions == partsImpressions;
    }

    /// What the account spent beyond its listed objects.
    public BigDecimal missingSpend() {
        return accountSpend.subtract(partsSpend);
    }
}
