package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.service.SyncService.Budget;
import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.LimitWords;
import com.bizosaas.adsdesk.ui.common.Meter;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is left of the tightest of Facebook's limits; pressing it shows the usage of every account.
final class BudgetButton extends Button {

    private static final double WIDE = 124;
    private static final double NARROW = 48;

    private static final String MEANING = "What is left of Meta's rate limit: the lowest of calls, CPU time and total time";

    private final SyncModel sync;
    private final InstantSource clock;
    private final Tooltip tooltip;
    private final Label title = Labels.whole("API budget", "bar-title");
    private final Label left = Labels.whole("", "bar-detail");
    private final Meter meter = new Meter(WIDE);
    private boolean compact;

    BudgetButton(SyncModel sync, InstantSource clock, Runnable open) {
        this.sync = sync;
        this.clock = clock;
        getStyleClass().setAll("bar-button");
        setId("api-budget");
        HBox words = new HBox(title, Labels.gap(), left);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox face = new VBox(5, words, meter);
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> open.run());
        tooltip = Tooltips.show(this, MEANING);
        sync.usageProperty().addListener((_, _, _) -> refresh());
        sync.budgetProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    void setCompact(boolean on) {
        compact = on;
        meter.setMinWidth(on ? NARROW : WIDE);
        meter.setPrefWidth(on ? NARROW : WIDE);
        title.setVisible(!on);
        title.setManaged(!on);
        refresh();
    }

    private void refresh() {
        Usage now = sync.usageProperty().get();
        Budget budget = sync.budgetProperty().get();
        Instant closed = budget == null ? null : budget.blockedUntil();
        double share = now == null ? 100 : closed != null ? 0 : now.left();
        String percent = Math.round(share) + "%";
        String words = budget == null ? "" : LimitWords.left(budget, clock);
        left.setText(closed != null
                ? "until " + LimitWords.time(closed, clock)
                : compact ? "API " + percent : percent + " left");
        meter.show(share / 100, tone(share));
        tooltip.setText(words.isEmpty() ? MEANING : words + ".\n" + MEANING);
        setAccessibleText("API budget, " + percent + " left" + (words.isEmpty() ? "" : ". " + words));
    }

    /// Amber under 20 % left, red under 5 % (design, "Shell").
    static Meter.Tone tone(double share) {
        return share < 5 ? Meter.Tone.DANGER : share < 20 ? Meter.Tone.WARNING : Meter.Tone.ACCENT;
    }
}
