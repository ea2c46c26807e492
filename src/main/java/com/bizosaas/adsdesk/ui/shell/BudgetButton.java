package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.service.SyncService.Usage;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Meter;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is left of the tightest of Facebook's limits; pressing it shows the usage of every account.
final class BudgetButton extends Button {

    private static final double WIDE = 124;
    private static final double NARROW = 48;

    private final ReadOnlyObjectProperty<@Nullable Usage> usage;
    private final Label title = Labels.whole("API budget", "bar-title");
    private final Label left = Labels.whole("", "bar-detail");
    private final Meter meter = new Meter(WIDE);
    private boolean compact;

    BudgetButton(ReadOnlyObjectProperty<@Nullable Usage> usage, Runnable open) {
        this.usage = usage;
        getStyleClass().setAll("bar-button");
        setId("api-budget");
        HBox words = new HBox(title, Labels.gap(), left);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox face = new VBox(5, words, meter);
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> open.run());
        Tooltips.show(this, "What is left of Meta's rate limit: the lowest of calls, CPU time and total time");
        usage.addListener((_, _, _) -> refresh());
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
        Usage now = usage.get();
        double share = now == null ? 100 : now.left();
        String percent = Math.round(share) + "%";
        left.setText(compact ? "API " + percent : percent + " left");
        meter.show(share / 100, tone(share));
        setAccessibleText("API budget, " + percent + " left");
    }

    /// Amber under 20 % left, red under 5 % (design, "Shell").
    static Meter.Tone tone(double share) {
        return share < 5 ? Meter.Tone.DANGER : share < 20 ? Meter.Tone.WARNING : Meter.Tone.ACCENT;
    }
}
