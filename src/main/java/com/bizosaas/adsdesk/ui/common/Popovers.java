package com.bizosaas.adsdesk.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Shows one small panel at a time below what opened it, inside the window, so that it never leaves the screen. A click
/// elsewhere or Esc closes it. FX thread only.
public final class Popovers {

    private static final double GAP = 4;
    private static final double MARGIN = 8;

    private final Pane layer = new Pane() {
        @Override
        protected void layoutChildren() {
            place();
        }
    };
    private @Nullable Region panel;
    private @Nullable Node anchor;

    public Popovers() {
        layer.getStyleClass().add("popover-layer");
        layer.setVisible(false);
        layer.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == layer) {
                close();
                event.consume();
            }
        });
        layer.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /// To be laid over the whole window.
    public Pane layer() {
        return layer;
    }

    public boolean isOpen() {
        return panel != null;
    }

    /// Opens a panel below its anchor; the same anchor again closes it.
    ///
    /// @param focus what gets the keys, null for the panel
    public void toggle(Node below, Region content, @Nullable Node focus) {
        boolean again = anchor == below;
        close();
        if (again) {
            return;
        }
        if (!content.getStyleClass().contains("popover")) {
            content.getStyleClass().add("popover");
        }
        anchor = below;
        panel = content;
        layer.getChildren().setAll(content);
        layer.setVisible(true);
        Node target = focus == null ? content : focus;
        content.applyCss();
        target.requestFocus();
    }

    public void close() {
        Node former = anchor;
        boolean hadFocus = isOpen();
        panel = null;
        anchor = null;
        layer.getChildren().clear();
        layer.setVisible(false);
        if (hadFocus && former != null && former.isFocusTraversable()) {
            former.requestFocus();
        }
    }

    private void place() {
        Region content = panel;
        Node below = anchor;
        if (content == null || below == null || below.getScene() == null) {
            return;
        }
        Bounds bounds = layer.sceneToLocal(below.localToScene(below.getBoundsInLocal()));
        double width = Math.min(content.prefWidth(-1), layer.getWidth() - 2 * MARGIN);
        double height = Math.min(content.prefHeight(width), layer.getHeight() - bounds.getMaxY() - GAP - MARGIN);
        double x = Math.clamp(bounds.getMinX(), MARGIN, Math.max(MARGIN, layer.getWidth() - width - MARGIN));
        content.resizeRelocate(Math.round(x), Math.round(bounds.getMaxY() + GAP), width, height);
    }
}
