package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.service.Permit;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.Icons;
import com.bizosaas.adsdesk.ui.common.TabId;
import java.util.ArrayList;
import java.util.List;

/// What the window itself can do, for the command palette.
final class ShellActions {

    private ShellActions() {
    }

    /// @param role of the person at the desk
    static List<DeskAction> of(DeskWindow window, Runnable lock, Role role) {
        List<DeskAction> actions = new ArrayList<>();
        for (TabId tab : TabId.values()) {
            actions.add(DeskAction.of(TabStrip.words(tab), "Tab", TabStrip.icon(tab), "Ctrl " + (tab.ordinal() + 1),
                    () -> window.select(tab)));
        }
        actions.add(DeskAction.of("All tenants", "Look at all of them at once", Icons.GRID, "Ctrl 0",
                window::showAllTenants));
        actions.add(DeskAction.of("Find tenant", "", Icons.SEARCH, "Ctrl T", window::findTenant));
        actions.add(DeskAction.of("Next tenant", "", Icons.DOWN, "Alt ↓", () -> window.stepTenant(1)));
        actions.add(DeskAction.of("Previous tenant", "", Icons.UP, "Alt ↑", () -> window.stepTenant(-1)));
        actions.add(DeskAction.of("Add tenant", "A client whose ads you run", Icons.ADD, "", window::addTenant)
                .unless(Permit.reason(role, Role.ADMINISTRATOR).orElse("")));
        actions.add(DeskAction.of("Sync this tab", "Read it from Facebook now", Icons.SYNC, "F5", window::refresh));
        actions.add(DeskAction.of("Find in this tab", "", Icons.SEARCH, "Ctrl F", window::focusSearch));
        actions.add(DeskAction.of("Light or dark", "Theme", Icons.DARK, "Ctrl Shift D", window::toggleTheme));
        actions.add(DeskAction.of("Fold the tenants", "", Icons.FOLD, "Ctrl B", window::toggleRail));
        actions.add(DeskAction.of("Lock now", "", Icons.LOCK, "Ctrl L", lock));
        actions.add(DeskAction.of("Keys", "The list of all keys", Icons.KEYS, "F1", window::showShortcuts));
        return actions;
    }
}
