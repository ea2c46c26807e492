package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.ui.common.Health;
import java.util.List;

/// A tenant in the rail.
///
/// @param detail today's spend and the local time, or why there is none
/// @param alerts what needs a look, most urgent first
public record TenantRow(Tenant tenant, Health health, String detail, List<String> alerts) {

    public TenantRow {
        alerts = List.copyOf(alerts);
    }

    /// Whether it belongs under "Needs attention".
    public boolean needsAttention() {
        return health == Health.WARNING || health == Health.STOPPED;
    }
}
