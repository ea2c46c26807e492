package com.bizosaas.adsdesk.ui.campaigns;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Decides which columns fit a width and how wide each is (design, "Window sizes"): names get the rest, and when they
/// would get too little, columns leave in their order.
final class ColumnFit {

    /// Below this width the side panel lies over the table and names come first.
    static final double NARROW = 1144;

    private static final double LEAST_NAME = 190;
    private static final double LEAST_NAME_NARROW = 340;
    /// Width of a digit at table size, and of the cell's own padding, sort arrow included.
    private static final double DIGIT = 7.1;
    private static final double PADDING = 14;

    private ColumnFit() {
    }

    /// @param width room for all columns
    /// @param narrow whether the window is
    /// @return widths of the columns to show
    static Map<Column, Double> fit(double width, boolean narrow, Map<Column, String> longest) {
        Map<Column, Double> widths = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String text = longest.getOrDefault(column, "");
            widths.put(column, Math.max(column.width(), text.length() * DIGIT + PADDING));
        }
        Set<Column> shown = EnumSet.allOf(Column.class);
        List<Column> leaving = Stream.of(Column.values()).filter(column -> column.drop() > 0)
                .sorted(Comparator.comparing(Column::drop).reversed()).toList();
        double least = narrow ? LEAST_NAME_NARROW : LEAST_NAME;
        for (Column column : leaving) {
            if (width - others(shown, widths) >= least) {
                break;
            }
            shown.remove(column);
        }
        widths.keySet().retainAll(shown);
        widths.put(Column.NAME, Math.max(Column.NAME.width(), Math.floor(width - others(shown, widths))));
        return widths;
    }

    private static double others(Set<Column> shown, Map<Column, Double> widths) {
        return shown.stream().filter(column -> column != Column.NAME)
                .mapToDouble(column -> widths.getOrDefault(column, 0.0)).sum();
    }
}
