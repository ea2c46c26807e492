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

/// Locks the screen when nothing was typed, pressed or scrolled for a while. Wall-clock time counts, so that a computer
/// that slept is locked when it wakes. FX thread only.
public final class IdleLock {

    private final InstantSource clock;
    private final Runnable lock;
    private final Timeline ticker = new Timeline(new KeyFrame(javafx.util.Duration.seconds(5), _ -> check()));
    private final ReadOnlyObjectWrapper<@Nullable Duration> left = new ReadOnlyObjectWrapper<>(this, "left", null);
    private Duration after = Duration.ZERO;
    private Instant lastInput;
    private boolean running;

    public IdleLock(InstantSource clock, Runnable lock) {
        this.clock = clock;
        this.lock = lock;
        this.lastInput = clock.instant();
        ticker.setCycleCount(Timeline.INDEFINITE);
    }

    /// Time until the lock; null while it is off.
    public ReadOnlyObjectProperty<@Nullable Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }

    public void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, event -> {
            if (event.getEventType() == KeyEvent.KEY_PRESSED || event.getEventType() == MouseEvent.MOUSE_PRESSED
                    || event.getEventType() == ScrollEvent.SCROLL) {
                lastInput = clock.instant();
                check();
            }
        });
    }

    /// @param idle zero for never
    public void after(Duration idle) {
        after = idle;
        check();
    }

    public void start() {
        lastInput = clock.instant();
        running = true;
        ticker.play();
        check();
    }

    public void stop() {
        running = false;
        ticker.stop();
        left.set(null);
    }

    public Instant lastInput() {
        return lastInput;
    }

    void check() {
        if (!running || after.isZero()) {
            left.set(null);
            return;
        }
        Duration rest = after.minus(Duration.between(lastInput, clock.instant()));
        if (rest.isNegative() || rest.isZero()) {
            stop();
            lock.run();
        } else {
            left.set(rest);
        }
    }
}
