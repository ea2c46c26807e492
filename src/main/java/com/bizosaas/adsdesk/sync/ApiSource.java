package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AdsApi;

/// Where readers get a tenant's client from.
@FunctionalInterface
public interface ApiSource {

    /// @throws NotConnectedException if the tenant has no sign-in
    /// @throws com.bizosaas.adsdesk.graph.GraphException of kind TOKEN if its sign-in is known to be dead; nothing was sent
    AdsApi api(TenantId tenant);
}
