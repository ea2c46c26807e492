package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.lock.LockViewModel.Mode;
import com.bizosaas.adsdesk.ui.shell.BrandMark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Covers the whole window while the vault or the screen is locked; shows one card for what is asked. FX thread only.
public final class LockScreen extends StackPane {

    private final LockViewModel model;
    private final InstantSource clock;
    private final VBox card = new VBox();
    private final Label message = Labels.wrapped("", "lock-message");
    private final PauseTransition wait = new PauseTransition();
    private @Nullable LockCard shown;

    public LockScreen(LockViewModel model, InstantSource clock) {
        this.model = model;
        this.clock = clock;
        getStyleClass().add("lock-screen");
        getStylesheets().add(Objects.requireNonNull(LockScreen.class.getResource("lock.css")).toExternalForm());
        card.getStyleClass().add("lock-card");
        card.setMaxSize(440, USE_PREF_SIZE);
        message.setId("lock-message");
        getChildren().add(card);
        visibleProperty().bind(model.modeProperty().isNotEqualTo(Mode.AWAY));
        managedProperty().bind(visibleProperty());
        model.modeProperty().subscribe(this::show);
        model.problemProperty().subscribe(this::say);
    }

    private void show(Mode mode) {
        shown = switch (mode) {
            case FIRST_START -> new FirstStartCard(model);
            case RECOVERY_CODE -> new RecoveryCodeCard(model);
            case LOCKED, SCREEN_LOCKED -> new UnlockCard(model, mode == Mode.SCREEN_LOCKED);
            case LOOKING, DAMAGED, AWAY -> null;
        };
        card.getChildren().setAll(new BrandMark(36));
        LockCard asking = shown;
        if (asking != null) {
            card.getChildren().addAll(asking.content());
        } else if (mode == Mode.DAMAGED) {
            card.getChildren().add(Labels.of("Ads Desk cannot open its data", "lock-title"));
        }
        card.getChildren().add(message);
        if (asking != null) {
            asking.focus();
        }
    }

    private void say(@Nullable Problem problem) {
        wait.stop();
        boolean any = problem != null;
        message.setVisible(any);
        message.setManaged(any);
        if (problem == null) {
            return;
        }
        message.setText(problem.title() + ". " + problem.remedy());
        LockCard asking = shown;
        if (asking == null) {
            return;
        }
        asking.refused(problem.field());
        if (problem.until() != null) {
            Duration left = Duration.between(clock.instant(), problem.until());
            asking.hold(true);
            wait.setDuration(javafx.util.Duration.millis(Math.max(1, left.toMillis())));
            wait.setOnFinished(_ -> asking.hold(false));
            wait.play();
        }
    }

    /// What one mode shows.
    interface LockCard {

        java.util.List<Node> content();

        void focus();

        /// The desk said no: the field at fault is marked and what was typed as a secret is cleared.
        void refused(String field);

        /// Whether the next try must wait.
        void hold(boolean waiting);
    }
}
