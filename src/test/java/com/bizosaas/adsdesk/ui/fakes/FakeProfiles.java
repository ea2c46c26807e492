package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.profile.TenantProfile;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.ProfileService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class FakeProfiles implements ProfileService {

    public final Map<TenantId, TenantProfile> profiles = new HashMap<>();
    /// Tenants whose first write of the day was not confirmed yet.
    public final Set<TenantId> unconfirmed = new HashSet<>();
    public @Nullable Problem refusal;

    @Override
    public TenantProfile profile(TenantId tenant) {
        return profiles.getOrDefault(tenant, TenantProfile.EMPTY);
    }

    @Override
    public void save(TenantId tenant, TenantProfile changed) {
        if (refusal != null) {
            throw new DeskException(refusal);
        }
        profiles.put(tenant, changed);
    }

    @Override
    public boolean isFirstWriteToday(TenantId tenant) {
        return unconfirmed.contains(tenant);
    }

    @Override
    public void confirmFirstWrite(TenantId tenant) {
        unconfirmed.remove(tenant);
    }
}
