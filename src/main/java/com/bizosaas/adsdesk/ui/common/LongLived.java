package com.bizosaas.adsdesk.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Values of the program that outlive the desk: the theme, the time until the lock. FX thread only.
public final class LongLived {

    private LongLived() {
    }

    /// The value, followed only while the node is in a scene. A plain listener would keep the node, and with it the
    /// closed desk and its tokens, for as long as the value lives.
    public static <T> ObservableValue<T> whileInScene(Node node, ObservableValue<T> value) {
        return value.when(node.sceneProperty().map(_ -> true).orElse(false));
    }
}
