package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Lays a table out where nobody sees it, so that the code is compiled when the first one is looked at. A line at a
/// time: what is seen goes on being painted. FX thread only.
final class TableRehearsal {

    private static final double WIDTH = 1384;
    private static final double STEP = 32;
    private static final double HEIGHT = 24 * STEP;

    private final CampaignsTable table;
    private final Parent root;
    private final TaskRunner tasks;
    private final BooleanSupplier enough;
    private final Runnable done;
    private double height = STEP;

    private TableRehearsal(CampaignsTable table, Parent root, TaskRunner tasks, BooleanSupplier enough,
            Runnable done) {
        this.table = table;
        this.root = root;
        this.tasks = tasks;
        this.enough = enough;
        this.done = done;
    }

    /// @param table with its content, in no scene
    /// @param sheets of the pane that such tables are in
    /// @param enough whether it is not wanted any more
    /// @param done told when it is over
    static void of(CampaignsTable table, List<String> sheets, TaskRunner tasks, BooleanSupplier enough,
            Runnable done) {
        Group root = new Group(table);
        root.getStylesheets().setAll(sheets);
        Scene scene = new Scene(root);
        Window.getWindows().stream().map(Window::getScene).findFirst()
                .ifPresent(seen -> scene.getStylesheets().setAll(seen.getStylesheets()));
        new TableRehearsal(table, root, tasks, enough, done).step();
    }

    private void step() {
        if (enough.getAsBoolean()) {
            done.run();
            return;
        }
        table.resize(WIDTH, height);
        root.applyCss();
        root.layout();
        height += STEP;
        if (height <= HEIGHT) {
            tasks.onFxThread(this::step);
        } else {
            done.run();
        }
    }
}
