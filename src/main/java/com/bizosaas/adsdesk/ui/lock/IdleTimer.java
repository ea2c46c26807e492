package com.bizosaas.adsdesk.ui.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Locks the screen after a time without input. Wall time counts, so that a computer that slept wakes up locked.
/// FX thread only.
public final class IdleTimer {

    private final Scene scene;
    private final InstantSource clock;
    private final Runnable lock;
    private final EventHandler<InputEvent> listener = this::onInput;
    private final Timeline tick = new Timeline(new KeyFrame(javafx.util.Duration.seconds(5), _ -> check()));
    private final ReadOnlyObjectWrapper<@Nullable Duration> left = new ReadOnlyObjectWrapper<>(this, "left", null);
    private Duration limit = Duration.ZERO;
    private Instant lastInput;

    public IdleTimer(Scene scene, InstantSource clock, Runnable lock) {
        this.scene = scene;
        this.clock = clock;
        this.lock = lock;
        this.lastInput = clock.instant();
        tick.setCycleCount(Animation.INDEFINITE);
    }

    /// Time until the screen locks, null where it never does.
    public ReadOnlyObjectProperty<@Nullable Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// @param idle zero for never
    public void use(Duration idle) {
        limit = idle;
        check();
    }

    public void start() {
        lastInput = clock.instant();
        scene.addEventFilter(InputEvent.ANY, listener);
        tick.play();
    }

    public void stop() {
        scene.removeEventFilter(InputEvent.ANY, listener);
        tick.stop();
    }

    private void onInput(InputEvent event) {
        if (event.getEventType() != MouseEvent.MOUSE_EXITED && event.getEventType() != MouseEvent.MOUSE_EXITED_TARGET) {
            lastInput = clock.instant();
        }
    }

    void check() {
        if (limit.isZero()) {
            left.set(null);
            return;
        }
        Duration remaining = limit.minus(Duration.between(lastInput, clock.instant()));
        if (remaining.isPositive()) {
            left.set(remaining);
        } else {
            left.set(Duration.ZERO);
            lastInput = clock.instant();
            lock.run();
        }
    }
}
