package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.service.DeskEvent;
import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSettings;
import com.bizosaas.adsdesk.service.Subscription;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.common.Themes;
import com.bizosaas.adsdesk.ui.lock.IdleLock;
import com.bizosaas.adsdesk.ui.lock.LockScreen;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program's one window from first start to exit: lock screen, desk, and lock screen over the desk. FX thread only.
///
/// Two locks, told apart to the operator: the screen lock hides the desk while sync goes on; the vault lock stops sync and
/// takes the keys out of memory.
public final class DeskFrame {

    private static final Logger LOG = LoggerFactory.getLogger(DeskFrame.class);
    private static final KeyCombination LOCK = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    private static final int SWEEPS = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// Builds the desk for services that were just opened.
    @FunctionalInterface
    public interface Opener {
        DeskWindow open(DeskServices services, DeskFrame frame);
    }

    private final DeskGate gate;
    private final TaskRunner tasks;
    private final Themes themes;
    private final WindowPlace place;
    private final InstantSource clock;
    private final Opener opener;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final LockScreen lockScreen;
    private final IdleLock idle;
    private final List<Window> hidden = new ArrayList<>();
    /// Scene and toolkit hold on to what they showed for some frames, on a busy computer for seconds.
    private final Timeline sweep;
    private @Nullable DeskWindow desk;
    private @Nullable DeskServices services;
    private @Nullable Subscription subscription;
    private String operatorName = "";
    private boolean screenLocked;

    public DeskFrame(DeskGate gate, TaskRunner tasks, Themes themes, WindowMemory memory, InstantSource clock,
            Runnable quit, Opener opener) {
        this.gate = gate;
        this.tasks = tasks;
        this.themes = themes;
        this.place = new WindowPlace(memory);
        this.clock = clock;
        this.opener = opener;
        this.lockScreen = new LockScreen(gate, tasks, clock, quit);
        this.idle = new IdleLock(clock, new IdleLock.Locks() {
            @Override
            public void screen() {
                lock("idle since " + TIME.format(idle.lastInput().atZone(ZoneId.systemDefault())));
            }

            @Override
            public void vault(String why) {
                lockVault(why);
            }
        });
        this.scene = new Scene(root, WindowPlace.WIDTH, WindowPlace.HEIGHT);
        themes.dress(scene);
        sweep = new Timeline(new KeyFrame(javafx.util.Duration.seconds(2), _ -> sweep()));
        sweep.setCycleCount(SWEEPS);
        idle.watch(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (LOCK.match(event) && desk != null && !screenLocked) {
                event.consume();
                lockScreen();
            }
        });
    }

    /// Shows the window at its last place, with the face that the gate asks for.
    public void show(Stage stage) {
        stage.setTitle("Ads Desk");
        stage.setScene(scene);
        place.restore(stage);
        showGate("");
        stage.show();
    }

    public Scene scene() {
        return scene;
    }

    /// Time until the screen locks by itself, null where it never does.
    public ObservableValue<@Nullable Duration> untilLock() {
        return idle.leftProperty();
    }

    /// The desk in view, null while the vault is closed.
    public @Nullable DeskWindow desk() {
        return desk;
    }

    public boolean isScreenLocked() {
        return screenLocked;
    }

    /// Hides the desk behind the lock screen; sync goes on.
    public void lockScreen() {
        lock("locked at " + TIME.format(clock.instant().atZone(ZoneId.systemDefault())));
    }

    private void lock(String since) {
        DeskWindow open = desk;
        if (open == null || screenLocked) {
            return;
        }
        screenLocked = true;
        idle.screenLocked();
        open.setVisible(false);
        hideOtherWindows();
        lockScreen.showScreenLock(operatorName, since, this::liftScreenLock);
        root.getChildren().setAll(open, lockScreen);
    }

    /// Closes the desk, stops sync and takes the keys out of memory.
    public void lockVault() {
        lockVault("");
    }

    /// @param why a sentence for the operator who finds it locked, or empty
    private void lockVault(String why) {
        closeDesk();
        tasks.run(gate::lock).onError(thrown -> LOG.error("The vault could not be closed in good order", thrown))
                .andFinally(() -> {
                    showGate(why);
                    sweep.playFromStart();
                }).start();
    }

    /// Until nothing holds the desk any more: scene and toolkit hold on to what they showed for some frames.
    private void sweep() {
        tasks.call(gate::sweep).onSuccess(clean -> {
            if (clean) {
                sweep.stop();
            }
        }).start();
    }

    /// Leaves the tabs and stops listening; for the end of the program.
    public void close() {
        closeDesk();
    }

    private void showGate(String why) {
        lockScreen.showGate(why, this::open);
        root.getChildren().setAll(lockScreen);
    }

    /// Shows the desk for services that were opened elsewhere, as with a passphrase from a file.
    public void open(DeskServices opened) {
        sweep.stop();
        services = opened;
        desk = opener.open(opened, this);
        subscription = opened.events().subscribe(event -> {
            if (event instanceof DeskEvent.SettingsChanged) {
                tasks.onFxThread(this::readSettings);
            }
        });
        lockScreen.clear();
        root.getChildren().setAll(desk);
        readSettings();
        idle.start();
        desk.start();
    }

    private void liftScreenLock() {
        DeskWindow open = desk;
        if (open != null) {
            screenLocked = false;
            lockScreen.clear();
            open.setVisible(true);
            root.getChildren().setAll(open);
            hidden.forEach(window -> ((Stage) window).show());
            hidden.clear();
            idle.start();
        }
    }

    /// A sign-in window must not stay readable over a locked desk.
    private void hideOtherWindows() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage stage && stage.getOwner() == scene.getWindow() && stage.isShowing()) {
                hidden.add(stage);
                stage.hide();
            }
        }
    }

    private void readSettings() {
        DeskServices open = services;
        if (open != null) {
            tasks.call(() -> open.settings().settings()).onSuccess(this::apply)
                    .onError(thrown -> LOG.warn("Settings could not be read: {}", Problems.of(thrown).title())).start();
        }
    }

    private void apply(DeskSettings settings) {
        operatorName = settings.operatorName();
        idle.after(settings.idleLock(), settings.vaultLock());
        if (settings.theme() != themes.theme()) {
            themes.use(settings.theme());
        }
    }

    private void closeDesk() {
        idle.stop();
        hidden.clear();
        screenLocked = false;
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
        if (desk != null) {
            desk.stop();
            desk = null;
        }
        services = null;
        root.getChildren().clear();
    }
}
