package com.bizosaas.adsdesk.ui.create;

import com.bizosaas.adsdesk.service.LaunchService;
import com.bizosaas.adsdesk.ui.common.DeskContext;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/// What the parts of the ads' step share.
record Launching(DeskContext desk, Pictures pictures, Files files) {

    /// By a dialog of the operating system.
    static final Files FROM_DISK = Launching::ask;

    /// Asks for files of this computer.
    interface Files {

        /// @param beside a node of the window that asks
        /// @param chosen told the files; not called where none was chosen
        void choose(Node beside, Consumer<List<Path>> chosen);
    }

    static Launching of(DeskContext desk, Files files) {
        return new Launching(desk, new Pictures(desk.services().workbench().launch(), desk.tasks()), files);
    }

    LaunchService service() {
        return desk.services().workbench().launch();
    }

    TaskRunner tasks() {
        return desk.tasks();
    }

    private static void ask(Node beside, Consumer<List<Path>> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Images of the new ads");
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Images", "*.jpg", "*.jpeg", "*.png", "*.gif"),
                new ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(beside.getScene().getWindow());
        if (files != null) {
            chosen.accept(files.stream().map(File::toPath).toList());
        }
    }
}
