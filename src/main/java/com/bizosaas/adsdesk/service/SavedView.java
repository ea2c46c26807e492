package com.bizosaas.adsdesk.service;

import java.util.List;

/// A way of looking at the Campaigns table that was given a name. Its parts are words of the table, which passes over
/// those it does not know.
///
/// @param level tree, or the level that is shown flat
/// @param quick the ready-made filter
/// @param text what is searched for
/// @param filter groups of conditions; every group holds where one of its conditions does
/// @param columns in their order
/// @param pinned how many of them stay while the others scroll
/// @param fitted whether columns leave where the window is narrow
/// @param days the named range of days, empty for those that are chosen already
public record SavedView(String name, String level, String quick, String text, String sort, boolean descending,
        List<List<Condition>> filter, List<String> columns, int pinned, boolean fitted, String days) {

    /// @param not whether those count that do not pass
    public record Condition(String field, String test, String value, boolean not) {
    }

    public SavedView {
        filter = filter.stream().map(List::copyOf).toList();
        columns = List.copyOf(columns);
    }
}
