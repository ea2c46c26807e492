package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.RunMemory;
import com.bizosaas.adsdesk.store.RunStore;
import com.bizosaas.adsdesk.store.StoreException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps report runs in the metrics store. Where it fails, a run is made a second time, and nothing else happens.
final class RunKeeper implements RunMemory {

    private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);

    private final RunStore store;

    RunKeeper(RunStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> find(TenantId tenant, AdAccountId account, String question, Instant notBefore) {
        try {
            return store.find(tenant, account, question, notBefore);
        } catch (StoreException | IllegalStateException e) {
            LOG.warn("Earlier report runs cannot be looked up", e);
            return Optional.empty();
        }
    }

    @Override
    public void started(TenantId tenant, AdAccountId account, String question, String run, Instant at) {
        quietly(() -> store.put(tenant, account, question, run, at));
    }

    @Override
    public void ended(TenantId tenant, AdAccountId account, String question) {
        quietly(() -> store.remove(tenant, account, question));
    }

    private static void quietly(Runnable write) {
        try {
            write.run();
        } catch (StoreException | IllegalStateException e) {
            LOG.warn("A report run was not noted", e);
        }
    }
}
