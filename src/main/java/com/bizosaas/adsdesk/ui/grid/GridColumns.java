package com.bizosaas.adsdesk.ui.grid;

import java.util.ArrayList;
import java.util.List;

/// The columns of a grid as they stand beside each other, and how many of them from the left stay while others scroll.
record GridColumns<R>(List<Grid.Placed<R>> placed, int pinned) {

    static final double NARROWEST = 36;
    private static final double WIDEST = 900;

    GridColumns {
        placed = List.copyOf(placed);
    }

    int count() {
        return placed.size();
    }

    GridColumn<R> column(int at) {
        return placed.get(at).column();
    }

    /// Whether the same columns stay and scroll, in whatever widths.
    boolean sameAs(GridColumns<R> other) {
        boolean same = pinned == other.pinned && count() == other.count();
        for (int i = 0; same && i < count(); i++) {
            same = column(i) == other.column(i);
        }
        return same;
    }

    double width() {
        return left(count());
    }

    double pinnedWidth() {
        return left(pinned);
    }

    /// Where a column begins while nothing is scrolled.
    double left(int column) {
        double edge = 0;
        for (int i = 0; i < column; i++) {
            edge += placed.get(i).width();
        }
        return edge;
    }

    /// -1 where there is no such column.
    int index(String id) {
        for (int i = 0; i < count(); i++) {
            if (column(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// The id of the column at a place in the view, empty where there is none.
    ///
    /// @param shift how far the others have moved aside
    String at(double x, double shift) {
        double edge = 0;
        for (int i = 0; i < count(); i++) {
            double left = i < pinned ? edge : edge - shift;
            if (x >= left && x < left + placed.get(i).width() && (i < pinned || x >= pinnedWidth())) {
                return column(i).id();
            }
            edge += placed.get(i).width();
        }
        return "";
    }

    /// The column some steps beside another; one without a title is stepped over.
    int beside(String id, int by) {
        int to = Math.clamp(Math.max(0, index(id)) + by, 0, count() - 1);
        while (to > 0 && to < count() - 1 && column(to).title().isEmpty()) {
            to += by;
        }
        return to;
    }

    /// With one of them in another width.
    GridColumns<R> stretched(int column, double width) {
        List<Grid.Placed<R>> wider = new ArrayList<>(placed);
        wider.set(column, new Grid.Placed<>(column(column), Math.clamp(width, NARROWEST, WIDEST)));
        return new GridColumns<>(wider, pinned);
    }
}
