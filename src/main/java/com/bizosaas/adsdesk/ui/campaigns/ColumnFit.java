package com.bizosaas.adsdesk.ui.campaigns;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides which columns fit a width and how wide each is (design, "Window sizes"): names get the rest, and when they
/// would get too little, columns leave in their order.
final class ColumnFit {

    /// Below this width the side panel lies over the table and names come first.
    static final double NARROW = 1144;

    private static final double LEAST_NAME = 190;
    private static final double LEAST_NAME_NARROW = 340;
    /// On a very wide window names stop here, so that the figures stay beside them.
    private static final double MOST_NAME = 560;
    private static final double VERY_WIDE = 1700;
    /// Width of a digit at table size, and of the cell's own padding, sort arrow included.
    private static final double DIGIT = 7.1;
    private static final double PADDING = 14;

    private ColumnFit() {
    }

    /// @param width room for all columns
    /// @param narrow whether the window is
    /// @return widths of the columns to show, in their order
    static Map<Column, Double> fit(Layout layout, double width, boolean narrow, Map<Column, String> longest) {
        Map<Column, Double> widths = new EnumMap<>(Column.class);
        for (Column column : layout.columns()) {
            String text = longest.getOrDefault(column, "");
            Integer own = layout.widths().get(column);
            widths.put(column, own == null ? Math.max(column.width(), text.length() * DIGIT + PADDING) : own);
        }
        double least = narrow ? LEAST_NAME_NARROW : LEAST_NAME;
        if (layout.fitted()) {
            List<Column> leaving = layout.columns().stream().filter(column -> column.drop() > 0)
                    .sorted(Comparator.comparing(Column::drop).reversed()).toList();
            for (Column column : leaving) {
                if (width - others(widths) >= least) {
                    break;
                }
                widths.remove(column);
            }
        }
        if (!layout.widths().containsKey(Column.NAME)) {
            double rest = Math.floor(width - others(widths));
            widths.put(Column.NAME, Math.max(layout.fitted() ? Column.NAME.width() : LEAST_NAME,
                    width > VERY_WIDE ? Math.min(rest, MOST_NAME) : rest));
        }
        Map<Column, Double> ordered = new LinkedHashMap<>();
        for (Column column : layout.columns()) {
            Double at = widths.get(column);
            if (at != null) {
                ordered.put(column, at);
            }
        }
        return ordered;
    }

    private static double others(Map<Column, Double> widths) {
        return widths.entrySet().stream().filter(each -> each.getKey() != Column.NAME)
                .mapToDouble(Map.Entry::getValue).sum();
    }
}
