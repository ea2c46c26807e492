package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.service.SyncService.Budget;
import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.LimitWords;
import com.bizosaas.adsdesk.ui.common.Meter;
import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How much of Facebook's limits each account has used, and how long the readings take that are held up by them.
public final class UsagePanel extends VBox {

    private final InstantSource clock;
    private final GridPane grid = new GridPane();
    private final VBox jobs = new VBox(4);
    private int row;

    public UsagePanel(InstantSource clock) {
        super(8);
        this.clock = clock;
        getStyleClass().add("usage-panel");
        setId("usage-panel");
        grid.setHgap(16);
        grid.setVgap(6);
        String[] heads = {"Account", "Calls", "CPU time", "Total time", "Left"};
        for (int column = 0; column < heads.length; column++) {
            grid.add(Labels.of(heads[column], "caption", "weight-semibold"), column, 0);
        }
        jobs.setId("usage-jobs");
        jobs.visibleProperty().bind(Bindings.isNotEmpty(jobs.getChildren()));
        jobs.managedProperty().bind(jobs.visibleProperty());
        getChildren().addAll(grid, jobs,
                Labels.of("Share used of each limit, as Meta last reported it. A write costs as much as three reads.",
                        "caption"));
    }

    public void add(String account, Usage usage, Budget budget) {
        row++;
        Label name = Labels.of(account, "t12", "weight-medium");
        name.setMaxWidth(200);
        grid.add(name, 0, row);
        grid.add(share(usage.calls()), 1, row);
        grid.add(share(usage.cpu()), 2, row);
        grid.add(share(usage.time()), 3, row);
        boolean closed = budget.blockedUntil() != null;
        grid.add(Labels.whole(LimitWords.left(budget, clock), "t11", closed ? "danger-text" : "muted"), 4, row);
    }

    /// A reading that runs or waits and takes long.
    ///
    /// @param what such as "Campaigns of Nordlicht Shop"
    public void addJob(String what, Duration takes) {
        HBox line = new HBox(8, Icons.SYNC.node("i12"), Labels.of(what, "t12"), Labels.gap(),
                Labels.whole(LimitWords.job(takes), "t11", "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        jobs.getChildren().add(line);
    }

    private static VBox share(double used) {
        Label figure = Labels.whole(Math.round(used) + "%", "t11", "muted");
        Meter meter = new Meter(72);
        meter.show(used / 100, BudgetButton.tone(100 - used));
        VBox box = new VBox(3, figure, meter);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
