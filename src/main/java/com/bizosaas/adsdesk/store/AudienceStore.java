package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.GraphObjects.Item;
import com.bizosaas.adsdesk.store.GraphObjects.Kind;
import java.time.Instant;
import java.util.List;

/// The custom audiences of each ad account as last read or changed by us.
public final class AudienceStore {

    private final Sql sql;
    private final GraphObjects objects;
    private final ReadMarks marks;

    AudienceStore(Sql sql, GraphObjects objects, ReadMarks marks) {
        this.sql = sql;
        this.objects = objects;
        this.marks = marks;
    }

    /// Stores a complete list, in one transaction; audiences we changed after the reading began stay as they are.
    ///
    /// @param asOf when the reading began
    public void replaceAll(TenantId tenant, AdAccountId account, List<CustomAudience> audiences, Instant asOf) {
        sql.inTransaction(() -> {
            objects.replaceAll(tenant, account, Kind.AUDIENCE, audiences.stream().map(AudienceStore::item).toList(),
                    asOf);
            marks.set(tenant, account, Topic.AUDIENCES, asOf);
            return audiences;
        });
    }

    /// Stores a complete list of which only what is new was read whole, in one transaction.
    ///
    /// @param asOf when the reading began
    /// @return whether anything is different now
    public boolean refresh(TenantId tenant, AdAccountId account, List<CustomAudience> audiences, Instant asOf) {
        return sql.inTransaction(() -> {
            boolean different = !objects.list(tenant, account, Kind.AUDIENCE, CustomAudience.class).equals(audiences);
            if (different) {
                objects.replaceAll(tenant, account, Kind.AUDIENCE,
                        audiences.stream().map(AudienceStore::item).toList(), asOf);
            }
            marks.advance(tenant, account, Topic.AUDIENCES, asOf);
            return different;
        });
    }

    public Stamped<List<CustomAudience>> list(TenantId tenant, AdAccountId account) {
        return marks.stamp(tenant, account, Topic.AUDIENCES,
                () -> objects.list(tenant, account, Kind.AUDIENCE, CustomAudience.class), List.of());
    }

    public void put(TenantId tenant, AdAccountId account, CustomAudience audience, Instant at) {
        objects.put(tenant, account, Kind.AUDIENCE, item(audience), at);
    }

    public void remove(TenantId tenant, AdAccountId account, GraphId id, Instant at) {
        objects.remove(tenant, account, Kind.AUDIENCE, id, at);
    }

    private static Item item(CustomAudience audience) {
        return new Item(audience.id(), null, null, audience);
    }
}
