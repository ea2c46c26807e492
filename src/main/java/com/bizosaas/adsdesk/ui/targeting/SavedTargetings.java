package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.service.TargetingService.Saved;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Targetings that the tenant keeps under a name: to save one, use one, or throw one away.
final class SavedTargetings {

    private final EditorModel model;
    private final TargetingService targeting;
    private final TaskRunner tasks;
    private final Dialogs dialogs;
    private final Notifier notifier;

    SavedTargetings(EditorModel model, TargetingService targeting, TaskRunner tasks, Dialogs dialogs,
            Notifier notifier) {
        this.model = model;
        this.targeting = targeting;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notifier = notifier;
    }

    private void saved(Consumer<List<Saved>> then) {
        tasks.call(() -> targeting.saved(model.tenant())).onSuccess(then::accept)
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    void save() {
        saved(this::save);
    }

    private void save(List<Saved> there) {
        TextField name = new TextField();
        name.setId("targeting-name");
        name.setPromptText("Hikers in the Alps");
        name.setAccessibleText("Name of the targeting");
        VBox body = new VBox(12, new VBox(4, Labels.of("Name", "field-label"), name),
                Labels.wrapped(Targeting.of(model.spec().json()).sentence(), "t12", "muted"));
        DialogForm form = new DialogForm("Save targeting", null, body, "Save").width(460).initialFocus(name);
        form.obstacleProperty().set("Type a name first");
        name.textProperty().addListener((_, _, now) -> {
            form.obstacleProperty().set(now.isBlank() ? "Type a name first" : "");
            boolean taken = there.stream().anyMatch(one -> one.name().equalsIgnoreCase(now.strip()));
            form.actionProperty().set(taken ? "Replace the saved one" : "Save");
        });
        String json = model.spec().json();
        form.onSubmit(() -> {
            form.busyProperty().set(true);
            tasks.run(() -> targeting.save(model.tenant(), name.getText(), json)).onSuccess(_ -> form.close())
                    .onError(thrown -> form.problemProperty().set(Problems.of(thrown)))
                    .andFinally(() -> form.busyProperty().set(false)).start();
        });
        dialogs.show(form);
    }

    void use() {
        saved(this::use);
    }

    private void use(List<Saved> there) {
        ListView<Saved> list = new ListView<>();
        list.setId("saved-targetings");
        list.getStyleClass().add("saved-targetings");
        list.setPlaceholder(
                Labels.wrapped("Nothing is saved for this client yet. Save targeting… keeps one under a name.",
                        "t12", "muted"));
        list.setPrefHeight(280);
        list.setCellFactory(_ -> new SavedCell(saved -> forget(saved, list)));
        list.getItems().setAll(there);
        list.getSelectionModel().select(0);
        DialogForm form = new DialogForm("Saved targeting", null,
                new VBox(8, Labels.wrapped("It takes the place of what is chosen now.", "t12", "muted"), list),
                "Use").width(560).initialFocus(list);
        Runnable look = () -> form.obstacleProperty()
                .set(list.getSelectionModel().isEmpty() ? "Choose a targeting first" : "");
        list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> look.run());
        look.run();
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                form.submit();
            }
        });
        form.onSubmit(() -> {
            Saved chosen = list.getSelectionModel().getSelectedItem();
            form.close();
            model.change(_ -> TargetingSpec.of(chosen.targeting()));
        });
        dialogs.show(form);
    }

    private void forget(Saved saved, ListView<Saved> list) {
        tasks.run(() -> targeting.forget(model.tenant(), saved.name()))
                .onSuccess(_ -> list.getItems().remove(saved))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    private static final class SavedCell extends ListCell<Saved> {

        private final VBox words = new VBox(2);
        private final HBox row;
        private @Nullable Saved shown;

        SavedCell(Consumer<Saved> forget) {
            Button away = Buttons.icon(Icons.DELETE, "Throw this saved targeting away", () -> {
                if (shown != null) {
                    forget.accept(shown);
                }
            });
            away.getStyleClass().add("small");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            words.setPrefWidth(100);
            row = new HBox(8, words, away);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Saved item, boolean empty) {
            super.updateItem(item, empty);
            shown = empty ? null : item;
            if (shown == null) {
                setGraphic(null);
                return;
            }
            words.getChildren().setAll(Labels.of(shown.name(), "t12", "weight-medium"),
                    Labels.of(Targeting.of(shown.targeting()).sentence(), "t11", "muted"));
            setGraphic(row);
        }
    }
}
