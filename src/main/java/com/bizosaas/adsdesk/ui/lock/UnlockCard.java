package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Asks for the passphrase and says which lock is on.
final class UnlockCard implements LockScreen.LockCard {

    private final LockViewModel model;
    private final boolean screenOnly;
    private final PasswordField passphrase = new PasswordField();
    private final Button unlock;
    private final BooleanProperty held = new SimpleBooleanProperty(this, "held", false);

    UnlockCard(LockViewModel model, boolean screenOnly) {
        this.model = model;
        this.screenOnly = screenOnly;
        passphrase.setId("passphrase");
        passphrase.setPromptText("Passphrase");
        passphrase.setAccessibleText("Passphrase");
        HBox.setHgrow(passphrase, Priority.ALWAYS);
        unlock = Buttons.primary("Unlock", this::unlock);
        unlock.setId("unlock");
        unlock.setDefaultButton(true);
        unlock.disableProperty().bind(model.busyProperty().or(held).or(passphrase.textProperty().isEmpty()));
        model.busyProperty().subscribe(busy -> unlock.setText(busy ? "Unlocking…" : "Unlock"));
        passphrase.textProperty()
                .subscribe(() -> passphrase.pseudoClassStateChanged(FirstStartCard.ERROR, false));
    }

    private void unlock() {
        model.unlock(passphrase.getText().toCharArray());
        passphrase.clear();
    }

    @Override
    public List<Node> content() {
        HBox row = new HBox(8, passphrase, unlock);
        String state = screenOnly
                ? "The screen is locked. Syncing goes on in the background."
                : "The vault is locked. Nothing is read or sent until it is open.";
        HBox line = new HBox(6, (screenOnly ? Icons.SYNC : Icons.VAULT).node("i12"), Labels.of(state, "caption"));
        line.getStyleClass().add("lock-line");
        return List.of(Labels.of("Ads Desk is locked", "lock-title"), row, line);
    }

    @Override
    public void focus() {
        passphrase.requestFocus();
    }

    @Override
    public void refused(String field) {
        passphrase.pseudoClassStateChanged(FirstStartCard.ERROR, true);
        passphrase.requestFocus();
    }

    @Override
    public void hold(boolean waiting) {
        held.set(waiting);
    }
}
