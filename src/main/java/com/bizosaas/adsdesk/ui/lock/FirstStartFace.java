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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The first start: who is at the desk, and the passphrase that seals everything. Then the recovery code, once.
final class FirstStartFace extends VBox implements LockScreen.Face {

    private final LockModel model;
    private final Consumer<DeskServices> opened;
    private final TextField name = new TextField();
    private final PassphraseField passphrase = new PassphraseField("Passphrase", "new-passphrase");
    private final PassphraseField repeat = new PassphraseField("The same again", "repeat-passphrase");
    private final StrengthMeter strength = new StrengthMeter();
    private final StackPane problem = new StackPane();
    private final Button create = Buttons.primary("Make the vault", this::submit);
    private final StringBinding obstacle;
    private final Button restore;

    /// @param typed the name, where it was typed before and the operator comes back from elsewhere
    /// @param restore leads to the backups; it receives the name typed so far
    FirstStartFace(LockModel model, String typed, Consumer<DeskServices> opened, Consumer<String> restore) {
        this.model = model;
        this.opened = opened;
        this.restore = Buttons.link(DamagedFace.RESTORE, () -> restore.accept(name.getText()));
        name.setText(typed);
        this.restore.setId("open-restore");
        getStyleClass().addAll("lock-face", "wide");
        name.setId("operator-name");
        name.setPromptText("As it shall stand in the audit log");
        name.setAccessibleText("Your name");
        name.getStyleClass().add("large");
        create.setId("create-vault");
        create.getStyleClass().add("large");
        obstacle = Bindings.createStringBinding(this::obstacle, name.textProperty(), passphrase.editsProperty(),
                repeat.editsProperty(), model.strengthProperty(), model.busyProperty());
        create.textProperty().bind(
                Bindings.when(model.busyProperty()).then("Making the vault…").otherwise("Make the vault"));
        passphrase.editsProperty().addListener((_, _, _) -> model.judge(passphrase.characters()));
        model.strengthProperty()
                .addListener((_, _, now) -> strength.show(now, passphrase.isEmpty()));
        model.problemProperty().addListener((_, _, now) -> showProblem(now));
        passphrase.onEnter(repeat::requestFocus);
        repeat.onEnter(this::submit);
        showForm();
    }

    private void showForm() {
        Node button = Tooltips.disabledBecause(create, obstacle);
        getChildren().setAll(new BrandMark(36), Labels.of("Welcome to Ads Desk", "t16", "weight-semibold"),
                Labels.wrapped(
                        "Sign-ins and figures of your clients are kept on this computer, sealed with a passphrase "
                                + "that only you know.",
                        "t12", "muted"),
                problem, field("Your name", name), field("Passphrase", passphrase), strength,
                field("Repeat the passphrase", repeat),
                new Banner(Banner.Tone.WARNING, "Nobody can reset it.",
                        "If the passphrase and the recovery code shown next are both lost, every tenant must be signed in "
                                + "anew. Your ads at Facebook are not touched by that."),
                button, restore);
        problem.managedProperty().bind(Bindings.isNotEmpty(problem.getChildren()));
    }

    private static VBox field(String label, Node control) {
        return new VBox(4, Labels.of(label, "field-label"), control);
    }

    private String obstacle() {
        if (model.busyProperty().get()) {
            return "The vault is being made";
        }
        if (name.getText().isBlank()) {
            return "Type your name first";
        }
        if (passphrase.isEmpty()) {
            return "Choose a passphrase";
        }
        if (model.strengthProperty().get().score() == 0) {
            return "The passphrase is too weak";
        }
        return passphrase.sameAs(repeat) ? "" : "The two passphrases differ";
    }

    private void submit() {
        if (!obstacle.get().isEmpty()) {
            return;
        }
        char[] typed = passphrase.characters();
        model.create(typed, name.getText().strip(), this::showRecovery);
    }

    private void showRecovery(DeskGate.Opened made) {
        passphrase.clear();
        repeat.clear();
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
        name.requestFocus();
    }
}
