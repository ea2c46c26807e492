package com.bizosaas.adsdesk.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskGate.State;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.SecretField;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeGate;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.SettableClock;
import com.bizosaas.adsdesk.ui.fakes.Snapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LockScreenTest {

    private final List<String> locks = new ArrayList<>();
    private final DeskServices services = new FakeServices().services();
    private final SettableClock clock = new SettableClock();
    private final List<DeskServices> opened = new ArrayList<>();
    private FakeGate gate;
    private Themes themes;
    private Stage stage;
    private LockScreen screen;
    private Scene scene;
    private int quits;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        themes = new Themes(Theme.LIGHT);
    }

    private void show(FxRobot robot, State state) {
        robot.interact(() -> {
            gate = new FakeGate(state, services);
            screen = new LockScreen(gate, new DirectTasks(), clock, () -> quits++);
            scene = new Scene(screen, 900, 800);
            themes.dress(scene);
            Snapshots.show(stage, scene);
            if (state != State.OPEN) {
                screen.showGate("", opened::add);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            if (screen.lookup(id) instanceof SecretField secret) {
                secret.clear();
                secret.insert(text);
            } else {
                ((TextField) screen.lookup(id)).setText(text);
            }
        });
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(screen.lookup(id));
    }

    @Test
    void theFirstStartMakesAVaultAndShowsTheRecoveryCodeOnce(FxRobot robot) {
        show(robot, State.FIRST_START);
        assertThat(find("#create-vault", Button.class).isDisabled()).as("nothing is typed yet").isTrue();
        type(robot, "#operator-name", "Ines Moreau");
        type(robot, "#new-passphrase", "abc");
        type(robot, "#repeat-passphrase", "abc");
        assertThat(find("#create-vault", Button.class).isDisabled()).as("too weak").isTrue();
        type(robot, "#new-passphrase", "seven quiet otters");
        assertThat(find("#create-vault", Button.class).getAccessibleHelp()).isEqualTo("The two passphrases differ");
        type(robot, "#repeat-passphrase", "seven quiet otters");
        robot.interact(() -> Snapshots.write(scene, "lock-first-start"));
        robot.clickOn("#create-vault");
        assertThat(gate.operator).isEqualTo("Ines Moreau");
        assertThat(gate.passphrase).isEqualTo("seven quiet otters");
        assertThat(find("#recovery-code", Label.class).getText()).isEqualTo("7KQF-M2XD-9TRW-B4HC-6VNE-3JPL");
        assertThat(opened).as("nobody passes who has not written it down").isEmpty();
        assertThat(find("#open-desk", Button.class).isDisabled()).isTrue();
        robot.interact(() -> {
            find("#written-down", CheckBox.class).setSelected(true);
            Snapshots.write(scene, "lock-recovery");
            find("#open-desk", Button.class).fire();
        });
        assertThat(opened).containsExactly(services);
    }

    @Test
    void theNameTypedAtTheFirstStartIsKeptOnTheWayBackFromTheBackups(FxRobot robot) {
        show(robot, State.FIRST_START);
        type(robot, "#operator-name", "Ines Moreau");
        robot.clickOn("#open-restore");
        robot.clickOn("#restore-back");
        assertThat(((TextField) screen.lookup("#operator-name")).getText()).isEqualTo("Ines Moreau");
    }

    @Test
    void eachWrongPassphraseWaitsLonger(FxRobot robot) {
        show(robot, State.LOCKED);
        tryWith(robot, "wrong");
        assertThat(find("#lock-message", Label.class).getText()).startsWith("Wrong passphrase.")
                .contains("Try again in 1 s");
        assertThat(find("#unlock", Button.class).isDisabled()).isTrue();
        tryWith(robot, "correct horse battery staple");
        assertThat(opened).as("not before the wait is over").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        waitUntilEnabled();
        tryWith(robot, "wrong again");
        assertThat(find("#lock-message", Label.class).getText()).contains("Try again in 2 s");
        robot.interact(() -> Snapshots.write(scene, "lock-unlock-wrong"));
        clock.advance(Duration.ofSeconds(2));
        waitUntilEnabled();
        assertThat(find("#unlock-passphrase", SecretField.class).length()).as("what was typed is gone").isZero();
        tryWith(robot, "correct horse battery staple");
        assertThat(opened).containsExactly(services);
    }

    private void waitUntilEnabled() {
        org.awaitility.Awaitility.await().until(() -> !find("#unlock", Button.class).isDisabled());
    }

    private void tryWith(FxRobot robot, String passphrase) {
        type(robot, "#unlock-passphrase", passphrase);
        robot.interact(() -> find("#unlock-passphrase", SecretField.class).requestFocus());
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aDamagedStoreIsExplainedAndQuittingOrRestoringIsOffered(FxRobot robot) {
        show(robot, State.DAMAGED);
        robot.interact(() -> Snapshots.write(scene, "lock-damaged"));
        robot.clickOn("#quit");
        assertThat(quits).isEqualTo(1);
        assertThat(screen.lookupAll(".button")).extracting(node -> ((Button) node).getText())
                .containsExactlyInAnyOrder("Quit Ads Desk", "Details", "Restore from a backup…");
    }

    @Test
    void aBackupIsPutBackWithThePassphraseOfThatDay(FxRobot robot) {
        show(robot, State.DAMAGED);
        robot.clickOn("#open-restore");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#restore", Button.class).isDisabled()).as("no passphrase yet").isTrue();
        robot.interact(() -> Snapshots.write(scene, "lock-restore"));
        type(robot, "#restore-passphrase", "wrong");
        robot.interact(() -> find("#restore", Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(opened).isEmpty();
        assertThat(screen.lookup(".banner")).isNotNull();
        robot.interact(() -> Snapshots.write(scene, "lock-restore-wrong"));
        clock.advance(Duration.ofSeconds(1));
        type(robot, "#restore-passphrase", "correct horse battery staple");
        robot.interact(() -> find("#restore", Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(opened).containsExactly(services);
        assertThat(gate.restored).isEqualTo(services.backups().list().getFirst().file());
    }

    @Test
    void newKeysComeWithANewRecoveryCode(FxRobot robot) {
        show(robot, State.LOCKED);
        robot.interact(() -> Snapshots.write(scene, "lock-unlock"));
        robot.clickOn("#open-rekey");
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(scene, "lock-rekey"));
        type(robot, "#rekey-passphrase", "correct horse battery staple");
        robot.interact(() -> find("#rekey", Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#recovery-code", Label.class).getText()).startsWith("4HTR");
        assertThat(opened).isEmpty();
        robot.interact(() -> {
            find("#written-down", CheckBox.class).setSelected(true);
            find("#open-desk", Button.class).fire();
        });
        assertThat(opened).containsExactly(services);
    }

    @Test
    void theComputersKeyringOpensTheVaultOrSaysWhyNot(FxRobot robot) {
        show(robot, State.LOCKED);
        assertThat(screen.lookup("#keyring-e1")).as("nobody uses it").isNull();
        robot.interact(() -> {
            gate.offers = List.of(new DeskGate.KeyringOffer("e1", "Ines Moreau"));
            gate.keyringFails = Problem.of(Problem.Kind.FAILED,
                    "The computer's keyring did not answer within 2 seconds", "Type your passphrase.");
            screen.showGate("", opened::add);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#keyring-e1", Button.class).getText()).isEqualTo("Open with the computer's keyring");
        robot.clickOn("#keyring-e1");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#lock-message", Label.class).getText())
                .isEqualTo("The computer's keyring did not answer within 2 seconds. Type your passphrase.");
        assertThat(find("#unlock", Button.class).isDisabled()).as("the passphrase can be typed at once").isFalse();
        assertThat(find("#unlock-passphrase", SecretField.class).isFocused()).isTrue();
        robot.interact(() -> Snapshots.write(scene, "lock-keyring-late"));
        gate.keyringFails = null;
        robot.clickOn("#keyring-e1");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(opened).containsExactly(services);
    }

    @Test
    void theKeyringOffersEachPersonByName(FxRobot robot) {
        show(robot, State.LOCKED);
        robot.interact(() -> {
            gate.offers = List.of(new DeskGate.KeyringOffer("e1", "Ines Moreau"),
                    new DeskGate.KeyringOffer("e2", "李 小龙"));
            screen.showGate("", opened::add);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find("#keyring-e1", Button.class).getText()).contains("Ines Moreau");
        assertThat(find("#keyring-e2", Button.class).getText()).contains("李 小龙");
        robot.interact(() -> Snapshots.write(scene, "lock-keyring"));
    }

    @Test
    void theScreenLockLiftsForTheRightPassphraseAlone(FxRobot robot) {
        show(robot, State.OPEN);
        List<String> lifted = new ArrayList<>();
        robot.interact(() -> screen.showScreenLock("Ines Moreau", "idle since 08:57", () -> lifted.add("lifted")));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(scene, "lock-screen"));
        tryWith(robot, "wrong");
        assertThat(lifted).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        waitUntilEnabled();
        tryWith(robot, "correct horse battery staple");
        assertThat(lifted).containsExactly("lifted");
    }

    @Test
    void theIdleLockCountsFromTheLastInputAndLocksTheScreenFirst(FxRobot robot) {
        show(robot, State.LOCKED);
        IdleLock idle = idleLock(robot);
        assertThat(idle.leftProperty().get()).isEqualTo(Duration.ofMinutes(15));
        clock.advance(Duration.ofMinutes(10));
        robot.push(KeyCode.SHIFT);
        clock.advance(Duration.ofMinutes(10));
        robot.interact(idle::check);
        assertThat(locks).isEmpty();
        assertThat(idle.leftProperty().get()).isEqualTo(Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(5));
        robot.interact(idle::check);
        robot.interact(idle::check);
        assertThat(locks).containsExactly("screen");
        assertThat(idle.leftProperty().get()).isNull();
    }

    @Test
    void theVaultFollowsWhenNobodyLiftsTheScreenLock(FxRobot robot) {
        show(robot, State.LOCKED);
        IdleLock idle = idleLock(robot);
        for (int minutes = 0; minutes < 4 * 60; minutes += 20) {
            clock.advance(Duration.ofMinutes(20));
            robot.interact(idle::check);
            robot.push(KeyCode.SHIFT);
        }
        robot.interact(idle::check);
        assertThat(locks).as("keys pressed at the lock screen say nothing of who is there").containsExactly("screen",
                "vault: Nobody used it for a long time.");
    }

    @Test
    void aLongSleepLocksTheVaultAtOnce(FxRobot robot) {
        show(robot, State.LOCKED);
        IdleLock idle = idleLock(robot);
        robot.interact(() -> idle.after(Duration.ZERO, Duration.ZERO));
        clock.advance(IdleLock.LONG_SLEEP);
        robot.interact(idle::check);
        robot.interact(idle::check);
        assertThat(locks).containsExactly("vault: The computer slept for a long time.");
    }

    private IdleLock idleLock(FxRobot robot) {
        IdleLock idle = new IdleLock(clock, new IdleLock.Locks() {
            @Override
            public void screen() {
                locks.add("screen");
            }

            @Override
            public void vault(String why) {
                locks.add("vault: " + why);
            }
        });
        robot.interact(() -> {
            idle.watch(scene);
            idle.after(Duration.ofMinutes(15), Duration.ofHours(4));
            idle.start();
        });
        return idle;
    }
}
