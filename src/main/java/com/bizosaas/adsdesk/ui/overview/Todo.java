package com.bizosaas.adsdesk.ui.overview;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.common.Health;
import com.bizosaas.adsdesk.ui.common.TabId;

/// Something that needs a person, with its one action.
///
/// @param urgency lower is more urgent
/// @param opens the tab in which it is done
record Todo(Tenant tenant, Health health, int urgency, String title, String detail, String action, TabId opens) {
}
