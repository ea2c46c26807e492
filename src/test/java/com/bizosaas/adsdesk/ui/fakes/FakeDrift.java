package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.service.DriftService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Drift as it was put here; what was decided is written down.
public final class FakeDrift implements DriftService {

    public List<Drift> drifts = List.of();
    /// Thrown by every look while set.
    public @Nullable RuntimeException failure;
    public final List<Drift> accepted = new ArrayList<>();
    public final List<Drift> reverted = new ArrayList<>();

    @Override
    public List<Drift> drifts(TenantId tenant) {
        if (failure != null) {
            throw failure;
        }
        return drifts;
    }

    @Override
    public void accept(TenantId tenant, Collection<Drift> some) {
        accepted.addAll(some);
    }

    @Override
    public Set<DraftKey> revert(TenantId tenant, Collection<Drift> some) {
        reverted.addAll(some);
        return some.stream().map(Drift::key).collect(Collectors.toSet());
    }
}
