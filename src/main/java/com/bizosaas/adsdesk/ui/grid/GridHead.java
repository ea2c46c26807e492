package com.bizosaas.adsdesk.ui.grid;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The heads of a grid's columns: a click sorts, with Shift as a second key; a drag moves a column; the edge between two
/// makes the left one wider or narrower, and a double click there fits it to what is seen.
final class GridHead<R> extends Region {

    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");
    private static final double DRAG = 6;
    private static final double EDGE = 4;

    private final Grid<R> grid;
    private final List<HBox> heads = new ArrayList<>();
    private final Pane scrolled = new Pane() {
        @Override
        protected void layoutChildren() {
            // The head places its columns.
        }
    };
    private final Rectangle clip = new Rectangle();
    private final Region mark = new Region();
    private double pressedAt;
    private boolean dragging;
    /// The column whose edge is held, -1 for none.
    private int held = -1;
    private double widthBefore;

    GridHead(Grid<R> grid) {
        this.grid = grid;
        getStyleClass().add("grid-head");
        scrolled.setClip(clip);
        scrolled.setManaged(false);
        mark.getStyleClass().add("grid-drop");
        mark.setManaged(false);
        mark.setVisible(false);
        getChildren().addAll(scrolled, mark);
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> setCursor(edgeAt(event) < 0 ? null : Cursor.H_RESIZE));
        addEventFilter(MouseEvent.MOUSE_EXITED, _ -> setCursor(null));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressEdge);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            if (held >= 0) {
                grid.stretch(held, widthBefore + event.getSceneX() - pressedAt);
                event.consume();
            }
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (held >= 0) {
                if (grid.columns().get(held).width() != widthBefore) {
                    grid.stretched(held);
                }
                held = -1;
                event.consume();
            }
        });
    }

    private void pressEdge(MouseEvent event) {
        int column = event.getButton() == MouseButton.PRIMARY ? edgeAt(event) : -1;
        if (column < 0) {
            return;
        }
        event.consume();
        if (event.getClickCount() == 2) {
            grid.fitColumn(column);
            return;
        }
        held = column;
        pressedAt = event.getSceneX();
        widthBefore = grid.columns().get(column).width();
    }

    /// The column whose right edge is under the mouse, -1 for none. What is pinned lies above what scrolls.
    private int edgeAt(MouseEvent event) {
        double at = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        for (int i = 0; i < heads.size(); i++) {
            double right = edge(i) + grid.columns().get(i).width();
            boolean seen = i < grid.pinned() || right > grid.pinnedWidth();
            if (seen && Math.abs(at - right) <= EDGE && !grid.columns().get(i).column().title().isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /// The width a head wants.
    double wanted(int column) {
        return heads.get(column).prefWidth(-1);
    }

    void columns() {
        heads.clear();
        getChildren().setAll(scrolled, mark);
        scrolled.getChildren().clear();
        for (int i = 0; i < grid.columns().size(); i++) {
            HBox head = head(grid.columns().get(i).column());
            heads.add(head);
            if (i < grid.pinned()) {
                getChildren().add(1, head);
            } else {
                scrolled.getChildren().add(head);
            }
        }
        requestLayout();
    }

    private HBox head(GridColumn<R> column) {
        if (column.title().isEmpty()) {
            HBox box = new HBox(grid.tickAll());
            box.getStyleClass().add("grid-title");
            box.setAlignment(Pos.CENTER);
            box.setManaged(false);
            return box;
        }
        Label title = Labels.of(column.title(), "column-title");
        title.setMinWidth(0);
        HBox head = new HBox(4, title);
        head.setId("column-" + column.id());
        head.getStyleClass().add("grid-title");
        head.setAlignment(column.figures() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        head.setManaged(false);
        head.setAccessibleRole(AccessibleRole.TABLE_COLUMN);
        head.setAccessibleText(column.title() + ", " + column.meaning());
        Tooltips.show(head, column.meaning());
        Grid.Sorting sorting = grid.sorting();
        boolean second = column.id().equals(sorting.then());
        if (second || column.id().equals(sorting.by())) {
            head.pseudoClassStateChanged(SORTED, true);
            boolean down = second ? sorting.thenDown() : sorting.down();
            head.getChildren().add((down ? Icons.DOWN : Icons.UP).node("i12", "plain"));
            if (second) {
                head.getChildren().add(Labels.whole("2", "sort-place"));
            }
            head.setAccessibleText(column.title() + ", sorted " + (down ? "the largest" : "the smallest") + " first"
                    + (second ? ", as the second key" : ""));
        }
        head.setOnMousePressed(event -> {
            pressedAt = event.getSceneX();
            dragging = false;
        });
        head.setOnMouseDragged(event -> drag(column, event));
        head.setOnMouseReleased(event -> release(column, event));
        return head;
    }

    private void drag(GridColumn<R> column, MouseEvent event) {
        if (column.movable() && Math.abs(event.getSceneX() - pressedAt) > DRAG) {
            dragging = true;
            mark.setVisible(true);
            mark.resizeRelocate(edge(place(event)) - 1, 0, 2, getHeight());
        }
    }

    private void release(GridColumn<R> column, MouseEvent event) {
        mark.setVisible(false);
        if (dragging) {
            dragging = false;
            grid.moved(column.id(), place(event));
        } else if (event.getButton() == MouseButton.PRIMARY && column.sortable()) {
            grid.sort(column, event.isShiftDown());
        }
    }

    /// Between which columns the mouse is.
    private int place(MouseEvent event) {
        double at = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        for (int i = 0; i < heads.size(); i++) {
            if (at < edge(i) + grid.columns().get(i).width() / 2) {
                return i;
            }
        }
        return heads.size();
    }

    private double edge(int column) {
        double x = 0;
        for (int i = 0; i < column; i++) {
            x += grid.columns().get(i).width();
        }
        return column < grid.pinned() ? x : x - grid.scrollX();
    }

    @Override
    protected void layoutChildren() {
        double pinned = grid.pinnedWidth();
        double room = Math.max(0, getWidth() - pinned);
        scrolled.resizeRelocate(pinned, 0, room, getHeight());
        clip.setWidth(room);
        clip.setHeight(getHeight());
        for (int i = 0; i < heads.size(); i++) {
            double x = i < grid.pinned() ? edge(i) : edge(i) - pinned;
            heads.get(i).resizeRelocate(x, 0, grid.columns().get(i).width(), getHeight() - 1);
        }
    }
}
