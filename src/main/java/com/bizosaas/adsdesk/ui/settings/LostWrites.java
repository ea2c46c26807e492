package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import com.bizosaas.adsdesk.domain.journal.WriteKind;
import com.bizosaas.adsdesk.service.JournalService;
import com.bizosaas.adsdesk.service.TenantService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Writes whose answer was lost, above the audit log while there are any: the desk looks for them by itself, and a person
/// may say how they ended. FX thread only.
final class LostWrites {

    private record Lost(Tenant tenant, WriteEntry entry) {
    }

    private final JournalService journal;
    private final TenantService tenants;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final Times times;
    private final Permits permits;
    private final VBox view = new VBox();
    private int readings;

    LostWrites(JournalService journal, TenantService tenants, TaskRunner tasks, Notifier notifier, Dialogs dialogs,
            Times times, Permits permits) {
        this.permits = permits;
        this.journal = journal;
        this.tenants = tenants;
        this.tasks = tasks;
        this.notifier = notifier;
        this.dialogs = dialogs;
        this.times = times;
        view.setId("lost-writes");
        view.getStyleClass().add("lost-writes");
        show(List.of());
    }

    Node view() {
        return view;
    }

    void reload() {
        int mine = ++readings;
        tasks.call(this::read).onSuccess(read -> {
            if (mine == readings) {
                show(read);
            }
        }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }

    private List<Lost> read() {
        List<Lost> all = new ArrayList<>();
        for (Tenant tenant : tenants.tenants()) {
            journal.unknown(tenant.id()).forEach(entry -> all.add(new Lost(tenant, entry)));
        }
        return all;
    }

    private void show(List<Lost> all) {
        view.setVisible(!all.isEmpty());
        view.setManaged(!all.isEmpty());
        view.getChildren().setAll(all.stream().map(this::row).toList());
    }

    private HBox row(Lost lost) {
        WriteEntry entry = lost.entry;
        String what = AuditWords.action(entry.write().action()) + " “" + Labels.isolated(entry.write().objectName())
                + "”";
        VBox words = new VBox(
                Labels.of("Answer lost: " + what + " · " + Labels.isolated(lost.tenant.name()) + " · "
                        + entry.write().account().value(), "weight-medium"),
                Labels.of(times.stamp(entry.plannedAt()) + " by " + entry.who() + " · " + entry.reason()
                        + ". It may have happened; it is not sent again by itself.", "hint"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button look = Buttons.secondary("Look now", () -> run(() -> journal.look(lost.tenant.id()), "Looked at Meta"));
        Button done = Buttons.link("It happened…", () -> happened(lost));
        Button not = Buttons.link("It did not…", () -> dialogs.ask(Dialogs.Question.plain(lost.tenant,
                "Nothing of it at Meta?", what + " is then taken for not done, and may be done again. Look in Ads "
                        + "Manager first.",
                "It did not happen"),
                () -> run(() -> journal.sayNotDone(lost.tenant.id(), entry.id()), "Noted: it did not happen")));
        look.setId("look-" + entry.id());
        done.setId("happened-" + entry.id());
        not.setId("not-" + entry.id());
        HBox row = new HBox(10, Icons.WARNING.node("warning"), words, permits.needs(look, JournalService.class, "look"),
                permits.needs(done, JournalService.class, "sayDone"),
                permits.needs(not, JournalService.class, "sayNotDone"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lost-write");
        return row;
    }

    private void happened(Lost lost) {
        WriteEntry entry = lost.entry;
        GraphId known = entry.write().object();
        TextField id = new TextField(known == null ? "" : known.value());
        id.setId("happened-id");
        id.setAccessibleText("Id of the object at Meta");
        id.setEditable(entry.write().kind() == WriteKind.CREATE);
        VBox body = new VBox(6, Labels.of("Its id at Meta", "field-label"), id,
                Labels.wrapped("Only digits, as Ads Manager shows it.", "hint"));
        DialogForm form = new DialogForm("It happened", lost.tenant, body, "It happened").width(440).initialFocus(id);
        form.obstacleProperty().bind(id.textProperty().map(text -> text.strip().matches("[0-9]{1,40}")
                ? ""
                : "Type the id first"));
        form.onSubmit(() -> {
            form.close();
            run(() -> journal.sayDone(lost.tenant.id(), entry.id(), new GraphId(id.getText().strip())),
                    "Noted: it happened");
        });
        dialogs.show(form);
    }

    private void run(Callable<?> work, String told) {
        tasks.call(work::call).onSuccess(_ -> {
            notifier.done(told, null);
            reload();
        }).onError(thrown -> notifier.failed(Problems.of(thrown))).start();
    }
}
