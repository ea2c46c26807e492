package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.GraphObjects.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an ad account may advertise with, as last read, for work offline: its Pages, Instagram accounts and pixels.
public final class AssetStore {

    public enum Kind {
        PAGE(GraphObjects.Kind.PAGE), INSTAGRAM(GraphObjects.Kind.INSTAGRAM), PIXEL(GraphObjects.Kind.PIXEL);

        private final GraphObjects.Kind stored;

        Kind(GraphObjects.Kind stored) {
            this.stored = stored;
        }
    }

    private record Named(GraphId id, String name) {
    }

    private final Sql sql;
    private final GraphObjects objects;

    AssetStore(Sql sql, GraphObjects objects) {
        this.sql = sql;
        this.objects = objects;
    }

    /// Names by id; empty where they were never read.
    public Map<GraphId, String> list(TenantId tenant, AdAccountId account, Kind kind) {
        Map<GraphId, String> names = new LinkedHashMap<>();
        objects.list(tenant, account, kind.stored, Named.class).forEach(one -> names.put(one.id, one.name));
        return names;
    }

    /// Stores a complete list.
    ///
    /// @param asOf when the reading began
    public void replaceAll(TenantId tenant, AdAccountId account, Kind kind, Map<GraphId, String> names, Instant asOf) {
        sql.inTransaction(() -> {
            objects.replaceAll(tenant, account, kind.stored, names.entrySet().stream()
                    .map(one -> new Item(one.getKey(), null, null, new Named(one.getKey(), one.getValue()))).toList(),
                    asOf);
            return names;
        });
    }
}
