package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.DeskServices;
import java.time.InstantSource;

/// What every tab is built with. Each tab hands its parts on the single collaborators they use, never the whole.
///
/// @param permits greys what the person at the desk may not do
/// @param openTab shows another tab, for "Go to Campaigns" and the like
public record DeskContext(DeskServices services, TaskRunner tasks, ScopeModel scope, Notifier notifier, Dialogs dialogs,
        java.util.function.Consumer<TabId> openTab, InstantSource clock, Permits permits) {

    public DeskContext(DeskServices services, TaskRunner tasks, ScopeModel scope, Notifier notifier, Dialogs dialogs,
            java.util.function.Consumer<TabId> openTab, InstantSource clock) {
        this(services, tasks, scope, notifier, dialogs, openTab, clock, new Permits(services.persons(), tasks));
    }
}
