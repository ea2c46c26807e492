package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.SecretField;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks for the present passphrase and twice for the new one; each field has its own message.
final class PassphraseDialog {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final PassphraseChange change;
    private final Notifier notifier;
    private final Map<String, SecretField> fields = new LinkedHashMap<>();
    private final Map<String, Label> messages = new LinkedHashMap<>();
    private final DialogForm form;

    PassphraseDialog(PassphraseChange change, Notifier notifier) {
        this.change = change;
        this.notifier = notifier;
        VBox body = new VBox(14, field(PassphraseChange.OLD, "Present passphrase"),
                field(PassphraseChange.FRESH, "New passphrase"),
                field(PassphraseChange.AGAIN, "New passphrase, again"),
                Labels.wrapped("The recovery code stays as it is. Tenants, tokens and settings stay in place.",
                        "hint"));
        form = new DialogForm("Change passphrase", null, body, "Change passphrase").width(440)
                .initialFocus(one(PassphraseChange.OLD)).onSubmit(this::submit)
                .onClosed(() -> fields.values().forEach(SecretField::clear));
    }

    void open(Dialogs dialogs) {
        dialogs.show(form);
    }

    private VBox field(String name, String title) {
        SecretField field = new SecretField();
        field.setId("passphrase-" + name);
        field.setAccessibleText(title);
        field.getStyleClass().add("large");
        Label message = Labels.wrapped("", "error-hint");
        message.setId("message-passphrase-" + name);
        message.setGraphic(Icons.ERROR.node("i12", "danger"));
        message.setVisible(false);
        message.managedProperty().bind(message.visibleProperty());
        field.editsProperty().addListener((_, _, _) -> mark(name, ""));
        field.setOnAction(() -> form.submit());
        fields.put(name, field);
        messages.put(name, message);
        return new VBox(4, Labels.of(title, "field-label"), field, message);
    }

    private void submit() {
        fields.keySet().forEach(name -> mark(name, ""));
        form.problemProperty().set(null);
        form.busyProperty().set(true);
        change.change(typed(PassphraseChange.OLD), typed(PassphraseChange.FRESH), typed(PassphraseChange.AGAIN), () -> {
            form.busyProperty().set(false);
            form.close();
            notifier.done("Passphrase changed", null);
        }, this::refused);
    }

    private void refused(Problem problem) {
        form.busyProperty().set(false);
        if (fields.containsKey(problem.field())) {
            mark(problem.field(), problem.title() + ". " + problem.remedy());
            one(problem.field()).requestFocus();
        } else {
            form.problemProperty().set(problem);
        }
    }

    private void mark(String name, String words) {
        one(name).pseudoClassStateChanged(DANGER, !words.isEmpty());
        Label message = messages.get(name);
        if (message != null) {
            message.setText(words);
            message.setVisible(!words.isEmpty());
        }
    }

    private SecretField one(String name) {
        SecretField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("No such field: " + name);
        }
        return field;
    }

    private char[] typed(String name) {
        return one(name).characters();
    }
}
