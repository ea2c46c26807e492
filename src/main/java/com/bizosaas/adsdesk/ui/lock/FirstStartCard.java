package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.DeskGate.Strength;
import com.bizosaas.adsdesk.ui.common.Buttons;
import com.bizosaas.adsdesk.ui.common.Labels;
import com.bizosaas.adsdesk.ui.common.Meter;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// Asks for the operator's name and a new passphrase, and says what happens if it is lost.
final class FirstStartCard implements LockScreen.LockCard {

    static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int BEST = 4;

    private final LockViewModel model;
    private final TextField name = new TextField();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Meter strength = new Meter(120);
    private final Label advice = Labels.wrapped("", "caption");
    private final Button create;

    FirstStartCard(LockViewModel model) {
        this.model = model;
        name.setId("operator-name");
        name.setText(capitalised(System.getProperty("user.name", "")));
        passphrase.setId("passphrase");
        again.setId("passphrase-again");
        strength.setMaxWidth(Double.MAX_VALUE);
        create = Buttons.primary("Create vault", this::create);
        create.setId("create-vault");
        create.setDefaultButton(true);
        create.setMaxWidth(Double.MAX_VALUE);
        create.disableProperty().bind(model.busyProperty());
        model.busyProperty().subscribe(busy -> create.setText(busy ? "Making the vault…" : "Create vault"));
        model.strengthProperty().subscribe(this::show);
        passphrase.textProperty().subscribe(text -> {
            passphrase.pseudoClassStateChanged(ERROR, false);
            model.judge(text.toCharArray());
        });
    }

    private static String capitalised(String login) {
        return login.isEmpty() || login.equals("root")
                ? ""
                : login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1);
    }

    private void show(Strength judged) {
        strength.show(judged.score() / (double) BEST,
                judged.score() <= 1 ? Meter.Tone.DANGER : judged.score() == 2 ? Meter.Tone.WARNING : Meter.Tone.GOOD);
        advice.setText(judged.advice());
    }

    private void create() {
        model.create(passphrase.getText().toCharArray(), again.getText().toCharArray(), name.getText());
    }

    @Override
    public List<Node> content() {
        return List.of(Labels.of("Welcome to Ads Desk", "lock-title"),
                Labels.wrapped(
                        "Choose a passphrase. It locks the vault in which this computer keeps the sign-ins of all "
                                + "your clients.",
                        "lock-text"),
                field("Your name", name), field("Passphrase", passphrase), new VBox(4, strength, advice),
                field("Passphrase, again", again), create,
                Labels.wrapped("Nobody can reset it, not even the makers of Ads Desk. If it is lost, only the recovery "
                        + "code that comes next opens the vault; without both, every client has to sign in again.",
                        "caption"));
    }

    static VBox field(String title, TextInputControl input) {
        Label label = Labels.of(title, "field-label");
        label.setLabelFor(input);
        return new VBox(4, label, input);
    }

    @Override
    public void focus() {
        (name.getText().isEmpty() ? name : passphrase).requestFocus();
    }

    @Override
    public void refused(String field) {
        name.pseudoClassStateChanged(ERROR, field.equals("operatorName"));
        again.pseudoClassStateChanged(ERROR, field.equals("again"));
        passphrase.pseudoClassStateChanged(ERROR, field.equals("fresh") || field.equals("passphrase"));
        if (field.equals("again")) {
            again.clear();
            again.requestFocus();
        }
    }

    @Override
    public void hold(boolean waiting) {
        // Making a vault is never held back.
    }
}
