package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.service.PersonService.KeyringUse;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.SecretField;
import com.bizosaas.adsdesk.ui.common.Switch;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.Arrays;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Lets the computer's keyring open the desk for whoever is at it, or says why it cannot. The keyring is asked when the row
/// comes into sight, since it may ask for a password of its own. FX thread only.
final class KeyringRow {

    private static final String HINT = "Whoever uses this computer under your login can then open the desk as you, without "
            + "your passphrase";

    private final PersonService service;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Dialogs dialogs;
    private final Switch control = new Switch("Open this desk with the computer's keyring");
    private final StringProperty obstacle = new SimpleStringProperty(this, "obstacle", "");
    private final Label reason = Labels.wrapped("", "hint");
    private final VBox view;
    private int readings;

    KeyringRow(PersonService service, TaskRunner tasks, Notifier notifier, Dialogs dialogs) {
        this.service = service;
        this.tasks = tasks;
        this.notifier = notifier;
        this.dialogs = dialogs;
        control.setId("use-keyring");
        control.setOnAction(_ -> chosen(control.isSelected()));
        StackPane.setAlignment(control, Pos.CENTER_RIGHT);
        reason.setId("keyring-obstacle");
        reason.managedProperty().bind(reason.visibleProperty());
        reason.setVisible(false);
        SettingRow row = new SettingRow("Open this desk with the computer's keyring", HINT,
                Tooltips.disabledBecause(control, obstacle), 120);
        VBox said = new VBox(reason);
        said.getStyleClass().add("setting-words");
        said.managedProperty().bind(reason.visibleProperty());
        said.visibleProperty().bind(reason.visibleProperty());
        view = new VBox(row, said);
        view.sceneProperty().addListener((_, _, now) -> {
            if (now != null) {
                reload();
            }
        });
    }

    VBox view() {
        return view;
    }

    void reload() {
        if (view.getScene() == null) {
            return;
        }
        int mine = ++readings;
        tasks.call(service::keyring).onSuccess(found -> {
            if (mine == readings) {
                show(found);
            }
        }).onError(thrown -> {
            Problem problem = Problems.of(thrown);
            show(new KeyringUse(control.isSelected(), problem.title() + ". " + problem.remedy()));
        }).start();
    }

    /// What is on can always be switched off.
    private void show(KeyringUse found) {
        control.setSelected(found.used());
        obstacle.set(found.used() ? "" : found.obstacle());
        reason.setText(found.obstacle());
        reason.setVisible(!found.obstacle().isEmpty());
    }

    private void chosen(boolean on) {
        control.setSelected(!on); // Until it is done.
        if (on) {
            ask();
        } else {
            tasks.call(service::leaveKeyring)
                    .onSuccess(
                            left -> notifier.done(left.isEmpty() ? "The keyring opens this desk no more" : left, null))
                    .onError(thrown -> notifier.failed(Problems.of(thrown))).andFinally(this::reload).start();
        }
    }

    private void ask() {
        SecretField passphrase = new SecretField();
        passphrase.setId("keyring-passphrase");
        passphrase.setAccessibleText("Your passphrase");
        passphrase.getStyleClass().add("large");
        VBox body = new VBox(14, new VBox(4, Labels.of("Your passphrase", "field-label"), passphrase),
                Labels.wrapped(HINT + ". The passphrase keeps opening it too.", "hint"));
        DialogForm form = new DialogForm("Open this desk with the computer's keyring?", null, body, "Use the keyring")
                .width(440).initialFocus(passphrase).onClosed(passphrase::clear);
        form.onSubmit(() -> submit(form, passphrase));
        dialogs.show(form);
    }

    private void submit(DialogForm form, SecretField passphrase) {
        char[] typed = passphrase.characters();
        form.problemProperty().set(null);
        form.busyProperty().set(true);
        tasks.run(() -> service.useKeyring(typed)).onSuccess(_ -> {
            form.busyProperty().set(false);
            form.close();
            notifier.done("The computer's keyring opens this desk for you", null);
        }).onError(thrown -> {
            form.busyProperty().set(false);
            form.problemProperty().set(Problems.of(thrown));
        }).andFinally(() -> {
            Arrays.fill(typed, '\0');
            reload();
        }).start();
    }
}
