package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.Set;

/// A key of the local API, without its secret.
///
/// @param name what it is used for, in the operator's words; it stands in the audit log
/// @param tenants the only tenants that it opens; empty for all, those made later included
public record ApiKey(String id, String name, Role role, Set<TenantId> tenants, Instant createdAt) {

    /// Id of the key that lies in the key file: it may do everything for every tenant.
    public static final String OWN = "own";

    public ApiKey {
        tenants = Set.copyOf(tenants);
    }

    public boolean opens(TenantId tenant) {
        return tenants.isEmpty() || tenants.contains(tenant);
    }

    /// Whether it may see and do what concerns no single tenant.
    public boolean opensAll() {
        return tenants.isEmpty();
    }
}
