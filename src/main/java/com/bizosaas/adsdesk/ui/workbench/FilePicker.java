package com.bizosaas.adsdesk.ui.workbench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks the operator for a file. FX thread only.
public interface FilePicker {

    /// @param name to begin with, without an ending
    Optional<Path> save(String title, String name);

    Optional<Path> open(String title);

    /// The system's own dialog over the node's window, for sheets.
    static FilePicker over(Node node) {
        return of(node, ".xlsx", List.of(new ExtensionFilter("Excel", "*.xlsx"), new ExtensionFilter("CSV", "*.csv")),
                new ExtensionFilter("Sheets", "*.xlsx", "*.csv", "*.txt", "*.tsv"));
    }

    /// The same for files of one other kind.
    ///
    /// @param ending with its dot
    static FilePicker over(Node node, String kind, String ending) {
        ExtensionFilter filter = new ExtensionFilter(kind, "*" + ending);
        return of(node, ending, List.of(filter), filter);
    }

    private static FilePicker of(Node node, String ending, List<ExtensionFilter> saved, ExtensionFilter opened) {
        return new FilePicker() {
            @Override
            public Optional<Path> save(String title, String name) {
                FileChooser chooser = chooser(title);
                chooser.setInitialFileName(name + ending);
                chooser.getExtensionFilters().setAll(saved);
                return path(chooser.showSaveDialog(window()));
            }

            @Override
            public Optional<Path> open(String title) {
                FileChooser chooser = chooser(title);
                chooser.getExtensionFilters().setAll(opened);
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
