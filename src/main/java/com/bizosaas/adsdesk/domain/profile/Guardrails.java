package com.bizosaas.adsdesk.domain.profile;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Limits that every write to the client's accounts keeps, wherever it comes from. Nothing is asked where a value is null or
/// empty. An amount binds accounts of its own currency; where a limit was agreed, but not in an account's currency, what it
/// would limit there is refused.
///
/// @param maxDailyBudget the largest daily budget of one campaign or ad set, once for each currency
/// @param maxIncreasePercent the largest raise of a budget in one step
/// @param accountTotal the largest sum of what runs in one ad account per day, once for each currency
public record Guardrails(List<Money> maxDailyBudget, @Nullable BigDecimal maxIncreasePercent,
        List<Money> accountTotal, Set<Operation> blocked) {

    public static final String DAILY_WORDS = "largest daily budget";
    public static final String TOTAL_WORDS = "account total a day";

    public static final Guardrails NONE = new Guardrails(List.of(), null, List.of(), Set.of());

    public Guardrails {
        blocked = Set.copyOf(blocked);
        maxDailyBudget = Amounts.checked(maxDailyBudget, "The largest daily budget");
        accountTotal = Amounts.checked(accountTotal, "The account total");
        if (maxIncreasePercent != null && maxIncreasePercent.signum() <= 0) {
            throw new IllegalArgumentException("The largest raise is more than zero");
        }
    }

    /// Null where none was agreed in this currency.
    public @Nullable Money maxDailyBudget(AdCurrency currency) {
        return Amounts.in(currency, maxDailyBudget);
    }

    /// Null where none was agreed in this currency.
    public @Nullable Money accountTotal(AdCurrency currency) {
        return Amounts.in(currency, accountTotal);
    }

    /// Why a limit cannot be kept in an account of another currency.
    public static String incomparable(String words, List<Money> amounts, AdCurrency account) {
        return "This client's guardrail for the " + words + " is agreed in " + Amounts.currencies(amounts)
                + " and cannot be compared: this ad account spends " + account.code();
    }
}
