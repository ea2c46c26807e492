package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.LimitMemory;
import com.bizosaas.adsdesk.graph.LimitScope;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.LimitStore.Limit;
import com.bizosaas.adsdesk.store.StoreException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the state of Facebook's limits in the metrics store, for the app that the desk runs under.
final class LimitKeeper implements LimitMemory {

    private static final Logger LOG = LoggerFactory.getLogger(LimitKeeper.class);

    private final DeskStore store;
    private final Supplier<String> appId;

    LimitKeeper(DeskStore store, Supplier<String> appId) {
        this.store = store;
        this.appId = appId;
    }

    @Override
    public List<Kept> load() {
        List<Kept> kept = new ArrayList<>();
        for (Tenant tenant : store.tenants().list()) {
            for (Limit limit : store.limits().list(tenant.id(), appId.get())) {
                kept.add(new Kept(new LimitScope(LimitScope.Part.valueOf(limit.part()), limit.key(), limit.useCase()),
                        limit.closedAt(), limit.until(), limit.strikes(), limit.share(), limit.seenAt()));
            }
        }
        return kept;
    }

    @Override
    public void save(TenantId tenant, Collection<Kept> windows) {
        try {
            store.limits().put(tenant, appId.get(), windows.stream().map(kept -> new Limit(kept.scope().part().name(),
                    kept.scope().key(), kept.scope().type(), kept.closedAt(), kept.until(), kept.strikes(),
                    kept.share(), kept.at())).toList());
        } catch (StoreException | IllegalStateException e) {
            // The answer that showed it must not be lost with it; after a restart one call more finds out.
            LOG.warn("The state of the limits was not kept", e);
        }
    }
}
