package com.bizosaas.adsdesk.ui.grid;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys every grid has: arrows, pages and ends move the focus, with Shift they tick what they pass, Ctrl+A ticks all
/// that are shown, X ticks the line in focus and Esc unticks. Ctrl with an arrow to the side goes from cell to cell.
final class GridKeys<R> {

    private final Grid<R> grid;

    GridKeys(Grid<R> grid) {
        this.grid = grid;
    }

    void install() {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == grid && taken(event)) {
                event.consume();
            }
        });
    }

    private boolean taken(KeyEvent event) {
        GridRows<R> rows = grid.rows();
        if (rows.size() == 0 || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        int line = rows.line(grid.selection().focused());
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.A) {
                if (!grid.selection().allTicked(rows)) {
                    grid.selection().toggleAll(rows);
                }
                return true;
            }
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                grid.stepColumn(event.getCode() == KeyCode.LEFT ? -1 : 1);
                return true;
            }
            return false;
        }
        return switch (event.getCode()) {
            case DOWN -> move(line + 1, event.isShiftDown());
            case UP -> move(line < 0 ? 0 : line - 1, event.isShiftDown());
            case PAGE_DOWN -> move(Math.max(0, line) + grid.page(), event.isShiftDown());
            case PAGE_UP -> move(line - grid.page(), event.isShiftDown());
            case HOME -> move(0, event.isShiftDown());
            case END -> move(rows.size() - 1, event.isShiftDown());
            case X -> {
                if (line >= 0) {
                    grid.selection().toggle(rows.number(line));
                }
                yield line >= 0;
            }
            case ESCAPE -> {
                boolean any = grid.selection().count() > 0;
                grid.selection().clear();
                yield any;
            }
            default -> false;
        };
    }

    private boolean move(int wanted, boolean extend) {
        GridRows<R> rows = grid.rows();
        int line = Math.clamp(wanted, 0, rows.size() - 1);
        if (extend) {
            grid.selection().extend(rows, line);
        } else {
            grid.selection().focus(rows.number(line));
        }
        grid.reveal(line);
        return true;
    }
}
