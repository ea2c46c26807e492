package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.KeptImage;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.AdMix;
import com.bizosaas.adsdesk.draft.NewCreative;
import com.bizosaas.adsdesk.service.LaunchService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The images of the new ads: from files of this computer, several at once, by the button or dropped here, or from the
/// account's library. Files are looked at and kept before they count; one that cannot be used is named with the reason.
/// FX thread only.
final class ImageStrip extends VBox {

    /// What became of files.
    ///
    /// @param kept in the order of the files, each once
    private record Kept(List<KeptImage> kept, List<Problem> problems) {
    }

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final Launching launching;
    private final Plan plan;
    private final TenantId tenant;
    private final AdAccountId account;
    private final Consumer<List<AdMix.Part>> chosen;
    private final Consumer<Integer> removed;
    private final FlowPane tiles = new FlowPane(8, 8);
    private final VBox problems = new VBox(2);
    private final Button files;
    private final Button library;
    private List<AdMix.Part> images = List.of();
    private boolean many;

    /// @param chosen told images that were added: value and label, their numbers mean nothing
    /// @param removed told the number of an image that is to go
    ImageStrip(Launching launching, Plan plan, Consumer<List<AdMix.Part>> chosen, Consumer<Integer> removed) {
        super(6);
        this.launching = launching;
        this.plan = plan;
        this.tenant = plan.tenant().id();
        this.account = plan.accountId();
        this.chosen = chosen;
        this.removed = removed;
        getStyleClass().add("image-strip");
        files = Buttons.secondary("Choose files…", Icons.FOLDER, () -> launching.files().choose(this, this::keep));
        files.setId("image-files");
        library = Buttons.secondary("From the library…", Icons.CREATIVES, this::library);
        library.setId("image-library");
        Label hint = Labels.wrapped("JPEG or PNG; or drop them here", "hint");
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox buttons = new HBox(8, files, library, hint);
        buttons.setAlignment(Pos.CENTER_LEFT);
        problems.managedProperty().bind(problems.visibleProperty());
        problems.setVisible(false);
        tiles.managedProperty().bind(tiles.visibleProperty());
        tiles.setVisible(false);
        getChildren().addAll(tiles, buttons, problems);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        setOnDragExited(_ -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(event -> {
            keep(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    /// @param manyAllowed whether another image is one more, rather than instead
    void show(List<AdMix.Part> parts, boolean manyAllowed) {
        many = manyAllowed;
        List<AdMix.Part> now = parts.stream().filter(part -> !part.value().isEmpty()).toList();
        if (now.equals(images)) {
            return;
        }
        images = now;
        tiles.getChildren().setAll(now.stream().map(this::tile).toList());
        tiles.setVisible(!now.isEmpty());
    }

    private VBox tile(AdMix.Part part) {
        Thumb picture = new Thumb(84, 84);
        launching.pictures().load(tenant, account, part.value(), picture::show);
        Button away = Buttons.icon(Icons.CLOSE, "Remove " + part.label(), () -> removed.accept(part.number()));
        away.getStyleClass().addAll("small", "image-away");
        StackPane.setAlignment(away, Pos.TOP_RIGHT);
        StackPane box = new StackPane(picture, away);
        Label name = Labels.of(part.label(), "t11", "muted");
        name.setMaxWidth(84);
        Tooltips.show(name, part.label());
        VBox tile = new VBox(2, box, name);
        tile.setAccessibleText("Image " + part.label());
        tile.getStyleClass().add("image-tile");
        return tile;
    }

    /// Keeps files, several at once; a bad one keeps no good one away.
    void keep(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        files.setDisable(true);
        LaunchService launch = launching.service();
        TaskRunner tasks = launching.tasks();
        tasks.call(() -> {
            List<KeptImage> kept = new ArrayList<>();
            List<Problem> wrong = new ArrayList<>();
            for (Path path : many ? paths : paths.subList(0, 1)) {
                try {
                    KeptImage one = launch.keep(tenant, String.valueOf(path.getFileName()), read(path));
                    if (kept.stream().noneMatch(other -> other.sha256().equals(one.sha256()))) {
                        kept.add(one);
                    }
                } catch (RuntimeException e) {
                    wrong.add(Problems.of(e));
                }
            }
            return new Kept(kept, wrong);
        }).onSuccess(this::kept).onError(thrown -> say(List.of(Problems.of(thrown))))
                .andFinally(() -> files.setDisable(false)).start();
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("“" + path.getFileName() + "” cannot be read", e);
        }
    }

    private void kept(Kept done) {
        List<Problem> said = new ArrayList<>(done.problems());
        List<AdMix.Part> fresh = new ArrayList<>();
        for (KeptImage image : done.kept()) {
            String value = NewCreative.KEPT + image.sha256();
            if (images.stream().anyMatch(one -> one.value().equals(value))) {
                said.add(Problem.invalid("image", "“" + image.name() + "” is among them already",
                        "It is not taken twice."));
            } else {
                fresh.add(new AdMix.Part(0, value, image.name()));
            }
        }
        say(said);
        if (!fresh.isEmpty()) {
            chosen.accept(fresh);
        }
    }

    private void library() {
        new LibraryDialog(launching, plan, many).open(picked -> chosen.accept(picked.stream()
                .map(one -> new AdMix.Part(0, one.hash(), one.name())).toList()));
    }

    private void say(List<Problem> wrong) {
        problems.getChildren().setAll(wrong.stream().map(problem -> {
            Label line = Labels.wrapped(problem.title() + ". " + problem.remedy(), "error-hint");
            line.setGraphic(Icons.REFUSED.node("i12", "danger"));
            return line;
        }).toList());
        problems.setVisible(!wrong.isEmpty());
    }

    @Override
    public void requestFocus() {
        files.requestFocus();
    }

    Button focus() {
        return files;
    }
}
