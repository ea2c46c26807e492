package com.bizosaas.adsdesk.ui.common;

import javafx.scene.Node;

/// One tab as the shell sees it. FX thread only.
public interface DeskTab {

    TabId id();

    /// The tab's view, always the same node.
    Node view();

    /// The tab becomes visible: subscribe and show what the store holds.
    void activate();

    /// The tab is left or the window closes: unsubscribe and cancel what nobody waits for any more.
    void deactivate();

    /// F5: read what this tab shows from Facebook now.
    void refresh();

    /// Ctrl+F: put the focus into the tab's search field, if it has one.
    default void focusSearch() {
    }
}
