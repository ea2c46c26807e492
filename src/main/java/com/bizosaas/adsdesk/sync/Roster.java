package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;

/// The accounts that can be read now: chosen by the operator, under a sign-in that works.
@FunctionalInterface
public interface Roster {

    List<Entry> entries();

    /// One account under one tenant's sign-in.
    record Entry(TenantId tenant, AdAccountId account) {
    }
}
