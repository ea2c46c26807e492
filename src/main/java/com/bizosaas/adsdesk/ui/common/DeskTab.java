package com.bizosaas.adsdesk.ui.common;

import java.util.List;
import javafx.scene.Node;

/// One tab as the shell sees it. FX thread only.
public interface DeskTab {

    TabId id();

    /// The tab's view, always the same node.
    Node view();

    /// The desk was opened, and a tab of it is shown: what makes this tab's first look quick may be done now, off the FX thread
    /// or in pieces that hold up no frame for long.
    default void prepare() {
        // Most tabs are quick anyway.
    }

    /// The tab becomes visible: subscribe and show what the store holds.
    void activate();

    /// The tab is left or the window closes: unsubscribe and cancel what nobody waits for any more.
    void deactivate();

    /// F5: read what this tab shows from Facebook now.
    void refresh();

    /// Ctrl+F: put the focus into the tab's search field, if it has one.
    default void focusSearch() {
    }

    /// What can be done here at this moment, what is in focus first. Asked of the tab in view.
    default List<DeskAction> actions() {
        return List.of();
    }

    /// What can be opened here, whether or not the tab is in view: saved views, sections.
    default List<DeskAction> places() {
        return List.of();
    }

    /// The keys that work here and nowhere else, for the list of keys.
    default List<KeyHint> keys() {
        return List.of();
    }

    /// Opens the review of what is pending, if this is where that is done.
    default void review() {
        // Only the Campaigns tab publishes.
    }

    /// Shows what has this name or id, and nothing else.
    default void find(String text) {
        // Tabs without a search have nothing to find.
    }
}
