package com.bizosaas.adsdesk.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import com.bizosaas.adsdesk.ui.lock.LockViewModel.Mode;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LockScreenTest {

    private static final String CODE = "AAAA-BBBB-CCCC-DDDD";

    private final class FakeGate implements DeskGate {

        private State state = State.FIRST_START;
        private char[] kept = {};

        @Override
        public State state() {
            return state;
        }

        @Override
        public Problem problem() {
            return Problem.of(Problem.Kind.FAILED, "The control store is older than the desk remembers",
                    "Restore a backup; nothing was written.");
        }

        @Override
        public Strength strength(char[] passphrase) {
            return new Strength(Math.min(4, passphrase.length / 5), "Length " + passphrase.length);
        }

        @Override
        public Opened create(char[] passphrase, String operatorName) {
            kept = passphrase.clone();
            return new Opened(services, CODE);
        }

        @Override
        public DeskServices unlock(char[] passphrase) {
            if (!Arrays.equals(passphrase, "open sesame".toCharArray())) {
                throw new DeskException(new Problem(Problem.Kind.INVALID_INPUT, "The passphrase is wrong",
                        "Try again in 4 seconds.", "passphrase", Samples.NOW.plusSeconds(4), ""));
            }
            return services;
        }

        @Override
        public boolean recognises(char[] passphrase) {
            return Arrays.equals(passphrase, "open sesame".toCharArray());
        }

        @Override
        public void lock() {
            state = State.LOCKED;
        }
    }

    private final FakeGate gate = new FakeGate();
    private final DeskServices services = new FakeServices().services();
    private final AtomicReference<DeskServices> opened = new AtomicReference<>();
    private LockViewModel model;
    private LockScreen screen;
    private Scene scene;

    @Start
    void start(Stage stage) {
        model = new LockViewModel(gate, new DirectTasks(), opened::set);
        screen = new LockScreen(model, Samples.CLOCK);
        scene = Snapshots.scene(screen, 960, 720, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private void look(FxRobot robot, DeskGate.State state) {
        gate.state = state;
        robot.interact(model::look);
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private String message(FxRobot robot) {
        Label label = robot.lookup("#lock-message").queryAs(Label.class);
        return label.isVisible() ? label.getText() : "";
    }

    @Test
    void theFirstStartMakesAVaultAndShowsTheRecoveryCodeOnce(FxRobot robot) {
        look(robot, DeskGate.State.FIRST_START);
        type(robot, "#operator-name", "Ines Moreau");
        type(robot, "#passphrase", "four random words here");
        type(robot, "#passphrase-again", "four random words here");
        robot.interact(() -> Snapshots.write(scene, "lock-first-start"));
        press(robot, "#create-vault");
        assertThat(gate.kept).isEqualTo("four random words here".toCharArray());
        assertThat(robot.lookup("#recovery-code").queryAs(TextField.class).getText()).isEqualTo(CODE);
        assertThat(opened.get()).as("not before the code is written down").isNull();
        assertThat(robot.lookup("#recovery-done").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#recovery-written").queryAs(CheckBox.class).setSelected(true));
        robot.interact(() -> Snapshots.write(scene, "lock-recovery-code"));
        press(robot, "#recovery-done");
        assertThat(opened.get()).isSameAs(services);
        assertThat(model.recoveryCode()).isEmpty();
        assertThat(screen.isVisible()).isFalse();
    }

    @Test
    void twoDifferentPassphrasesAndAMissingNameAreSaid(FxRobot robot) {
        look(robot, DeskGate.State.FIRST_START);
        type(robot, "#operator-name", " ");
        type(robot, "#passphrase", "four random words here");
        type(robot, "#passphrase-again", "four random words there");
        press(robot, "#create-vault");
        assertThat(message(robot)).contains("name");
        type(robot, "#operator-name", "Ines");
        press(robot, "#create-vault");
        assertThat(message(robot)).contains("differ");
        assertThat(robot.lookup("#passphrase").queryAs(TextInputControl.class).getText())
                .as("what was typed stays").isNotEmpty();
        assertThat(gate.kept).isEmpty();
    }

    @Test
    void theStrengthFollowsTheTyping(FxRobot robot) {
        look(robot, DeskGate.State.FIRST_START);
        type(robot, "#passphrase", "abc");
        assertThat(model.strengthProperty().get().advice()).isEqualTo("Length 3");
        type(robot, "#passphrase", "abcdefghijklmno");
        assertThat(model.strengthProperty().get().score()).isEqualTo(3);
    }

    @Test
    void aWrongPassphraseIsSaidAndTheNextTryWaits(FxRobot robot) {
        look(robot, DeskGate.State.LOCKED);
        type(robot, "#passphrase", "wrong");
        press(robot, "#unlock");
        assertThat(message(robot)).contains("wrong").contains("4 seconds");
        type(robot, "#passphrase", "open sesame");
        assertThat(robot.lookup("#unlock").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> Snapshots.write(scene, "lock-wrong"));
        assertThat(opened.get()).isNull();
    }

    @Test
    void theRightPassphraseOpens(FxRobot robot) {
        look(robot, DeskGate.State.LOCKED);
        type(robot, "#passphrase", "open sesame");
        press(robot, "#unlock");
        assertThat(opened.get()).isSameAs(services);
        assertThat(screen.isVisible()).isFalse();
    }

    @Test
    void aScreenLockIsLiftedWithoutOpeningTheVaultAgain(FxRobot robot) {
        robot.interact(model::lockScreen);
        assertThat(screen.isVisible()).isTrue();
        type(robot, "#passphrase", "nope");
        press(robot, "#unlock");
        assertThat(message(robot)).contains("not the passphrase");
        type(robot, "#passphrase", "open sesame");
        press(robot, "#unlock");
        assertThat(model.modeProperty().get()).isEqualTo(Mode.AWAY);
        assertThat(opened.get()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void aDamagedStoreIsExplainedAndNothingCanBePressed(Theme theme, FxRobot robot) {
        robot.interact(() -> new Themes(theme).dress(scene));
        look(robot, DeskGate.State.DAMAGED);
        assertThat(message(robot)).contains("control store").contains("Restore a backup");
        assertThat(robot.lookup("#unlock").tryQuery()).isEmpty();
        robot.interact(() -> Snapshots.write(scene, "lock-damaged-" + theme));
    }
}
