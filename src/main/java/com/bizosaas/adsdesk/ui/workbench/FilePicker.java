package com.bizosaas.adsdesk.ui.workbench;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks the operator for a file. FX thread only.
public interface FilePicker {

    /// @param name to begin with, without an ending
    Optional<Path> save(String title, String name);

    Optional<Path> open(String title);

    /// The system's own dialog over the node's window.
    static FilePicker over(Node node) {
        return new FilePicker() {
            @Override
            public Optional<Path> save(String title, String name) {
                FileChooser chooser = chooser(title);
                chooser.setInitialFileName(name + ".xlsx");
                chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Excel", "*.xlsx"),
                        new FileChooser.ExtensionFilter("CSV", "*.csv"));
                return path(chooser.showSaveDialog(window()));
            }

            @Override
            public Optional<Path> open(String title) {
                FileChooser chooser = chooser(title);
                chooser.getExtensionFilters().setAll(
                        new FileChooser.ExtensionFilter("Sheets", "*.xlsx", "*.csv", "*.txt", "*.tsv"));
                return path(chooser.showOpenDialog(window()));
            }

            private FileChooser chooser(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                return chooser;
            }

            private @Nullable Window window() {
                return node.getScene() == null ? null : node.getScene().getWindow();
            }

            private Optional<Path> path(@Nullable File file) {
                return Optional.ofNullable(file).map(File::toPath);
            }
        };
    }
}
