package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What was changed at Facebook since this desk wrote it, found after each poll, with who did it.
@Needs(Role.EDITOR)
public interface DriftService {

    /// From the store, at once. Who did it stands there once the account's history was read.
    @Needs(Role.VIEWER)
    List<Drift> drifts(TenantId tenant);

    /// Takes the changes as they are: they are no drift any more.
    void accept(TenantId tenant, Collection<Drift> drifts);

    /// Drafts what this desk had written, one step; review and publish it like any other draft.
    ///
    /// @throws DeskException if an object is gone
    Set<DraftKey> revert(TenantId tenant, Collection<Drift> drifts);
}
