package com.bizosaas.adsdesk.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Finds where the focus can go.
final class Focus {

    private Focus() {
    }

    /// The first node inside that can be seen and takes the focus, in reading order of the scene graph.
    static @Nullable Node firstIn(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                return child;
            }
            if (child instanceof Parent inner) {
                Node found = firstIn(inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
