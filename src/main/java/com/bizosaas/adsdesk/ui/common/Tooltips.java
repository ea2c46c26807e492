package com.bizosaas.adsdesk.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Tooltips in the desk's manner. A disabled control gets no mouse events, so one that must say why it is disabled is
/// wrapped.
public final class Tooltips {

    private static final Duration DELAY = Duration.millis(500);
    private static final double WIDEST = 360;

    private Tooltips() {
    }

    public static Tooltip show(Node node, String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(DELAY);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        Tooltip.install(node, tooltip);
        return tooltip;
    }

    /// Disables the control while there is a reason against it, and tells the reason on hover and to screen readers.
    ///
    /// @param reason empty while the control can be used
    /// @return the node to lay out in place of the control
    public static Node disabledBecause(Node control, ObservableValue<String> reason) {
        control.disableProperty().bind(Bindings.createBooleanBinding(() -> !reason.getValue().isEmpty(), reason));
        StackPane wrapper = new StackPane(control);
        wrapper.getStyleClass().add("explained");
        Tooltip tooltip = new Tooltip();
        tooltip.setShowDelay(DELAY);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        tooltip.textProperty().bind(reason.map(text -> text));
        Runnable sync = () -> {
            if (reason.getValue().isEmpty()) {
                Tooltip.uninstall(wrapper, tooltip);
            } else {
                Tooltip.install(wrapper, tooltip);
            }
            control.setAccessibleHelp(reason.getValue());
        };
        reason.addListener((_, _, _) -> sync.run());
        sync.run();
        return wrapper;
    }
}
