package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The append-only record of what was done.
@Needs(Role.VIEWER)
public interface AuditService {

    /// Newest first.
    ///
    /// @param tenant null for all
    /// @param text matched in who, action, object and its name; empty for all
    List<AuditEntry> entries(@Nullable TenantId tenant, String text, int limit);

    Verification verify();

    /// @param brokenAt number of the first entry whose link does not hold, 0 when all do
    record Verification(long checked, long brokenAt, String reason) {

        public boolean whole() {
            return brokenAt == 0;
        }
    }
}
