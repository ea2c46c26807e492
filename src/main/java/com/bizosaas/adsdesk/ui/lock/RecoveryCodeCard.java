package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Shows the recovery code, once, and goes on when it is written down.
final class RecoveryCodeCard implements LockScreen.LockCard {

    private final TextField code = new TextField();
    private final CheckBox written = new CheckBox("I wrote it down and keep it away from this computer");
    private final Button done;
    private final String text;

    RecoveryCodeCard(LockViewModel model) {
        text = model.recoveryCode();
        code.setId("recovery-code");
        code.setText(text);
        code.setEditable(false);
        code.getStyleClass().add("mono");
        HBox.setHgrow(code, Priority.ALWAYS);
        written.setId("recovery-written");
        done = Buttons.primary("Open the desk", () -> {
            code.clear();
            model.writtenDown();
        });
        done.setId("recovery-done");
        done.setDefaultButton(true);
        done.setMaxWidth(Double.MAX_VALUE);
        done.disableProperty().bind(written.selectedProperty().not());
    }

    @Override
    public List<Node> content() {
        HBox row = new HBox(6, code, Buttons.icon(Icons.COPY, "Copy the recovery code", this::copy));
        return List.of(Labels.of("Your recovery code", "lock-title"),
                Labels.wrapped(
                        "It opens the vault should the passphrase be lost, typed in place of it. It is shown this "
                                + "once.",
                        "lock-text"),
                row, written, done);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void focus() {
        written.requestFocus();
    }

    @Override
    public void refused(String field) {
        // Nothing is typed here.
    }

    @Override
    public void hold(boolean waiting) {
        // Nothing is tried here.
    }
}
