package com.bizosaas.adsdesk.ui.grid;

import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The heads of a grid's columns: a click sorts, a drag moves a column.
final class GridHead<R> extends Region {

    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");
    private static final double DRAG = 6;

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

    GridHead(Grid<R> grid) {
        this.grid = grid;
        getStyleClass().add("grid-head");
        scrolled.setClip(clip);
        scrolled.setManaged(false);
        mark.getStyleClass().add("grid-drop");
        mark.setManaged(false);
        mark.setVisible(false);
        getChildren().addAll(scrolled, mark);
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
        if (column.id().equals(grid.sortedBy())) {
            head.pseudoClassStateChanged(SORTED, true);
            head.getChildren().add((grid.sortedDown() ? Icons.DOWN : Icons.UP).node("i12", "plain"));
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
            grid.sort(column);
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
