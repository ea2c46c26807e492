package com.bizosaas.adsdesk.ui.common;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// What lies on the scrim over the window until it is closed: a dialog, or a window of its own kind. It gets every key
/// while it is on top. FX thread only.
public abstract class OverlayPane extends BorderPane {

    private Runnable closer = () -> {
    };

    /// Puts the focus where the operator starts, or goes on after what lay above was closed.
    protected abstract void focusFirst();

    /// Called before anything inside gets the key.
    protected abstract void onKey(KeyEvent event);

    /// Called once when it is gone, however it went.
    protected abstract void gone();

    /// Takes it off the window.
    public final void close() {
        closer.run();
    }

    final void shown(Runnable howToClose) {
        closer = howToClose;
    }

    final boolean holds(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }
}
