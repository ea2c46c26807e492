package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A budget as the column shows it: where it sits, and how much it is.
///
/// @param note small text before the amount: "campaign" when the budget sits one level up, "2 sets" when it sits below,
///        "total" for a lifetime budget; empty for a daily budget of its own
/// @param amount null where there is none on this level or the parts cannot be added
record BudgetView(String note, @Nullable Money amount) {

    static final BudgetView NONE = new BudgetView("", null);

    private static final BudgetView ABOVE = new BudgetView("campaign", null);

    /// @param adSets those of the campaign that are neither archived nor deleted
    static BudgetView of(Campaign campaign, List<AdSet> adSets) {
        if (campaign.budget() != null) {
            return own(campaign.budget());
        }
        List<Budget> budgets = adSets.stream().<Budget>mapMulti((adSet, sink) -> {
            if (adSet.budget() != null) {
                sink.accept(adSet.budget());
            }
        }).toList();
        if (budgets.isEmpty()) {
            return NONE;
        }
        String sets = budgets.size() == 1 ? "1 set" : budgets.size() + " sets";
        Budget.Kind kind = budgets.getFirst().kind();
        if (budgets.stream().anyMatch(budget -> budget.kind() != kind)) {
            return new BudgetView(sets + ", mixed", null);
        }
        Money sum = budgets.stream().map(Budget::amount).reduce(Money::plus).orElseThrow();
        return new BudgetView(kind == Budget.Kind.LIFETIME ? sets + ", total" : sets, sum);
    }

    static BudgetView of(AdSet adSet) {
        return adSet.budget() == null ? ABOVE : own(adSet.budget());
    }

    private static BudgetView own(Budget budget) {
        return new BudgetView(budget.kind() == Budget.Kind.LIFETIME ? "total" : "", budget.amount());
    }
}
