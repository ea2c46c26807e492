package com.bizosaas.adsdesk.domain.metrics;

import java.util.List;

/// One line of a breakdown over a range.
///
/// @param values one per column of the breakdown, in its order
public record BreakdownRow(Breakdown breakdown, List<String> values, Facts facts) {

    public BreakdownRow {
        values = List.copyOf(values);
        if (values.size() != breakdown.columns().size()) {
            throw new IllegalArgumentException("One value per breakdown column");
        }
    }
}
