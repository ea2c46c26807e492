package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Banner;
import com.bizosaas.adsdesk.ui.common.BrandMark;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Tooltips;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Makes new keys for the whole desk, as after somebody left. Then the new recovery code, once.
final class RekeyFace extends VBox implements LockScreen.Face {

    private final LockModel model;
    private final Consumer<DeskServices> opened;
    private final PassphraseField passphrase = new PassphraseField("Passphrase", "rekey-passphrase");
    private final StackPane problem = new StackPane();
    private final StringBinding obstacle;

    /// @param back to the face before
    RekeyFace(LockModel model, Runnable back, Consumer<DeskServices> opened) {
        this.model = model;
        this.opened = opened;
        getStyleClass().addAll("lock-face", "wide");
        Button make = Buttons.primary("Make new keys", this::submit);
        make.setId("rekey");
        make.getStyleClass().add("large");
        make.textProperty().bind(
                Bindings.when(model.busyProperty()).then("Making new keys…").otherwise("Make new keys"));
        Button away = Buttons.secondary("Back", back);
        away.getStyleClass().add("large");
        away.disableProperty().bind(model.busyProperty());
        obstacle = Bindings.createStringBinding(
                () -> model.busyProperty().get()
                        ? "New keys are being made"
                        : passphrase.isEmpty() ? "Type your passphrase" : "",
                passphrase.editsProperty(), model.busyProperty());
        passphrase.onEnter(this::submit);
        model.problemProperty().addListener((_, _, now) -> showProblem(now));
        problem.managedProperty().bind(Bindings.isNotEmpty(problem.getChildren()));
        getChildren().setAll(new BrandMark(36), Labels.of("Make new keys", "t16", "weight-semibold"),
                Labels.wrapped("Both stores are encrypted anew, for when somebody left who may have kept a copy. Your "
                        + "passphrase stays. All other persons need a new one from an administrator, and the recovery "
                        + "code changes. Copies made before still open with what opened them.", "t12", "muted"),
                problem, new VBox(4, Labels.of("Your passphrase", "field-label"), passphrase),
                new HBox(8, away, Labels.gap(), Tooltips.disabledBecause(make, obstacle)));
    }

    private void submit() {
        if (obstacle.get().isEmpty()) {
            char[] typed = passphrase.characters();
            passphrase.clear();
            model.rekey(typed, this::showRecovery);
        }
    }

    private void showRecovery(DeskGate.Opened made) {
        getChildren().setAll(new RecoveryCode(made.recoveryCode(), () -> opened.accept(made.services())));
    }

    private void showProblem(@Nullable Problem now) {
        if (now == null) {
            problem.getChildren().clear();
        } else {
            problem.getChildren().setAll(Banner.of(now, null));
        }
    }

    @Override
    public void focusFirst() {
        passphrase.requestFocus();
    }
}
