package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.FieldMemory;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.FieldStore.Refused;
import com.bizosaas.adsdesk.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps in the metrics store which fields Facebook has taken away. Where it fails, one request more finds out.
final class FieldKeeper implements FieldMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FieldKeeper.class);
    /// Longer than it is believed.
    private static final Duration KEPT = Duration.ofDays(2);

    private final DeskStore store;
    private final InstantSource clock;

    FieldKeeper(DeskStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Kept> load() {
        List<Kept> kept = new ArrayList<>();
        for (Tenant tenant : store.tenants().list()) {
            for (Refused field : store.goneFields().list(tenant.id(), oldest())) {
                kept.add(new Kept(field.version(), field.of(), field.field(), field.at()));
            }
        }
        return kept;
    }

    @Override
    public void save(TenantId tenant, Kept kept) {
        try {
            store.goneFields().put(tenant, new Refused(kept.version(), kept.of(), kept.field(), kept.at()), oldest());
        } catch (StoreException | IllegalStateException e) {
            LOG.warn("A field that is gone was not noted", e);
        }
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}
