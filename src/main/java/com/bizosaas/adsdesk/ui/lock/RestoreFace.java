package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.BackupService.Backup;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.BrandMark;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Puts a backup back: one of the data folder's, or a file that was carried here. What it replaces is kept.
final class RestoreFace extends VBox implements LockScreen.Face {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM,
            FormatStyle.SHORT);

    private final LockModel model;
    private final Consumer<DeskServices> opened;
    private final ComboBox<Path> choice = new ComboBox<>();
    private final PassphraseField passphrase = new PassphraseField("Passphrase or recovery code", "restore-passphrase");
    private final StackPane problem = new StackPane();
    private final Button restore = Buttons.primary("Restore", this::submit);
    private final StringBinding obstacle;
    private List<Backup> known = List.of();

    /// @param back to the face before
    RestoreFace(LockModel model, Runnable back, Consumer<DeskServices> opened) {
        this.model = model;
        this.opened = opened;
        getStyleClass().addAll("lock-face", "wide");
        choice.setId("restore-choice");
        choice.setPromptText("No backup chosen");
        choice.setAccessibleText("Backup");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Path file) {
                return file == null ? "" : words(file);
            }

            @Override
            public Path fromString(String text) {
                throw new UnsupportedOperationException("The list cannot be typed in");
            }
        });
        HBox.setHgrow(choice, Priority.ALWAYS);
        Button file = Buttons.secondary("Choose a file…", this::chooseFile);
        file.getStyleClass().add("large");
        file.setId("restore-file");
        restore.setId("restore");
        restore.getStyleClass().add("large");
        restore.textProperty().bind(Bindings.when(model.busyProperty()).then("Restoring…").otherwise("Restore"));
        Button away = Buttons.secondary("Back", back);
        away.setId("restore-back");
        away.getStyleClass().add("large");
        away.disableProperty().bind(model.busyProperty());
        obstacle = Bindings.createStringBinding(this::obstacle, choice.valueProperty(), passphrase.editsProperty(),
                model.busyProperty(), model.problemProperty());
        passphrase.onEnter(this::submit);
        model.problemProperty().addListener((_, _, now) -> showProblem(now));
        problem.managedProperty().bind(Bindings.isNotEmpty(problem.getChildren()));
        HBox buttons = new HBox(8, away, Labels.gap(), Tooltips.disabledBecause(restore, obstacle));
        getChildren().setAll(new BrandMark(36), Labels.of("Restore from a backup", "t16", "weight-semibold"),
                Labels.wrapped(
                        "The backup is opened and compared first. Then all files change together; those that are "
                                + "here now are kept in a folder beside them.",
                        "t12", "muted"),
                problem, new VBox(4, Labels.of("Backup", "field-label"), new HBox(8, choice, file)),
                new VBox(4, Labels.of("Passphrase or recovery code of that day", "field-label"), passphrase,
                        Labels.wrapped("An administrator's. Figures of ads are not in a backup; they are read again.",
                                "hint")),
                buttons);
        model.backups(this::show);
    }

    private void show(List<Backup> backups) {
        known = backups;
        choice.getItems().setAll(backups.stream().map(Backup::file).toList());
        if (!backups.isEmpty() && choice.getValue() == null) {
            choice.setValue(backups.getFirst().file());
        }
    }

    private String words(Path file) {
        return known.stream().filter(backup -> backup.file().equals(file)).findFirst()
                .map(backup -> WHEN.withLocale(Locale.getDefault(Locale.Category.FORMAT))
                        .format(backup.createdAt().atZone(ZoneId.systemDefault())) + " · " + switch (backup.reason()) {
                            case DAILY -> "daily";
                            case MIGRATION -> "before an update";
                            case MANUAL -> "made by hand";
                        })
                .orElseGet(() -> String.valueOf(file.getFileName()));
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a backup of Ads Desk");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Backups", "*.ads-desk-backup"),
                new FileChooser.ExtensionFilter("All files", "*"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            choose(chosen.toPath());
        }
    }

    void choose(Path file) {
        if (!choice.getItems().contains(file)) {
            choice.getItems().add(file);
        }
        choice.setValue(file);
    }

    private String obstacle() {
        if (model.busyProperty().get()) {
            return "The backup is being restored";
        }
        if (choice.getValue() == null) {
            return "Choose a backup";
        }
        return passphrase.isEmpty() ? "Type a passphrase or the recovery code" : "";
    }

    private void submit() {
        Path file = choice.getValue();
        if (file != null && obstacle.get().isEmpty()) {
            char[] typed = passphrase.characters();
            passphrase.clear();
            model.restore(file, typed, opened);
        }
    }

    private void showProblem(@Nullable Problem now) {
        if (now == null) {
            problem.getChildren().clear();
        } else {
            problem.getChildren().setAll(Banner.of(now, null));
        }
    }

    @Override
    public void focusFirst() {
        passphrase.requestFocus();
    }
}
