package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.Problem;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One piece of news. A ring shows how long its undo is still offered.
final class Toast extends HBox {

    private static final double RING = 6;

    private @Nullable Timeline clock;

    Toast(String text, @Nullable Runnable undo, double seconds, Consumer<Toast> remove) {
        getStyleClass().add("toast");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text);
        getChildren().addAll(Icons.DONE.node("i16"), words(text), Labels.gap());
        Arc ring = new Arc(RING, RING, RING, RING, 90, 360);
        ring.setType(ArcType.OPEN);
        ring.getStyleClass().add("ring");
        Timeline running = new Timeline(new KeyFrame(Duration.seconds(seconds), _ -> remove.accept(this),
                new KeyValue(ring.lengthProperty(), 0)));
        if (undo != null) {
            Button button = Buttons.flat("Undo", null, () -> {
                running.stop();
                remove.accept(this);
                undo.run();
            });
            getChildren().addAll(ring, button);
        }
        setOnMouseEntered(_ -> running.pause());
        setOnMouseExited(_ -> running.play());
        clock = running;
        running.play();
        stopWhenGone();
    }

    Toast(Problem problem, Consumer<Toast> remove) {
        getStyleClass().addAll("toast", "danger");
        String text = Banner.sentence(problem.title()) + " " + problem.remedy();
        setAccessibleText(text);
        getChildren().addAll(Icons.STOPPED.node("i16"), words(text), Labels.gap(),
                Buttons.flat("Close", null, () -> remove.accept(this)));
    }

    private static Label words(String text) {
        Label words = Labels.wrapped(text);
        words.setMaxWidth(420);
        return words;
    }

    private void stopWhenGone() {
        parentProperty().addListener((_, _, now) -> {
            if (now == null && clock != null) {
                clock.stop();
            }
        });
    }
}
