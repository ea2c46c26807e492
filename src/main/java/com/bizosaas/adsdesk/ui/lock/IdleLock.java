package com.bizosaas.adsdesk.ui.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Locks the screen, and later the vault, when nothing was typed, pressed or scrolled for a while; and the vault at once
/// when the computer wakes from a long sleep. Wall-clock time counts, so that a short sleep counts as idleness. What is
/// typed into the lock screen does not: it says nothing of who is there. FX thread only.
public final class IdleLock {

    /// A computer that slept this long may have changed hands.
    public static final Duration LONG_SLEEP = Duration.ofHours(1);

    /// What locks.
    public interface Locks {

        void screen();

        /// @param why a sentence
        void vault(String why);
    }

    private final InstantSource clock;
    private final Locks locks;
    private final Timeline ticker = new Timeline(new KeyFrame(javafx.util.Duration.seconds(5), _ -> check()));
    private final ReadOnlyObjectWrapper<@Nullable Duration> left = new ReadOnlyObjectWrapper<>(this, "left", null);
    private Duration screenAfter = Duration.ZERO;
    private Duration vaultAfter = Duration.ZERO;
    private Instant lastInput;
    private Instant lastCheck;
    private boolean running;
    private boolean screenLocked;

    public IdleLock(InstantSource clock, Locks locks) {
        this.clock = clock;
        this.locks = locks;
        this.lastInput = clock.instant();
        this.lastCheck = lastInput;
        ticker.setCycleCount(Timeline.INDEFINITE);
    }

    /// Time until the screen locks; null while that is off or done.
    public ReadOnlyObjectProperty<@Nullable Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }

    public void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, event -> {
            if (!screenLocked && (event.getEventType() == KeyEvent.KEY_PRESSED
                    || event.getEventType() == MouseEvent.MOUSE_PRESSED
                    || event.getEventType() == ScrollEvent.SCROLL)) {
                // First, so that the first key after an absence finds the desk locked.
                check();
                lastInput = clock.instant();
            }
        });
    }

    /// @param screen idle time, zero for never
    /// @param vault idle time, zero for never
    public void after(Duration screen, Duration vault) {
        screenAfter = screen;
        vaultAfter = vault;
        check();
    }

    /// The desk is open and in view from now on.
    public void start() {
        lastInput = clock.instant();
        lastCheck = lastInput;
        running = true;
        screenLocked = false;
        ticker.play();
        check();
    }

    /// The screen is locked: only the vault is left to lock.
    public void screenLocked() {
        screenLocked = true;
        left.set(null);
    }

    /// The vault is closed: nothing is left to lock.
    public void stop() {
        running = false;
        ticker.stop();
        left.set(null);
    }

    public Instant lastInput() {
        return lastInput;
    }

    /// Looks at the clock; called every five seconds.
    public void check() {
        Instant now = clock.instant();
        Duration sinceCheck = Duration.between(lastCheck, now);
        lastCheck = now;
        if (!running) {
            return;
        }
        Duration idle = Duration.between(lastInput, now);
        if (sinceCheck.compareTo(LONG_SLEEP) >= 0) {
            stop();
            locks.vault("The computer slept for a long time.");
        } else if (isOver(vaultAfter, idle)) {
            stop();
            locks.vault("Nobody used it for a long time.");
        } else if (!screenLocked && isOver(screenAfter, idle)) {
            screenLocked();
            locks.screen();
        } else {
            left.set(screenLocked || screenAfter.isZero() ? null : screenAfter.minus(idle));
        }
    }

    private static boolean isOver(Duration after, Duration idle) {
        return !after.isZero() && idle.compareTo(after) >= 0;
    }
}
