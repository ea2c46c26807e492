package com.bizosaas.adsdesk.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A way of looking at the Campaigns table that was given a name. Its parts are words of the table, which passes over
/// those it does not know.
///
/// @param level tree, or the level that is shown flat
/// @param quick the ready-made filter
/// @param text what is searched for
/// @param then the column that orders what the sort column finds equal, empty for none
/// @param filter groups of conditions; every group holds where one of its conditions does
/// @param columns in their order
/// @param pinned how many of them stay while the others scroll
/// @param fitted whether columns leave where the window is narrow
/// @param widths by column, of those that were made wider or narrower by hand
/// @param days the named range of days, or its first and last day with a slash between; empty for those that are chosen
public record SavedView(String name, String level, String quick, String text, String sort, boolean descending,
        String then, boolean thenDescending, List<List<Condition>> filter, List<String> columns, int pinned,
        boolean fitted, Map<String, Integer> widths, String days) {

    /// @param not whether those count that do not pass
    public record Condition(String field, String test, String value, boolean not) {
    }

    /// What an earlier release saved, or a file leaves out, is missing.
    public SavedView(@Nullable String name, @Nullable String level, @Nullable String quick, @Nullable String text,
            @Nullable String sort, boolean descending, @Nullable String then, boolean thenDescending,
            @Nullable List<List<Condition>> filter, @Nullable List<String> columns, int pinned, boolean fitted,
            @Nullable Map<String, Integer> widths, @Nullable String days) {
        this.name = or(name);
        this.level = or(level);
        this.quick = or(quick);
        this.text = or(text);
        this.sort = or(sort);
        this.descending = descending;
        this.then = or(then);
        this.thenDescending = thenDescending;
        this.filter = filter == null ? List.of() : filter.stream().map(List::copyOf).toList();
        this.columns = columns == null ? List.of() : List.copyOf(columns);
        this.pinned = pinned;
        this.fitted = fitted;
        this.widths = widths == null ? Map.of() : Map.copyOf(widths);
        this.days = or(days);
    }

    private static String or(@Nullable String word) {
        return word == null ? "" : word;
    }
}
