package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import java.util.List;

/// The agency's clients.
@Needs(Role.ADMINISTRATOR)
public interface TenantService {

    /// All tenants by name, in the reader's collation.
    @Needs(Role.VIEWER)
    List<Tenant> tenants();

    /// @throws DeskException if the name is empty, too long or already taken
    Tenant create(String name);

    /// Makes a tenant under an id of the caller's choice.
    ///
    /// @throws DeskException if the id or the name is taken, or the name empty or too long
    Tenant create(TenantId id, String name);

    Tenant update(Tenant changed);

    /// Disconnects the tenant, destroys its key and everything stored of it. Final.
    void delete(TenantId tenant);
}
