package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.domain.Tenant;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Forms for what a client keeps under names, such as templates and targetings: one to choose from, one to save under a name.
/// Whoever opens them says what happens. FX thread only.
public final class KeptUnderNames {

    private KeptUnderNames() {
    }

    /// A list of them, the first one chosen, with a button in each row that throws it away.
    ///
    /// @param empty what is said where nothing is kept yet
    /// @param facts the line below a name
    /// @param away what the button is for
    /// @param forget told what is to be thrown away, and the list, which it takes it out of once it is gone
    public static <T> ListView<T> list(String id, Collection<T> kept, String empty, Function<T, String> name,
            Function<T, String> facts, String away, BiConsumer<T, ListView<T>> forget) {
        ListView<T> list = new ListView<>();
        list.setId(id);
        list.setPrefHeight(280);
        list.setPlaceholder(Labels.wrapped(empty, "t12", "muted"));
        list.setCellFactory(_ -> new Cell<>(name, facts, away, forget));
        list.getItems().setAll(kept);
        list.getSelectionModel().select(0);
        return list;
    }

    /// The form around it: Enter and a double click take what is chosen, and without any the button says why.
    public static <T> DialogForm choosing(String title, @Nullable Tenant tenant, String hint, ListView<T> list,
            String action, String nothing) {
        DialogForm form = new DialogForm(title, tenant, new VBox(8, Labels.wrapped(hint, "t12", "muted"), list), action)
                .width(560).initialFocus(list);
        Runnable look = () -> form.obstacleProperty().set(list.getSelectionModel().isEmpty() ? nothing : "");
        list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> look.run());
        look.run();
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                form.submit();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                form.submit();
                event.consume();
            }
        });
        return form;
    }

    /// A form that asks for the name, and says where it takes the place of one that is kept.
    public static DialogForm saving(String title, @Nullable Tenant tenant, TextField name, String hint,
            Collection<String> kept) {
        VBox body = new VBox(12, new VBox(4, Labels.of("Name", "field-label"), name),
                Labels.wrapped(hint, "t12", "muted"));
        DialogForm form = new DialogForm(title, tenant, body, "Save").width(460).initialFocus(name);
        Runnable look = () -> {
            String typed = name.getText().strip();
            form.obstacleProperty().set(typed.isEmpty() ? "Type a name first" : "");
            form.actionProperty()
                    .set(kept.stream().anyMatch(typed::equalsIgnoreCase) ? "Replace the saved one" : "Save");
        };
        name.textProperty().addListener((_, _, _) -> look.run());
        look.run();
        return form;
    }

    private static final class Cell<T> extends ListCell<T> {

        private final VBox words = new VBox(2);
        private final Function<T, String> name;
        private final Function<T, String> facts;
        private final HBox row;

        Cell(Function<T, String> name, Function<T, String> facts, String away, BiConsumer<T, ListView<T>> forget) {
            this.name = name;
            this.facts = facts;
            Button button = Buttons.icon(Icons.DELETE, away, () -> {
                T shown = getItem();
                if (shown != null) {
                    forget.accept(shown, getListView());
                }
            });
            button.getStyleClass().add("small");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            words.setPrefWidth(100);
            row = new HBox(8, words, button);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String title = name.apply(item);
            String below = facts.apply(item);
            words.getChildren().setAll(Labels.of(title, "t12", "weight-medium"), Labels.of(below, "t11", "muted"));
            setAccessibleText(title + ", " + below);
            setGraphic(row);
        }
    }
}
