package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.ui.common.DialogForm;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Dialogs.Question;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Makes a new recovery code and shows it, this one time. FX thread only.
final class RecoveryDialog {

    private RecoveryDialog() {
    }

    static void open(PersonService persons, TaskRunner tasks, Dialogs dialogs, Notifier notifier) {
        dialogs.ask(Question.plain(null, "Make a new recovery code?",
                "The code of before opens nothing any more, but for backups made until now. Have pen and paper ready.",
                "Make the code"),
                () -> tasks.call(persons::newRecoveryCode).onSuccess(code -> show(code, dialogs))
                        .onError(thrown -> notifier.failed(Problems.of(thrown))).start());
    }

    private static void show(String code, Dialogs dialogs) {
        Label shown = Labels.wrapped(code, "mono", "t16");
        shown.setId("new-recovery-code");
        DialogForm form = new DialogForm("Write down the recovery code", null,
                new VBox(12, shown,
                        Labels.wrapped("It opens the desk should every passphrase be forgotten. It is shown "
                                + "this one time and kept nowhere.", "hint")),
                "I wrote it down").width(480).dismissal("");
        form.onSubmit(form::close).onClosed(() -> shown.setText(""));
        dialogs.show(form);
    }
}
