package com.bizosaas.adsdesk.ui.grid;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What the mouse does on the lines: a press moves the focus, with Shift it ticks up to there, with Ctrl the line itself; a
/// double click opens, and the other button asks for a menu. FX thread only.
final class GridMouse<R> {

    private final Grid<R> grid;
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
