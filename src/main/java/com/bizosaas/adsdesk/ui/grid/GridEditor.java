package com.bizosaas.adsdesk.ui.grid;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The field that lies over one cell while it is edited. Enter saves and goes down, Tab saves and goes to the next cell
/// that can be edited, with Shift to the one before, Esc leaves all as it was. What cannot be saved stays in the field, with the reason below it.
final class GridEditor {

    /// What follows when a value was saved.
    enum Next {
        STAY, DOWN, FORTH, BACK
    }

    private final Pane layer;
    private final TextField field = new TextField();
    private final Label error = new Label();
    private final Label unit = new Label();
    private double least;
    private int number = -1;
    private String column = "";
    private Function<String, String> save = _ -> "";
    private BiConsumer<Integer, Next> saved = (_, _) -> {
    };
    private Runnable left = () -> {
    };

    GridEditor(Pane layer) {
        this.layer = layer;
        field.getStyleClass().add("grid-editor");
        field.setId("grid-editor");
        field.setManaged(false);
        field.setVisible(false);
        error.getStyleClass().add("grid-error");
        error.setId("grid-error");
        error.setManaged(false);
        error.setVisible(false);
        error.setWrapText(true);
        unit.getStyleClass().add("grid-unit");
        unit.setId("grid-unit");
        unit.setManaged(false);
        unit.setVisible(false);
        unit.setMouseTransparent(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                commit(Next.DOWN);
                event.consume();
            } else if (event.getCode() == KeyCode.TAB) {
                commit(event.isShiftDown() ? Next.BACK : Next.FORTH);
                event.consume();
            }
        });
        field.focusedProperty().addListener((_, _, now) -> {
            if (!now && field.isVisible()) {
                commit(Next.STAY);
            }
        });
        field.textProperty().addListener((_, _, _) -> error.setVisible(false));
    }

    boolean isOpen() {
        return field.isVisible();
    }

    int number() {
        return number;
    }

    String column() {
        return column;
    }

    /// @param after told the row and what follows once its value was saved
    void open(int of, String inColumn, GridEdit edit, boolean figures, BiConsumer<Integer, Next> after,
            Runnable leave) {
        number = of;
        column = inColumn;
        save = edit.save();
        least = edit.width();
        saved = after;
        left = leave;
        if (!layer.getChildren().contains(field)) {
            layer.getChildren().addAll(field, unit, error);
        }
        field.toFront();
        unit.toFront();
        error.toFront();
        field.getStyleClass().remove("figures");
        if (figures) {
            field.getStyleClass().add("figures");
        }
        unit.setText(edit.unit());
        unit.setVisible(!edit.unit().isEmpty());
        field.setAccessibleText(edit.unit());
        error.setVisible(false);
        field.setText(edit.value());
        field.setVisible(true);
        field.requestFocus();
        if (edit.typed()) {
            field.end();
        } else {
            field.selectAll();
        }
    }

    void place(@Nullable Bounds cell) {
        if (!field.isVisible()) {
            return;
        }
        if (cell == null) {
            field.resizeRelocate(-1000, -1000, 10, 10);
            unit.relocate(-1000, -1000);
            return;
        }
        double room = Math.max(cell.getWidth() - 2, least);
        double x = Math.max(0, Math.min(cell.getMinX() + 1, layer.getWidth() - room));
        field.resizeRelocate(x, cell.getMinY() + 1, room, cell.getHeight() - 2);
        double aside = unit.isVisible() ? unit.prefWidth(-1) : 0;
        unit.resizeRelocate(x + 7, cell.getMinY() + 1, aside, cell.getHeight() - 2);
        // Inline, for a style sheet comes before what code sets.
        field.setStyle("-fx-padding: 0 6 0 " + Math.ceil(aside > 0 ? aside + 12 : 6) + ";");
        double width = Math.max(cell.getWidth(), 240);
        error.resizeRelocate(Math.max(0, Math.min(cell.getMinX(), layer.getWidth() - width)), cell.getMaxY() + 2, width,
                error.prefHeight(width));
    }

    private void commit(Next next) {
        String refusal = save.apply(field.getText());
        if (refusal.isEmpty()) {
            int of = number;
            close();
            saved.accept(of, next);
        } else {
            error.setText(refusal);
            error.setVisible(true);
            layer.requestLayout();
        }
    }

    void close() {
        field.setVisible(false);
        unit.setVisible(false);
        error.setVisible(false);
        number = -1;
        left.run();
    }
}
