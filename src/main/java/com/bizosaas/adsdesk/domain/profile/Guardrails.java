package com.bizosaas.adsdesk.domain.profile;

import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Limits that every write to the client's accounts keeps, wherever it comes from. An amount binds accounts of its own
/// currency: a cent is not compared with a yen. Nothing is asked where a value is null or empty.
///
/// @param maxDailyBudget the largest daily budget of one campaign or ad set
/// @param maxIncreasePercent the largest raise of a budget in one step
/// @param accountTotal the largest sum of what runs in one ad account per day
public record Guardrails(@Nullable Money maxDailyBudget, @Nullable BigDecimal maxIncreasePercent,
        @Nullable Money accountTotal, Set<Operation> blocked) {

    public static final Guardrails NONE = new Guardrails(null, null, null, Set.of());

    public Guardrails {
        blocked = Set.copyOf(blocked);
        positive(maxDailyBudget == null ? null : maxDailyBudget.amount(), "The largest daily budget");
        positive(accountTotal == null ? null : accountTotal.amount(), "The account total");
        positive(maxIncreasePercent, "The largest raise");
    }

    private static void positive(@Nullable BigDecimal value, String what) {
        if (value != null && value.signum() <= 0) {
            throw new IllegalArgumentException(what + " is more than zero");
        }
    }
}
