package com.bizosaas.adsdesk.domain.metrics;

import java.util.List;

/// A permitted way to split insights (graph-api chapter 05, "Breakdowns").
public enum Breakdown {
    AGE_GENDER(List.of("age", "gender")),
    COUNTRY(List.of("country")),
    PLATFORM(
            List.of("publisher_platform")),
    PLACEMENT(List.of("publisher_platform", "platform_position")),
    DEVICE(
            List.of("publisher_platform", "impression_device"));

    private final List<String> columns;

    Breakdown(List<String> columns) {
        this.columns = columns;
    }

    /// The columns, in the order in which a query names them.
    public List<String> columns() {
        return columns;
    }
}
