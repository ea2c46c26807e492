package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// The whole window while the desk is not open. Which of its faces is seen depends on the gate: making a vault, opening
/// it, lifting the screen lock, putting a backup back, or explaining that the stored files cannot be used. FX thread only.
public final class LockScreen extends StackPane {

    private final DeskGate gate;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final Runnable quit;

    /// @param quit ends the program
    public LockScreen(DeskGate gate, TaskRunner tasks, InstantSource clock, Runnable quit) {
        this.gate = gate;
        this.tasks = tasks;
        this.clock = clock;
        this.quit = quit;
        getStyleClass().add("lock-screen");
        setId("lock-screen");
        getStylesheets().add(Objects.requireNonNull(LockScreen.class.getResource("lock.css")).toExternalForm());
    }

    /// Shows what the gate's state asks for.
    ///
    /// @param why the vault is locked, as a sentence; empty at start and where the operator locked it
    /// @param opened receives the services once the vault is open
    public void showGate(String why, Consumer<DeskServices> opened) {
        LockModel model = new LockModel(gate, tasks, clock);
        Runnable restore = () -> face(new RestoreFace(new LockModel(gate, tasks, clock), () -> showGate(why, opened),
                opened));
        Runnable rekey = () -> face(new RekeyFace(new LockModel(gate, tasks, clock), () -> showGate(why, opened),
                opened));
        switch (gate.state()) {
            case FIRST_START -> showFirstStart("", opened);
            case LOCKED -> face(UnlockFace.forVault(model, why, opened, restore, rekey));
            case DAMAGED -> face(new DamagedFace(gate.problem(), restore, quit));
            case OPEN -> throw new IllegalStateException("The vault is open already");
        }
    }

    private void showFirstStart(String name, Consumer<DeskServices> opened) {
        face(new FirstStartFace(new LockModel(gate, tasks, clock), name, opened, typed -> face(new RestoreFace(
                new LockModel(gate, tasks, clock), () -> showFirstStart(typed, opened), opened))));
    }

    /// Shows the lock of a screen behind which the desk goes on.
    ///
    /// @param since when it was locked, such as "idle since 08:57"
    public void showScreenLock(String operatorName, String since, Runnable lifted) {
        face(UnlockFace.forScreen(new LockModel(gate, tasks, clock), operatorName, since, lifted));
    }

    /// Forgets what was typed.
    public void clear() {
        getChildren().clear();
    }

    private void face(Node face) {
        StackPane centred = new StackPane(face);
        centred.getStyleClass().add("lock-centre");
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        getChildren().setAll(scroll);
        Platform.runLater(() -> {
            if (face instanceof Face first) {
                first.focusFirst();
            }
        });
    }

    /// A face that knows where typing begins.
    interface Face {
        void focusFirst();
    }
}
