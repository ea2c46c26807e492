package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.PersonService;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Pill;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The vault: when it locks, its passphrase, who may open it, its backups, where it lies and what it protects.
final class SecurityView {

    private final Label folder = Labels.wrapped("", "mono");
    private final Cards view;

    SecurityView(SettingRows rows, Permits permits, Runnable changePassphrase, Runnable newRecoveryCode,
            Runnable lockVault,
            Consumer<String> copy, Notifier notifier, Node keyring, Node persons, Node backups) {
        folder.setId("data-folder");
        Button lock = Buttons.secondary("Lock vault now", Icons.LOCK, lockVault);
        lock.setId("lock-vault");
        Button change = Buttons.secondary("Change passphrase…", changePassphrase);
        change.setId("change-passphrase");
        Button recovery = Buttons.secondary("New recovery code…", newRecoveryCode);
        recovery.setId("new-recovery");
        FlowPane buttons = new FlowPane(8, 8, lock, change,
                permits.needs(recovery, PersonService.class, "newRecoveryCode"));
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("setting-buttons");
        VBox vault = Cards.card("Vault",
                List.of(rows.idleLock("security-idle"), rows.vaultLock("security-vault-idle"), keyring, buttons),
                new Pill("Unlocked", Icons.DOT, Pill.Tone.OK));
        Button copyFolder = Buttons.icon(Icons.COPY, "Copy the path", () -> {
            copy.accept(folder.getText());
            notifier.done("Path copied", null);
        });
        copyFolder.setId("copy-folder");
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox path = new HBox(8, folder, Labels.gap(), copyFolder);
        path.setAlignment(Pos.CENTER_LEFT);
        path.getStyleClass().add("setting");
        VBox data = Cards.card("Data folder", List.of(path));
        Label first = Labels.wrapped("The vault seals the app secret, every tenant's sign-in and all that was read for "
                + "them, with a key of its own for each tenant.", "muted");
        Label second = Labels.wrapped("Without the passphrase or the recovery code nobody can open it, and neither can "
                + "we.", "muted");
        VBox words = new VBox(8, first, second);
        words.getStyleClass().add("setting-words");
        VBox protects = Cards.card("What the vault protects", List.of(words));
        view = new Cards(new VBox(vault, persons), new VBox(backups, data, protects));
        rows.follow(facts -> folder.setText(facts.dataFolder()));
    }

    Node view() {
        return view;
    }
}
