package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which columns are shown, in which order, and how many of them stay while the others scroll.
///
/// @param columns without the tenant's, which is always first where all tenants are shown
/// @param pinned how many from the left stay in view
/// @param fitted whether columns leave in their order when the window is narrow, rather than scroll
/// @param widths of the columns that were made wider or narrower by hand, in pixels; others fit their content
record Layout(List<Column> columns, int pinned, boolean fitted, Map<Column, Integer> widths) {

    /// Ready-made sets, by their names; on each level without what that level has not.
    enum Preset {
        // @formatter:off
        PERFORMANCE("Performance", List.of(Column.ON, Column.NAME, Column.DELIVERY, Column.OBJECTIVE, Column.BUDGET,
                Column.BID, Column.SPEND, Column.PACING, Column.IMPRESSIONS, Column.RESULTS, Column.COST, Column.ROAS,
                Column.CTR, Column.CPC, Column.CPM, Column.DAYS)),
        DELIVERING("Delivery", List.of(Column.ON, Column.NAME, Column.DELIVERY, Column.OBJECTIVE, Column.START,
                Column.END, Column.SPEND, Column.IMPRESSIONS, Column.REACH, Column.FREQUENCY, Column.CPM,
                Column.RESULTS)),
        ENGAGEMENT("Engagement", List.of(Column.ON, Column.NAME, Column.DELIVERY, Column.IMPRESSIONS, Column.ENGAGEMENTS,
                Column.REACTIONS, Column.COMMENTS, Column.SHARES, Column.SAVES, Column.CLICKS, Column.LINK_CLICKS,
                Column.CTR_ALL, Column.CTR)),
        VIDEO("Video", List.of(Column.ON, Column.NAME, Column.DELIVERY, Column.SPEND, Column.IMPRESSIONS, Column.VIEWS,
                Column.HOOK, Column.THRUPLAYS, Column.HOLD, Column.COST_THRUPLAY, Column.P25, Column.P50, Column.P75,
                Column.P95, Column.P100)),
        BUDGETS("Budget", List.of(Column.ON, Column.NAME, Column.DELIVERY, Column.BUDGET, Column.BID, Column.CAP,
                Column.SPEND, Column.PACING, Column.COST, Column.ROAS, Column.START, Column.END));
        // @formatter:on

        private final String label;
        private final List<Column> columns;

        Preset(String label, List<Column> columns) {
            this.label = label;
            this.columns = columns;
        }

        String label() {
            return label;
        }

        /// On campaigns, flat or as a tree.
        Layout layout() {
            return layout(Level.CAMPAIGN);
        }

        /// Ad sets have no objective and no cap but a schedule; ads have neither schedule nor budget but what people did
        /// with them.
        Layout layout(Level level) {
            List<Column> shown = new ArrayList<>(columns);
            if (level != Level.CAMPAIGN) {
                shown.removeAll(List.of(Column.OBJECTIVE, Column.CAP));
            }
            if (level == Level.AD) {
                shown.removeAll(List.of(Column.BUDGET, Column.BID, Column.PACING, Column.START, Column.END));
            }
            if (this == PERFORMANCE && level == Level.AD_SET) {
                shown.add(shown.indexOf(Column.BID) + 1, Column.END);
            } else if (this == PERFORMANCE && level == Level.AD) {
                shown.addAll(shown.indexOf(Column.DAYS), List.of(Column.HOOK, Column.ENGAGEMENTS));
            }
            return new Layout(shown, 2, true, Map.of());
        }
    }

    static final Layout FIRST = Preset.PERFORMANCE.layout();

    /// What another level is shown with that was not looked at yet: the same ready-made set, or else the same columns.
    Layout on(Level from, Level to) {
        for (Preset preset : Preset.values()) {
            if (preset.layout(from).equals(this)) {
                return preset.layout(to);
            }
        }
        return this;
    }

    /// Whether a column is shown whose values are asked for the whole range.
    boolean ofRange() {
        return columns.stream().anyMatch(Column::ofRange);
    }

    Layout {
        List<Column> kept = new ArrayList<>(columns.stream().distinct().filter(each -> each != Column.TENANT).toList());
        for (Column fixed : Column.FIXED.reversed()) {
            if (!kept.contains(fixed)) {
                kept.addFirst(fixed);
            }
        }
        columns = List.copyOf(kept);
        pinned = Math.clamp(pinned, 0, columns.size() - 1);
        widths = Map.copyOf(widths);
    }

    /// A column gets a width of its own.
    Layout wide(Column column, int width) {
        Map<Column, Integer> changed = new EnumMap<>(Column.class);
        changed.putAll(widths);
        changed.put(column, width);
        return new Layout(columns, pinned, false, changed);
    }

    /// All columns fit their content again.
    Layout unsized() {
        return new Layout(columns, pinned, fitted, Map.of());
    }

    /// A column comes last, or goes.
    Layout with(Column column, boolean shown) {
        List<Column> changed = new ArrayList<>(columns);
        changed.remove(column);
        if (shown) {
            changed.add(column);
        }
        return new Layout(changed, pinned, false, widths);
    }

    /// Puts a column at another place; one that comes among those that stay, stays.
    Layout move(Column column, int to) {
        List<Column> changed = new ArrayList<>(columns);
        int from = changed.indexOf(column);
        if (from < 0) {
            return this;
        }
        changed.remove(from);
        int place = Math.clamp(to > from ? to - 1 : to, 0, changed.size());
        changed.add(place, column);
        int stays = from < pinned && place >= pinned
                ? pinned - 1
                : from >= pinned && place < pinned ? pinned + 1 : pinned;
        return new Layout(changed, stays, false, widths);
    }

    /// A column joins those that stay, or leaves them.
    Layout pin(Column column, boolean stays) {
        int from = columns.indexOf(column);
        if (from < 0 || stays == from < pinned) {
            return this;
        }
        List<Column> changed = new ArrayList<>(columns);
        changed.remove(from);
        changed.add(stays ? pinned : pinned - 1, column);
        return new Layout(changed, stays ? pinned + 1 : pinned - 1, fitted, widths);
    }

    boolean isPinned(Column column) {
        int at = columns.indexOf(column);
        return at >= 0 && at < pinned;
    }
}
