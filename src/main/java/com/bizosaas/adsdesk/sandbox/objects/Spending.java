package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.insights.InsightsSource;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What an object has spent in its life, from the same facts that the insights edge reports.
final class Spending {

    private final InsightsSource insights;

    Spending(InsightsSource insights) {
        this.insights = insights;
    }

    /// A lifetime budget stays above what was spent, by a reserve (1885650); the reserve's size is this sandbox's.
    void checkLifetime(Call call, Node node, Node account) {
        if (call.has("lifetime_budget") && !call.text("lifetime_budget").equals(node.text("lifetime_budget"))
                && call.number("lifetime_budget") < minor(call, node, MinimumBudgets.offset(account)) * 11 / 10) {
            throw GraphError.refused(1_885_650, "Budget is below what was spent",
                    "The budget can't be lower than what has been spent already, plus a reserve.", "lifetime_budget");
        }
    }

    /// @param offset minor units in a major unit of the account's currency
    long minor(Call call, Node node, long offset) {
        BigDecimal total = BigDecimal.ZERO;
        for (ObjectNode row : insights.rows(call.world(), node, Map.of("fields", "spend", "date_preset", "maximum"))) {
            total = total.add(new BigDecimal(row.path("spend").asString("0")));
        }
        return total.multiply(BigDecimal.valueOf(offset)).longValue();
    }
}
