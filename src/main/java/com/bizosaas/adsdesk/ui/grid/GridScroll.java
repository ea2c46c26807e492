package com.bizosaas.adsdesk.ui.grid;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;

/// What is in view of a grid: its two scroll bars, and how far they are. FX thread only.
final class GridScroll {

    private static final double BAR = 8;

    private final double line;
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();

    /// @param line height of a line
    /// @param moved told when lines have moved
    /// @param shifted told when columns have moved aside
    GridScroll(double line, Runnable moved, Runnable shifted) {
        this.line = line;
        down.setOrientation(Orientation.VERTICAL);
        down.setUnitIncrement(line);
        down.valueProperty().addListener((_, _, _) -> moved.run());
        across.valueProperty().addListener((_, _, _) -> shifted.run());
    }

    List<ScrollBar> bars() {
        return List.of(down, across);
    }

    /// Pixels above the view.
    double y() {
        return down.getValue();
    }

    /// The same where there may be fewer lines than when it was scrolled.
    double y(int lines, double view) {
        return Math.min(down.getValue(), Math.max(0, lines * line - view));
    }

    /// How far the columns that do not stay have moved aside.
    double x() {
        return across.isVisible() ? Math.round(across.getValue()) : 0;
    }

    /// Height that is left for lines.
    ///
    /// @param whole with the bar
    double view(double whole) {
        return Math.max(0, whole - (across.isVisible() ? BAR : 0));
    }

    /// Width that is left for columns.
    ///
    /// @param whole with the bar
    /// @param lines how many there are
    /// @param view height of the view
    double room(double whole, int lines, double view) {
        return whole - (lines * line > view ? BAR : 0);
    }

    /// Scrolls so that this many pixels are above the view.
    void down(double pixels, int lines, double view) {
        down.setMax(Math.max(0, lines * line - view));
        down.setValue(Math.clamp(pixels, 0, down.getMax()));
    }

    /// Brings a line into view.
    void reveal(int at, int lines, double view) {
        double top = at * line;
        if (top < down.getValue()) {
            down(top, lines, view);
        } else if (top + line > down.getValue() + view) {
            down(top + line - view, lines, view);
        }
    }

    /// Brings a column into view.
    ///
    /// @param left where it begins behind those that stay
    /// @param room width beside those that stay
    void reveal(double left, double width, double room) {
        if (across.isVisible()) {
            double now = across.getValue();
            across(left < now ? left : Math.max(now, left + width - room));
        }
    }

    private void across(double pixels) {
        across.setValue(Math.clamp(pixels, 0, across.getMax()));
    }

    void wheel(ScrollEvent event, int lines, double view) {
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            across(across.getValue() - (event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX()));
        } else {
            down(down.getValue() - event.getDeltaY(), lines, view);
        }
        event.consume();
    }

    /// Shows the bar below, or not.
    void wide(boolean now) {
        across.setVisible(now);
    }

    /// Places both bars around the view.
    ///
    /// @param head height above the lines
    /// @param pinned width of the columns that stay
    /// @param columns width of all columns
    void place(double width, double whole, double head, int lines, double pinned, double columns) {
        double height = view(whole - head);
        double all = lines * line;
        down.setVisible(all > height);
        down.setMax(Math.max(0, all - height));
        down.setVisibleAmount(down.getMax() * height / Math.max(1, all));
        down.setBlockIncrement(height);
        if (down.getValue() > down.getMax()) {
            down.setValue(down.getMax());
        }
        down.resizeRelocate(width - BAR, head, BAR, height);
        double room = room(width, lines, height);
        across.setMax(Math.max(0, columns - room));
        across.setVisibleAmount(across.getMax() * room / Math.max(1, columns));
        across(across.getValue());
        across.resizeRelocate(pinned, whole - BAR, Math.max(0, width - pinned), BAR);
    }
}
