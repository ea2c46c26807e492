package com.bizosaas.adsdesk.ui.grid;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the mouse does on the lines: a press moves the focus, with Shift it ticks up to there, with Ctrl the line itself; a
/// double click opens, the other button asks for a menu, and pointing at a cell explains it. FX thread only.
final class GridMouse<R> {

    private final Grid<R> grid;
    /// One for all cells: hundreds of them would cost more than the cells do.
    private final Tooltip tip = new Tooltip();
    private @Nullable GridCell<?> pointed;
    private Consumer<GridRow<R>> onOpen = _ -> {
    };
    private BiConsumer<GridRow<R>, ContextMenuEvent> onMenu = (_, _) -> {
    };

    GridMouse(Grid<R> grid) {
        this.grid = grid;
    }

    void install(Node body) {
        body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        body.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        body.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(cellAt(event.getTarget())));
        body.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAt(null));
        tip.setShowDelay(Duration.millis(500));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
    }

    void onOpen(Consumer<GridRow<R>> asked) {
        onOpen = asked;
    }

    void onMenu(BiConsumer<GridRow<R>, ContextMenuEvent> asked) {
        onMenu = asked;
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        GridRow<R> row = rowAt(event.getTarget());
        if (row == null || row.line() < 0) {
            return;
        }
        GridSelection selection = grid.selection();
        int number = grid.rows().number(row.line());
        grid.currentColumn(grid.columnAt(event.getX()));
        if (event.getButton() != MouseButton.PRIMARY) {
            selection.focus(number);
        } else if (event.isShiftDown()) {
            selection.extend(grid.rows(), row.line());
        } else if (event.isShortcutDown()) {
            selection.toggle(number);
            selection.focus(number);
        } else {
            selection.focus(number);
            if (event.getClickCount() == 2) {
                onOpen.accept(row);
            }
        }
    }

    private void pointAt(@Nullable GridCell<?> cell) {
        GridCell<?> before = pointed;
        if (cell != before) {
            pointed = cell;
            if (before != null) {
                before.pointed(null);
            }
            if (cell != null) {
                cell.pointed(tip);
            }
        }
    }

    private static @Nullable GridCell<?> cellAt(Object target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && !(node instanceof GridCell<?>)) {
            node = node.getParent();
        }
        return (GridCell<?>) node;
    }

    private void menu(ContextMenuEvent event) {
        GridRow<R> row = rowAt(event.getTarget());
        if (row != null && row.line() >= 0) {
            onMenu.accept(row, event);
            event.consume();
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable GridRow<R> rowAt(Object target) {
        for (Node node = target instanceof Node hit ? hit : null; node != null; node = node.getParent()) {
            if (node instanceof GridRow<?> row && grid.owns(row)) {
                return (GridRow<R>) row;
            }
        }
        return null;
    }
}
