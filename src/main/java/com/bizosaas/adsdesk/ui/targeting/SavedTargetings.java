package com.bizosaas.adsdesk.ui.targeting;

import com.bizosaas.adsdesk.draft.Targeting;
import com.bizosaas.adsdesk.draft.TargetingSpec;
import com.bizosaas.adsdesk.service.TargetingService;
import com.bizosaas.adsdesk.service.TargetingService.Saved;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.KeptUnderNames;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

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
        DialogForm form = KeptUnderNames.saving("Save targeting", null, name,
                Targeting.of(model.spec().json()).sentence(), there.stream().map(Saved::name).toList());
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
        ListView<Saved> list = KeptUnderNames.list("saved-targetings", there,
                "Nothing is saved for this client yet. Save targeting… keeps one under a name.", Saved::name,
                saved -> Targeting.of(saved.targeting()).sentence(), "Throw this saved targeting away", this::forget);
        list.getStyleClass().add("saved-targetings");
        DialogForm form = KeptUnderNames.choosing("Saved targeting", null,
                "It takes the place of what is chosen now.", list, "Use", "Choose a targeting first");
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
}
