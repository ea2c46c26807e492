package com.bizosaas.adsdesk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.service.DeskGate.State;
import com.bizosaas.adsdesk.service.DeskSettings.Theme;
import com.bizosaas.adsdesk.ui.common.DeskTab;
import com.bizosaas.adsdesk.ui.common.SecretField;
import com.bizosaas.adsdesk.ui.common.TabId;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.fakes.DirectTasks;
import com.bizosaas.adsdesk.ui.fakes.FakeGate;
import com.bizosaas.adsdesk.ui.fakes.FakeServices;
import com.bizosaas.adsdesk.ui.fakes.FakeTab;
import com.bizosaas.adsdesk.ui.fakes.Samples;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DeskFrameTest {

    private final FakeServices fakes = new FakeServices();
    private final WindowMemory memory = WindowMemory.none();
    private final FakeGate gate = new FakeGate(State.LOCKED, fakes.services());
    private DeskFrame frame;
    private Stage stage;
    private Stage signIn;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Themes themes = new Themes(Theme.LIGHT);
        frame = new DeskFrame(gate, new DirectTasks(), themes, memory, Samples.CLOCK, () -> {
        }, (_, self) -> {
            List<DeskTab> tabs = Stream.of(TabId.values()).map(FakeTab::new).map(DeskTab.class::cast).toList();
            return new DeskWindow(fakes.context(), tabs,
                    new DeskWindow.Surroundings(themes, memory, "0.1.0", self::lockScreen, self.untilLock()),
                    List.of());
        });
        frame.show(stage);
    }

    private void unlock(FxRobot robot) {
        robot.interact(() -> ((SecretField) frame.scene().lookup("#unlock-passphrase"))
                .insert("correct horse battery staple"));
        robot.interact(() -> ((SecretField) frame.scene().lookup("#unlock-passphrase")).requestFocus());
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void unlocksLocksTheScreenAndClosesTheVault(FxRobot robot) {
        assertThat(frame.desk()).isNull();
        unlock(robot);
        DeskWindow desk = frame.desk();
        assertThat(desk).isNotNull();
        assertThat(frame.untilLock().getValue()).isNotNull();
        robot.interact(() -> {
            signIn = new Stage();
            signIn.initOwner(stage);
            signIn.show();
        });
        robot.interact(stage::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(frame.isScreenLocked()).isTrue();
        assertThat(desk.isVisible()).as("nothing of the desk is seen").isFalse();
        assertThat(signIn.isShowing()).as("nor of its other windows").isFalse();
        assertThat(fakes.events.listeners()).as("the desk goes on behind the lock").isPositive();
        unlock(robot);
        assertThat(frame.isScreenLocked()).isFalse();
        assertThat(frame.desk()).isSameAs(desk);
        assertThat(desk.isVisible()).isTrue();
        assertThat(signIn.isShowing()).isTrue();
        robot.interact(frame::lockVault);
        assertThat(gate.state).isEqualTo(State.LOCKED);
        assertThat(frame.desk()).isNull();
        assertThat(fakes.events.listeners()).isZero();
        org.awaitility.Awaitility.await("what the desk left is collected").until(() -> gate.swept);
        robot.interact(signIn::close);
    }

    @Test
    void remembersWhereTheWindowWas(FxRobot robot) {
        robot.interact(() -> {
            stage.setX(12);
            stage.setY(34);
        });
        assertThat(memory.get("window.x")).contains("12");
        assertThat(memory.get("window.y")).contains("34");
    }
}
