package com.bizosaas.adsdesk.ui.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// One line that is seen. The cells of pinned columns lie in the row itself, the others in a clipped pane beside them.
public final class GridRow<R> extends Region {

    private static final PseudoClass TICKED = PseudoClass.getPseudoClass("ticked");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");

    private final Grid<R> grid;
    private final List<GridCell<R>> cells = new ArrayList<>();
    private final Pane scrolled = new Pane() {
        @Override
        protected void layoutChildren() {
            // The row places its cells.
        }
    };
    private final Rectangle clip = new Rectangle();
    private int line = -1;
    private @Nullable R shown;

    GridRow(Grid<R> grid) {
        this.grid = grid;
        getStyleClass().add("grid-row");
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        scrolled.setClip(clip);
        scrolled.setManaged(false);
        setVisible(false);
        getChildren().add(scrolled);
    }

    /// The line it shows, -1 where it shows none.
    public int line() {
        return line;
    }

    public @Nullable R item() {
        return shown;
    }

    /// The cell of a column by its id.
    public @Nullable GridCell<R> cell(String columnId) {
        for (int i = 0; i < cells.size(); i++) {
            if (grid.columns().get(i).column().id().equals(columnId)) {
                return cells.get(i);
            }
        }
        return null;
    }

    void columns() {
        cells.clear();
        getChildren().setAll(scrolled);
        scrolled.getChildren().clear();
        List<Grid.Placed<R>> placed = grid.columns();
        for (int i = 0; i < placed.size(); i++) {
            GridCell<R> cell = placed.get(i).column().cells().get();
            if (placed.get(i).column().figures() && !cell.getStyleClass().contains("figures")) {
                cell.getStyleClass().add("figures");
            }
            cell.setManaged(false);
            cells.add(cell);
            if (i < grid.pinned()) {
                getChildren().add(cell);
            } else {
                scrolled.getChildren().add(cell);
            }
        }
        R row = shown;
        shown = null;
        if (row != null) {
            fill(row, true);
            mark();
        }
        requestLayout();
    }

    void show(int at, @Nullable R row, boolean fresh) {
        line = at;
        if (row == null) {
            shown = null;
            setVisible(false);
            return;
        }
        setVisible(true);
        fill(row, fresh);
        mark();
    }

    private void fill(R row, boolean fresh) {
        shown = row;
        for (GridCell<R> cell : cells) {
            cell.update(row, fresh);
        }
        grid.decorate(this, row);
    }

    void mark() {
        GridRows<R> rows = grid.rows();
        if (line < 0 || line >= rows.size()) {
            return;
        }
        int number = rows.number(line);
        boolean ticked = grid.selection().isTicked(number);
        pseudoClassStateChanged(TICKED, ticked);
        cells.forEach(cell -> cell.ticked(ticked));
        boolean focused = grid.selection().focused() == number;
        pseudoClassStateChanged(CURRENT, focused);
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).pseudoClassStateChanged(IN_HAND,
                    focused && grid.columns().get(i).column().id().equals(grid.currentColumn()));
        }
    }

    @Override
    protected void layoutChildren() {
        double pinned = grid.pinnedWidth();
        double height = getHeight() - 1;
        double room = Math.max(0, getWidth() - pinned);
        scrolled.resizeRelocate(pinned, 0, room, height);
        clip.setWidth(room);
        clip.setHeight(height);
        double x = 0;
        List<Grid.Placed<R>> placed = grid.columns();
        for (int i = 0; i < cells.size(); i++) {
            double width = placed.get(i).width();
            GridCell<R> cell = cells.get(i);
            if (i < grid.pinned()) {
                cell.resizeRelocate(x, 0, width, height);
            } else {
                double at = x - pinned - grid.scrollX();
                boolean seen = at + width > 0 && at < room;
                cell.setVisible(seen);
                if (seen) {
                    cell.resizeRelocate(at, 0, width, height);
                }
            }
            x += width;
        }
    }
}
