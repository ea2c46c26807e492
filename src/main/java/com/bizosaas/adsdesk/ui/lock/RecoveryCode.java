package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows the recovery code, this one time, and lets nobody past who has not said that it is written down.
final class RecoveryCode extends VBox {

    RecoveryCode(String code, Runnable go) {
        super(12);
        setId("recovery");
        Label shown = Labels.wrapped(code, "recovery-code");
        shown.setId("recovery-code");
        shown.setMaxWidth(Double.MAX_VALUE);
        Button copy = Buttons.secondary("Copy", Icons.COPY, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(code);
            Clipboard.getSystemClipboard().setContent(content);
        });
        CheckBox written = new CheckBox("I wrote it down and keep it away from this computer");
        written.setId("written-down");
        Button open = Buttons.primary("Open Ads Desk", go);
        open.getStyleClass().add("large");
        open.setId("open-desk");
        HBox foot = new HBox(8, copy, Labels.gap(), Tooltips.disabledBecause(open,
                written.selectedProperty()
                        .map(done -> done ? "" : "Write the code down first, then tick the line above")));
        getChildren().addAll(Icons.KEY.node("i20", "accent"),
                Labels.of("Write down your recovery code", "t16", "weight-semibold"),
                Labels.wrapped("It opens the desk should you forget the passphrase. It is shown this one time and kept "
                        + "nowhere.", "t12", "muted"),
                shown, written, foot);
    }
}
