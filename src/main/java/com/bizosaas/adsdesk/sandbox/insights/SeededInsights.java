package com.bizosaas.adsdesk.sandbox.insights;

import com.bizosaas.adsdesk.sandbox.fleet.Currency;
import com.bizosaas.adsdesk.sandbox.insights.RowGroups.Group;
import com.bizosaas.adsdesk.sandbox.model.Node;
import com.bizosaas.adsdesk.sandbox.model.World;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Insights out of the fleet's seed (graph-api chapter 05). Rows of all levels and breakdowns are sums of the same facts
/// per ad and day, so they agree to the unit and to the minor unit; people do not add up, as with Facebook.
///
/// Safe for many threads as long as each holds the world's lock.
public final class SeededInsights implements InsightsSource {

    private final BiFunction<World, Node, String> effectiveStatus;

    /// @param effectiveStatus tells the status that filters on `effective_status` mean
    public SeededInsights(BiFunction<World, Node, String> effectiveStatus) {
        this.effectiveStatus = effectiveStatus;
    }

    @Override
    public List<ObjectNode> rows(World world, Node scope, Map<String, String> parameters) {
        RowGroups groups = RowGroups.of(world, scope, parameters, effectiveStatus);
        return groups.sorted().stream().map(group -> row(groups, group)).toList();
    }

    @Override
    public ObjectNode summary(World world, Node scope, Map<String, String> parameters) {
        RowGroups groups = RowGroups.of(world, scope, parameters, effectiveStatus);
        String wanted = parameters.getOrDefault("summary", "");
        List<String> fields = wanted.isEmpty() || wanted.equals("true")
                ? groups.query().fields()
                : InsightsFields.parse(wanted);
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        Totals total = new Totals(1);
        groups.sorted().forEach(group -> total.add(group.totals()));
        if (total.get(Metric.IMPRESSIONS) > 0) {
            RowWriter writer = groups.writer();
            fields.forEach(field -> writer.write(summary, field, total));
        }
        return summary;
    }

    private static ObjectNode row(RowGroups groups, Group group) {
        InsightsQuery query = groups.query();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (String field : query.fields()) {
            if (!Dimensions.write(row, field, group.chain(), query.level())) {
                groups.writer().write(row, field, group.totals());
            }
        }
        Slice slice = query.slices().get(group.slice());
        row.put("date_start", slice.since().toString());
        row.put("date_stop", slice.until().toString());
        for (int i = 0; i < query.breakdown().columns().size(); i++) {
            row.put(query.breakdown().columns().get(i), group.cell().get(i));
        }
        return row;
    }

    static Currency currency(Node account) {
        return Currency.valueOf(account.text("currency"));
    }
}
