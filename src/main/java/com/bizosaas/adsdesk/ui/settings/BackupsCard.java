package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.service.BackupService.Backup;
import com.bizosaas.adsdesk.service.BackupService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Dialogs.Question;
import com.bizosaas.adsdesk.ui.common.Dialogs;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Notifier;
import com.bizosaas.adsdesk.ui.common.Permits;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/// The backups of this desk: when the last one was made, making and verifying one, and the way to put one back. FX thread
/// only.
final class BackupsCard {

    private static final int SHOWN = 5;

    private record Facts(BackupService.State state, List<Backup> backups) {
    }

    private final BackupService service;
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Times times;
    private final VBox rows = new VBox();
    private final StringProperty obstacle = new SimpleStringProperty(this, "obstacle", "");
    private final VBox card;
    private int readings;

    /// @param lockVault closes the desk, after which the lock screen offers to restore
    BackupsCard(BackupService service, TaskRunner tasks, Notifier notifier, Dialogs dialogs, Times times,
            Runnable lockVault, Permits permits) {
        this.service = service;
        this.tasks = tasks;
        this.notifier = notifier;
        this.times = times;
        Button now = Buttons.secondary("Back up now", () -> create(null));
        now.setId("back-up");
        Button copy = Buttons.secondary("Save a copy…", this::chooseFolder);
        copy.setId("save-copy");
        Button restore = Buttons.secondary("Restore…", () -> dialogs.ask(Question.plain(null, "Restore a backup?",
                "The vault is locked first: sync stops, and the keys leave memory. Then choose “Restore from a backup…” on "
                        + "the lock screen. What a backup replaces is kept.",
                "Lock the vault"), lockVault));
        restore.setId("restore-backup");
        HBox buttons = new HBox(8, permits.needs(now, BackupService.class, "create", obstacle),
                permits.needs(copy, BackupService.class, "create", obstacle),
                Labels.gap(), restore);
        buttons.getStyleClass().add("setting-buttons");
        card = Cards.card("Backups", List.of(rows, buttons), Labels.of("Daily, 7 days and 4 weeks kept", "caption"));
        card.setId("backups");
    }

    Node view() {
        return card;
    }

    void reload() {
        int mine = ++readings;
        tasks.call(() -> new Facts(service.state(), service.list())).onSuccess(read -> {
            if (mine == readings) {
                show(read);
            }
        }).onError(thrown -> rows.getChildren().setAll(padded(Banner.of(Problems.of(thrown), this::reload)))).start();
    }

    private void show(Facts facts) {
        rows.getChildren().clear();
        Problem failure = facts.state.failure();
        if (failure != null) {
            rows.getChildren().add(padded(Banner.of(failure, () -> create(null))));
        }
        if (facts.backups.isEmpty()) {
            rows.getChildren().add(padded(Labels.wrapped("No backup yet. The first one is made half a minute after the "
                    + "desk was opened.", "muted")));
        }
        facts.backups.stream().limit(SHOWN).map(this::row).forEach(rows.getChildren()::add);
        if (facts.backups.size() > SHOWN) {
            rows.getChildren()
                    .add(padded(Labels.of("Older in the data folder: " + (facts.backups.size() - SHOWN), "hint")));
        }
    }

    private HBox row(Backup backup) {
        Button verify = Buttons.link("Verify", () -> run(() -> service.verify(backup.file()),
                "This backup holds every row that was stored"));
        verify.setId("verify-" + backup.name());
        VBox words = new VBox(Labels.of(times.stamp(backup.createdAt()), "weight-medium"),
                Labels.of(switch (backup.reason()) {
                    case DAILY -> "Daily";
                    case MIGRATION -> "Before an update of the store";
                    case MANUAL -> "Made by hand";
                } + " · " + Math.max(1, backup.bytes() / 1024) + " KB", "hint"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, Tooltips.disabledBecause(verify, obstacle));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting");
        return row;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save a copy of the store to");
        File chosen = chooser.showDialog(card.getScene().getWindow());
        if (chosen != null) {
            create(chosen.toPath());
        }
    }

    private void create(@Nullable Path folder) {
        run(() -> service.create(folder), folder == null
                ? "Backup made and verified"
                : "Backup made and verified in " + folder);
    }

    private void run(Callable<Backup> step, String done) {
        obstacle.set("A backup is being made or verified");
        tasks.call(step).onSuccess(_ -> notifier.done(done, null))
                .onError(thrown -> notifier.failed(Problems.of(thrown))).andFinally(() -> {
                    obstacle.set("");
                    reload();
                }).start();
    }

    private static VBox padded(Node node) {
        VBox words = new VBox(node);
        words.getStyleClass().add("setting-words");
        return words;
    }
}
