package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Formats;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.LimitWords;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// How fresh the tab in view is; pressing it reads the tab now. The arrow turns only while something is read.
final class SyncButton extends Button {

    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

    private final SyncModel model;
    private final Formats formats;
    private final InstantSource clock;
    private final FontIcon icon = Icons.SYNC.node("sync-icon");
    private final Label title = Labels.whole("", "bar-title");
    private final Label detail = Labels.whole("", "bar-detail");
    private final RotateTransition turn = new RotateTransition(Duration.seconds(1.2), icon);
    private final Tooltip tooltip = new Tooltip();

    SyncButton(SyncModel model, Formats formats, InstantSource clock, Runnable refresh) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        getStyleClass().setAll("bar-button");
        setId("sync-state");
        HBox face = new HBox(8, icon, Labels.lines(title, detail));
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> refresh.run());
        setTooltip(tooltip);
        title.managedProperty().bind(title.visibleProperty());
        turn.setByAngle(360);
        turn.setCycleCount(Animation.INDEFINITE);
        turn.setInterpolator(Interpolator.LINEAR);
        model.tabSyncProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    void setCompact(boolean on) {
        title.setVisible(!on);
    }

    /// Writes the words anew: the age grows by itself.
    void refresh() {
        SyncSummary state = model.tabSyncProperty().get();
        Problem problem = state.problem();
        boolean trouble = problem != null && !state.running();
        if (state.running()) {
            java.time.Duration takes = state.takes();
            say("Syncing", takes != null && LimitWords.isLong(takes) ? LimitWords.about(takes) : "reading from Meta");
            turn.play();
        } else {
            turn.stop();
            icon.setRotate(0);
            if (trouble) {
                say(state.wantsSignIn() ? "Network sign-in" : state.unreachable() ? "Offline" : "Sync failed", state
                        .newest() == null
                                ? "nothing read yet"
                                : "as of " + formats.ago(state.newest(), clock.instant()));
            } else if (state.last() == null) {
                say("Not synced yet", isDisabled() ? "starts after setup" : "press to read");
            } else {
                say("Synced", formats.ago(state.last(), clock.instant()));
            }
        }
        pseudoClassStateChanged(TROUBLE, trouble && !state.unreachable());
        pseudoClassStateChanged(FRESH, problem == null && state.last() != null);
        tooltip.setText((problem == null ? "Read this tab from Meta now" : problem.title() + ". " + problem.remedy())
                + "  F5");
        setAccessibleText(title.getText() + ", " + detail.getText() + ". Press to read now.");
    }

    private void say(String words, String more) {
        title.setText(words);
        detail.setText(more);
    }
}
