package com.bizosaas.adsdesk.domain.profile;

import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the client wants to reach. Null or empty where nothing was agreed; an amount is a target for accounts of its own
/// currency.
///
/// @param monthlyBudget to be spent in a calendar month, once for each currency
/// @param cpa cost per conversion, at most, once for each currency
/// @param roas value per spend, at least
public record Targets(List<Money> monthlyBudget, List<Money> cpa, @Nullable BigDecimal roas) {

    public static final Targets NONE = new Targets(List.of(), List.of(), null);

    public Targets {
        monthlyBudget = Amounts.checked(monthlyBudget, "The monthly budget");
        cpa = Amounts.checked(cpa, "The cost per conversion");
    }

    /// Null where none was agreed in this currency.
    public @Nullable Money monthlyBudget(AdCurrency currency) {
        return Amounts.in(currency, monthlyBudget);
    }

    /// Null where none was agreed in this currency.
    public @Nullable Money cpa(AdCurrency currency) {
        return Amounts.in(currency, cpa);
    }
}
