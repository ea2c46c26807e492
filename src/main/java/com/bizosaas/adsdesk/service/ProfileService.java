package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;

/// What was agreed with each client, and the question before a day's first write.
@Needs(Role.VIEWER)
public interface ProfileService {

    /// The empty one where nothing was agreed.
    TenantProfile profile(TenantId tenant);

    /// @throws DeskException naming the field that is wrong
    @Needs(Role.ADMINISTRATOR)
    void save(TenantId tenant, TenantProfile changed);

    /// Whether the person at the desk has not yet been asked today whether this is the client they mean. The day is this
    /// computer's.
    boolean isFirstWriteToday(TenantId tenant);

    /// They were asked, and meant it.
    @Needs(Role.PUBLISHER)
    void confirmFirstWrite(TenantId tenant);
}
