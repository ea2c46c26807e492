package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.BrandMark;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.Labels;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One passphrase field: opens the vault, or lifts the screen lock while sync goes on.
final class UnlockFace extends VBox implements LockScreen.Face {

    private final LockModel model;
    private final PassphraseField passphrase = new PassphraseField("Passphrase", "unlock-passphrase");
    private final Button unlock = Buttons.primary("Unlock", this::submit);
    private final Label message = Labels.wrapped("", "error-hint");
    private final Timeline ticker = new Timeline(new KeyFrame(javafx.util.Duration.millis(250), _ -> showProblem()));
    private Consumer<char[]> attempt = _ -> {
    };

    private UnlockFace(LockModel model, String title, String line, String foot) {
        this.model = model;
        getStyleClass().add("lock-face");
        passphrase.onEnter(this::submit);
        HBox.setHgrow(passphrase, Priority.ALWAYS);
        unlock.getStyleClass().add("large");
        unlock.setId("unlock");
        HBox row = new HBox(8, passphrase, unlock);
        message.setId("lock-message");
        Label footLabel = Labels.of(foot, "t11", "muted");
        footLabel.setGraphic(Icons.SYNC.node("i12"));
        footLabel.setVisible(!foot.isEmpty());
        footLabel.setManaged(!foot.isEmpty());
        getChildren().addAll(new BrandMark(36), Labels.of(title, "t16", "weight-semibold"),
                Labels.wrapped(line, "t12", "muted"), row, message, footLabel);
        ticker.setCycleCount(Timeline.INDEFINITE);
        model.problemProperty().addListener((_, _, _) -> showProblem());
        model.busyProperty().addListener((_, _, now) -> {
            unlock.setText(now ? "Checking…" : "Unlock");
            showProblem();
            if (!now && model.problemProperty().get() != null) {
                passphrase.requestFocus();
            }
        });
        sceneProperty().addListener((_, _, now) -> {
            if (now == null) {
                ticker.stop();
            }
        });
        showProblem();
    }

    static UnlockFace forVault(LockModel model, String why, Consumer<DeskServices> opened, Runnable restore,
            Runnable rekey) {
        UnlockFace face = new UnlockFace(model, "The vault is locked", why.isEmpty()
                ? "Opening takes a second: that is what makes guessing slow"
                : why, "");
        face.attempt = typed -> model.unlock(typed, opened);
        Button instead = Buttons.link(DamagedFace.RESTORE, restore);
        instead.setId("open-restore");
        instead.disableProperty().bind(model.busyProperty());
        Button keys = Buttons.link("Make new keys…", rekey);
        keys.setId("open-rekey");
        keys.disableProperty().bind(model.busyProperty());
        HBox links = new HBox(16, instead, keys);
        links.setAlignment(Pos.CENTER);
        VBox keyrings = new VBox(8);
        keyrings.setAlignment(Pos.CENTER);
        keyrings.managedProperty().bind(keyrings.visibleProperty());
        keyrings.setVisible(false);
        face.getChildren().addAll(keyrings, links);
        model.keyringOffers(offers -> {
            keyrings.setVisible(!offers.isEmpty());
            keyrings.getChildren().setAll(offers.stream().map(offer -> face.keyring(offer, offers.size() > 1, opened))
                    .toList());
        });
        return face;
    }

    private Button keyring(DeskGate.KeyringOffer offer, boolean several, Consumer<DeskServices> opened) {
        Button button = Buttons.secondary(several
                ? "Open as " + Labels.isolated(offer.name()) + " with the computer's keyring"
                : "Open with the computer's keyring", Icons.KEY, () -> model.unlockWithKeyring(offer.entry(), opened));
        button.setId("keyring-" + offer.entry());
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    static UnlockFace forScreen(LockModel model, String operatorName, String since, Runnable lifted) {
        String line = operatorName.isBlank() ? since : operatorName + " · " + since;
        UnlockFace face = new UnlockFace(model, "The screen is locked", line, "Syncing goes on in the background");
        face.attempt = typed -> model.lift(typed, lifted);
        return face;
    }

    @Override
    public void focusFirst() {
        passphrase.requestFocus();
    }

    private void submit() {
        if (passphrase.isEmpty() || unlock.isDisabled()) {
            return;
        }
        char[] typed = passphrase.characters();
        passphrase.clear();
        attempt.accept(typed);
    }

    private void showProblem() {
        @Nullable
        Problem problem = model.problemProperty().get();
        Duration left = model.left();
        boolean waits = !left.isZero();
        unlock.setDisable(waits || model.busyProperty().get());
        if (problem == null) {
            message.setText("");
        } else {
            String wait = waits ? " Try again in " + left.plusMillis(999).toSeconds() + " s." : "";
            message.setText(problem.title() + ". " + problem.remedy() + wait);
        }
        if (waits && getScene() != null) {
            ticker.play();
        } else if (!waits) {
            ticker.stop();
        }
    }
}
