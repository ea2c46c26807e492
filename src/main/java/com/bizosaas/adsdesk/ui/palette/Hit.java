package com.bizosaas.adsdesk.ui.palette;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.common.DeskAction;
import com.bizosaas.adsdesk.ui.common.Icons;
import org.jspecify.annotations.Nullable;

/// Something that the palette can run.
///
/// @param id the same from one opening to the next, to remember what was used
/// @param folded its name as [Fuzzy] compares it
/// @param tenant whose avatar stands before it, null for an icon
/// @param key the key that does the same, empty for none
/// @param obstacle why it cannot be run now, empty where it can
/// @param run on the FX thread
record Hit(Group group, String id, String name, String folded, String detail, Icons icon, @Nullable Tenant tenant,
        String key, String obstacle, Runnable run) {

    /// In the order in which they are listed.
    enum Group {
        RECENT("Recent"),
        HERE("Actions here"),
        OBJECTS("Campaigns, ad sets, ads"),
        PLACES("Views and settings"),
        ACTIONS("Everywhere"),
        ACCOUNTS("Ad accounts"),
        TENANTS("Tenants");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static Hit of(Group group, DeskAction action) {
        return new Hit(group, group + ":" + action.name(), action.name(), Fuzzy.folded(action.name()), action.detail(),
                action.icon(), null, action.key(), action.obstacle(), action.run());
    }

    Hit in(Group other) {
        return new Hit(other, id, name, folded, detail, icon, tenant, key, obstacle, run);
    }
}
