package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.Problem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows news at the bottom right: three at most, six seconds, ten with an undo; hovering stops the clock; failures stay
/// until they are closed. FX thread only.
public final class ToastNotifier implements Notifier {

    private static final int MOST = 3;
    private static final double SECONDS = 6;
    private static final double SECONDS_WITH_UNDO = 10;

    private final VBox layer = new VBox();

    public ToastNotifier() {
        layer.getStyleClass().add("toasts");
        layer.setPickOnBounds(false);
        layer.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /// To be laid over everything, at the bottom right.
    public VBox layer() {
        return layer;
    }

    @Override
    public void done(String text, @Nullable Runnable undo) {
        add(new Toast(text, undo, undo == null ? SECONDS : SECONDS_WITH_UNDO, this::remove));
    }

    @Override
    public void failed(Problem problem) {
        add(new Toast(problem, this::remove));
    }

    public void clear() {
        layer.getChildren().clear();
    }

    private void add(Toast toast) {
        layer.getChildren().add(toast);
        if (layer.getChildren().size() > MOST) {
            layer.getChildren().removeFirst();
        }
    }

    private void remove(Toast toast) {
        layer.getChildren().remove(toast);
    }
}
