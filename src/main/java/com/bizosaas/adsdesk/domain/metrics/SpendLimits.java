package com.bizosaas.adsdesk.domain.metrics;

import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;

/// What may be spent: Meta's own latitude over a daily budget, and a cap that the operator set (product metrics 6.2).
public final class SpendLimits {

    /// Meta may spend this much of a daily budget on a single day; a week stays within seven budgets.
    private static final BigDecimal LATITUDE = new BigDecimal("1.75");

    private SpendLimits() {
    }

    /// The most that Meta may spend on one day.
    public static Money allowedOn(Money dailyBudget) {
        return new Money(dailyBudget.amount().multiply(LATITUDE), dailyBudget.currency());
    }

    /// Whether a day's spend is more than the daily budget allows, and so worth a flag.
    public static boolean overspent(Money spend, Money dailyBudget) {
        return spend.compareTo(allowedOn(dailyBudget)) > 0;
    }

    /// Whether a budget keeps to a cap; one equal to the cap does.
    public static boolean within(Money budget, Money cap) {
        return budget.compareTo(cap) <= 0;
    }
}
