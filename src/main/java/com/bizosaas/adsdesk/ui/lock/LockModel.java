package com.bizosaas.adsdesk.ui.lock;

import com.bizosaas.adsdesk.service.BackupService;
import com.bizosaas.adsdesk.service.DeskGate;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Checks passphrases through the gate, off the FX thread, and makes each wrong one cost a longer wait. FX thread only.
final class LockModel {

    private static final int LONGEST_WAIT = 30;

    private final DeskGate gate;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final ReadOnlyObjectWrapper<DeskGate.Strength> strength = new ReadOnlyObjectWrapper<>(this, "strength",
            new DeskGate.Strength(0, ""));
    private int wrong;
    private int asked;

    LockModel(DeskGate gate, TaskRunner tasks, InstantSource clock) {
        this.gate = gate;
        this.tasks = tasks;
        this.clock = clock;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last try failed; its `until` is when the next may be made.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DeskGate.Strength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    /// How long the next try must wait, zero when it need not.
    Duration left() {
        Problem last = problem.get();
        Instant until = last == null ? null : last.until();
        Duration left = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    void judge(char[] passphrase) {
        int mine = ++asked;
        tasks.call(() -> gate.strength(passphrase)).onSuccess(judged -> {
            if (mine == asked) {
                strength.set(judged);
            }
        }).onError(thrown -> problem.set(Problems.of(thrown))).andFinally(() -> Arrays.fill(passphrase, '\0')).start();
    }

    void create(char[] passphrase, String operatorName, Consumer<DeskGate.Opened> opened) {
        begin();
        tasks.call(() -> gate.create(passphrase, operatorName)).onSuccess(opened::accept)
                .onError(thrown -> problem.set(Problems.of(thrown))).andFinally(() -> busy.set(false)).start();
    }

    void unlock(char[] passphrase, Consumer<DeskServices> opened) {
        if (!left().isZero() || busy.get()) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        begin();
        tasks.call(() -> gate.unlock(passphrase)).onSuccess(opened::accept)
                .onError(thrown -> problem.set(waiting(Problems.of(thrown)))).andFinally(() -> busy.set(false)).start();
    }

    /// Whom the computer's keyring can let in; nobody where that cannot be read.
    void keyringOffers(Consumer<List<DeskGate.KeyringOffer>> found) {
        tasks.call(gate::keyringOffers).onSuccess(found::accept).onError(thrown -> problem.set(Problems.of(thrown)))
                .start();
    }

    void unlockWithKeyring(String entry, Consumer<DeskServices> opened) {
        if (busy.get()) {
            return;
        }
        begin();
        tasks.call(() -> gate.unlockWithKeyring(entry)).onSuccess(opened::accept)
                .onError(thrown -> problem.set(Problems.of(thrown))).andFinally(() -> busy.set(false)).start();
    }

    void backups(Consumer<List<BackupService.Backup>> found) {
        tasks.call(gate::backups).onSuccess(found::accept).onError(thrown -> problem.set(Problems.of(thrown))).start();
    }

    void restore(Path backup, char[] secret, Consumer<DeskServices> opened) {
        if (!left().isZero() || busy.get()) {
            Arrays.fill(secret, '\0');
            return;
        }
        begin();
        tasks.call(() -> gate.restore(backup, secret)).onSuccess(opened::accept)
                .onError(thrown -> problem.set(waiting(Problems.of(thrown)))).andFinally(() -> busy.set(false)).start();
    }

    void rekey(char[] passphrase, Consumer<DeskGate.Opened> opened) {
        if (!left().isZero() || busy.get()) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        begin();
        tasks.call(() -> gate.rekey(passphrase)).onSuccess(opened::accept)
                .onError(thrown -> problem.set(waiting(Problems.of(thrown)))).andFinally(() -> busy.set(false)).start();
    }

    /// Lifts the screen lock.
    void lift(char[] passphrase, Runnable lifted) {
        if (!left().isZero() || busy.get()) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        begin();
        tasks.call(() -> gate.recognises(passphrase)).onSuccess(right -> {
            if (right) {
                lifted.run();
            } else {
                problem.set(waiting(Problem.invalid("passphrase", "Wrong passphrase", "Capitals and spaces count.")));
            }
        }).onError(thrown -> problem.set(Problems.of(thrown))).andFinally(() -> busy.set(false)).start();
    }

    private void begin() {
        problem.set(null);
        busy.set(true);
    }

    /// A wrong passphrase waits 1, 2, 4 … 30 seconds, unless the gate asks for longer.
    private Problem waiting(Problem given) {
        if (given.kind() != Problem.Kind.INVALID_INPUT || given.until() != null) {
            return given;
        }
        wrong++;
        long seconds = Math.min(LONGEST_WAIT, 1L << Math.min(wrong - 1, 5));
        return new Problem(given.kind(), given.title(), given.remedy(), given.field(),
                clock.instant().plusSeconds(seconds), given.details());
    }
}
