package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.insights.InsightsSource;
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

    /// @param offset minor units in a major unit of the account's currency
    long minor(Call call, Node node, long offset) {
        BigDecimal total = BigDecimal.ZERO;
        for (ObjectNode row : insights.rows(call.world(), node, Map.of("fields", "spend", "date_preset", "maximum"))) {
            total = total.add(new BigDecimal(row.path("spend").asString("0")));
        }
        return total.multiply(BigDecimal.valueOf(offset)).longValue();
    }
}
