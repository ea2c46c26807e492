package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// The list under a field in which something is looked for. The keys stay with the field. FX thread only.
///
/// @param <T> what is found
final class Suggestions<T> {

    private static final double ROW = 28;
    private static final int ROWS = 9;
    private static final double WIDTH = 400;

    /// A row: what it is called, where it belongs, and how large it is.
    record Words(String name, String where, String size) {
    }

    private final Popup popup = new Popup();
    private final ListView<T> list = new ListView<>();
    private final Label foot = Labels.of("", "caption");
    private final Function<T, Words> words;
    private final BiConsumer<T, Boolean> chosen;
    private final boolean excludes;

    /// @param chosen called with whether it is to be kept out
    Suggestions(Function<T, Words> words, boolean excludes, BiConsumer<T, Boolean> chosen) {
        this.words = words;
        this.excludes = excludes;
        this.chosen = chosen;
        list.getStyleClass().add("suggestions");
        list.setId("suggestions");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setCellFactory(_ -> new Row());
        foot.getStyleClass().add("suggestions-foot");
        VBox box = new VBox(list, foot);
        box.getStyleClass().addAll("popover", "suggestions-box");
        // A popup is a scene of its own.
        box.getStylesheets().add(Objects.requireNonNull(Suggestions.class.getResource("targeting.css"))
                .toExternalForm());
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /// Called when the list has gone, also by Esc, which never reaches the field.
    void onHidden(Runnable gone) {
        popup.setOnHidden(_ -> gone.run());
    }

    void show(Node below, List<T> found, String asked) {
        Bounds place = below.localToScreen(below.getBoundsInLocal());
        if (place == null || below.getScene().getWindow() == null || !below.isFocused()) {
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().select(0);
        list.setPrefHeight(Math.min(found.size(), ROWS) * ROW + 2);
        list.setManaged(!found.isEmpty());
        list.setVisible(!found.isEmpty());
        foot.setText(found.isEmpty()
                ? "Nothing is called “" + asked + "”"
                : excludes ? "Enter includes, Shift Enter excludes" : "Enter takes it");
        popup.show(below, place.getMinX() - 8, place.getMaxY() + 6);
    }

    boolean move(int step) {
        if (!popup.isShowing() || list.getItems().isEmpty()) {
            return false;
        }
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS + 1));
        return true;
    }

    /// Takes what is marked, where the list is open.
    boolean take(boolean exclude) {
        T marked = list.getSelectionModel().getSelectedItem();
        if (!popup.isShowing() || marked == null) {
            return false;
        }
        chosen.accept(marked, exclude && excludes);
        return true;
    }

    private final class Row extends ListCell<T> {

        private final Label name = Labels.of("", "t12", "weight-medium");
        private final Label where = Labels.of("", "t11", "muted");
        private final Label size = Labels.whole("", "t11", "muted");
        private final HBox row = new HBox(8, name, where, size);

        Row() {
            row.setAlignment(Pos.CENTER_LEFT);
            where.setMaxWidth(Double.MAX_VALUE);
            where.setMinWidth(0);
            HBox.setHgrow(where, Priority.ALWAYS);
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                T item = getItem();
                if (item != null) {
                    chosen.accept(item, excludes && event.isShiftDown());
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Words now = words.apply(item);
            name.setText(now.name());
            where.setText(now.where());
            size.setText(now.size());
            setAccessibleText(now.name() + ", " + now.where() + " " + now.size());
            setGraphic(row);
        }
    }
}
