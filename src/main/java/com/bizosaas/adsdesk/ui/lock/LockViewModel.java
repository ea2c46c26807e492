package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskGate.Strength;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// State and commands of the lock screen. FX thread only; keys are derived elsewhere.
public final class LockViewModel {

    /// What the screen asks for.
    public enum Mode {
        /// Looking at what is there.
        LOOKING, FIRST_START,
        /// The vault is made; its recovery code is shown, once.
        RECOVERY_CODE, LOCKED,
        /// The desk is open behind the screen.
        SCREEN_LOCKED, DAMAGED,
        /// Nothing to ask: the desk is in view.
        AWAY
    }

    static final Strength NO_STRENGTH = new Strength(0, "");

    private final DeskGate gate;
    private final TaskRunner tasks;
    private final Consumer<DeskServices> opened;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(this, "mode", Mode.LOOKING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final ReadOnlyObjectWrapper<Strength> strength = new ReadOnlyObjectWrapper<>(this, "strength", NO_STRENGTH);
    private String recoveryCode = "";
    private @Nullable DeskServices made;

    /// @param opened receives the services when the vault was opened or made
    public LockViewModel(DeskGate gate, TaskRunner tasks, Consumer<DeskServices> opened) {
        this.gate = gate;
        this.tasks = tasks;
        this.opened = opened;
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    /// The recovery code in the mode RECOVERY_CODE, empty in every other.
    public String recoveryCode() {
        return recoveryCode;
    }

    /// Looks at what is stored.
    public void look() {
        problem.set(null);
        mode.set(Mode.LOOKING);
        tasks.call(gate::state).onSuccess(this::found).onError(this::failed).start();
    }

    private void found(DeskGate.State state) {
        switch (state) {
            case FIRST_START -> mode.set(Mode.FIRST_START);
            case LOCKED -> mode.set(Mode.LOCKED);
            case OPEN -> mode.set(Mode.SCREEN_LOCKED);
            case DAMAGED -> {
                problem.set(gate.problem());
                mode.set(Mode.DAMAGED);
            }
        }
    }

    /// Hides an open desk.
    public void lockScreen() {
        problem.set(null);
        mode.set(Mode.SCREEN_LOCKED);
    }

    /// Tells how strong what is being typed is.
    ///
    /// @param passphrase taken over and wiped
    public void judge(char[] passphrase) {
        tasks.call(() -> {
            try {
                return gate.strength(passphrase);
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        }).onSuccess(strength::set).start();
    }

    /// Makes the vault. Both passphrases are taken over and wiped.
    public void create(char[] passphrase, char[] again, String operatorName) {
        boolean equal = Arrays.equals(passphrase, again);
        Arrays.fill(again, '\0');
        if (operatorName.isBlank()) {
            refuse(passphrase, Problem.invalid("operatorName", "Your name is missing",
                    "The audit log records who did what."));
        } else if (!equal) {
            refuse(passphrase, Problem.invalid("again", "The two passphrases differ", "Type the same one twice."));
        } else {
            begin();
            tasks.call(() -> gate.create(passphrase, operatorName)).onSuccess(this::created).onError(this::failed)
                    .andFinally(() -> busy.set(false)).start();
        }
    }

    private void refuse(char[] passphrase, Problem reason) {
        Arrays.fill(passphrase, '\0');
        problem.set(reason);
    }

    private void created(DeskGate.Opened desk) {
        recoveryCode = desk.recoveryCode();
        made = desk.services();
        mode.set(Mode.RECOVERY_CODE);
    }

    /// The operator has written the recovery code down; it is forgotten here.
    public void writtenDown() {
        DeskServices services = made;
        recoveryCode = "";
        made = null;
        if (services != null) {
            mode.set(Mode.AWAY);
            opened.accept(services);
        }
    }

    /// Opens the vault, or lifts the screen lock. The passphrase is taken over and wiped.
    public void unlock(char[] passphrase) {
        begin();
        if (mode.get() == Mode.SCREEN_LOCKED) {
            tasks.call(() -> gate.recognises(passphrase)).onSuccess(this::recognised).onError(this::failed)
                    .andFinally(() -> busy.set(false)).start();
        } else {
            tasks.call(() -> gate.unlock(passphrase)).onSuccess(services -> {
                mode.set(Mode.AWAY);
                opened.accept(services);
            }).onError(this::failed).andFinally(() -> busy.set(false)).start();
        }
    }

    private void recognised(boolean right) {
        if (right) {
            mode.set(Mode.AWAY);
        } else {
            problem.set(Problem.invalid("passphrase", "That is not the passphrase", "Type it again."));
        }
    }

    /// Opens the vault, or makes it, with a passphrase that was given at the start. It is taken over and wiped.
    public void useAtStart(char[] passphrase) {
        tasks.call(gate::state).onSuccess(state -> {
            found(state);
            if (state == DeskGate.State.FIRST_START) {
                create(passphrase, passphrase.clone(), System.getProperty("user.name", "Operator"));
            } else if (state == DeskGate.State.LOCKED) {
                unlock(passphrase);
            } else {
                Arrays.fill(passphrase, '\0');
            }
        }).onError(this::failed).start();
    }

    private void begin() {
        problem.set(null);
        busy.set(true);
    }

    private void failed(Throwable thrown) {
        problem.set(Problems.of(thrown));
        if (mode.get() == Mode.LOOKING) {
            mode.set(Mode.DAMAGED);
        }
    }
}
