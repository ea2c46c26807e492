package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Audiences and creatives of ad accounts, each a row with its JSON, and single campaigns, ad sets and ads that changed since
/// all of them were read ([Structures]).
///
/// A reading takes seconds; what we change ourselves meanwhile is newer than what the reading brings. Such rows carry the
/// instant of the change and are left alone by a reading that began before it.
final class GraphObjects {

    enum Kind {
        CAMPAIGN, AD_SET, AD, AUDIENCE, CREATIVE, PAGE, PIXEL, INSTAGRAM
    }

    /// @param campaignId the campaign it belongs to, null for what belongs to none
    record Item(GraphId id, @Nullable GraphId campaignId, @Nullable GraphId adSetId, Object body) {
    }

    private record Present(String id, int place, @Nullable String body, @Nullable Instant touchedAt) {
    }

    static final String MERGE = "MERGE INTO graph_object (tenant_id, account_id, kind, object_id, place, "
            + "campaign_id, ad_set_id, body, touched_at) KEY (tenant_id, account_id, kind, object_id) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /// A third of the time of a merge, for what is known not to be there.
    private static final String INSERT = "INSERT INTO graph_object (tenant_id, account_id, kind, object_id, place, "
            + "campaign_id, ad_set_id, body, touched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OF_KIND = "tenant_id = ? AND account_id = ? AND kind = ?";
    /// The place of what we made ourselves, behind all that was read.
    static final int LAST = Integer.MAX_VALUE;

    private final Sql sql;

    GraphObjects(Sql sql) {
        this.sql = sql;
    }

    /// Stores a complete list, keeping its order, in the caller's transaction. Between two readings hardly anything
    /// changes, so only what did is written.
    void replaceAll(TenantId tenant, AdAccountId account, Kind kind, List<Item> items, Instant asOf) {
        Map<String, Present> gone = new LinkedHashMap<>();
        Set<String> newer = new HashSet<>();
        for (Present present : sql.list("SELECT object_id, place, body, touched_at FROM graph_object WHERE " + OF_KIND,
                row -> new Present(row.getString(1), row.getInt(2), row.getString(3), row.getObject(4, Instant.class)),
                tenant.value(), account.value(), kind.name())) {
            Instant touched = present.touchedAt;
            if (touched != null && touched.isAfter(asOf)) {
                newer.add(present.id);
            } else {
                gone.put(present.id, present);
            }
        }
        Set<String> seen = new HashSet<>();
        List<@Nullable Object[]> changed = new ArrayList<>();
        List<@Nullable Object[]> fresh = new ArrayList<>();
        for (Item item : items) {
            String id = item.id.value();
            // A page boundary that moved while we read brings an object twice.
            if (!newer.contains(id) && seen.add(id)) {
                Present before = gone.remove(id);
                String body = Json.write(item.body);
                int place = seen.size();
                if (before == null) {
                    fresh.add(row(tenant, account, kind, item, place, body, null));
                } else if (before.place != place || !body.equals(before.body)) {
                    changed.add(row(tenant, account, kind, item, place, body, null));
                }
            }
        }
        sql.batch("DELETE FROM graph_object WHERE " + OF_KIND + " AND object_id = ?", gone.keySet().stream()
                .map(id -> new @Nullable Object[]{tenant.value(), account.value(), kind.name(), id}).toList());
        sql.batch(INSERT, fresh);
        sql.batch(MERGE, changed);
    }

    /// Stores one object that we changed or made at that instant.
    void put(TenantId tenant, AdAccountId account, Kind kind, Item item, Instant at) {
        sql.inTransaction(() -> {
            int place = sql.one("SELECT place FROM graph_object WHERE " + OF_KIND + " AND object_id = ?",
                    row -> row.getInt(1), tenant.value(), account.value(), kind.name(), item.id.value()).orElse(LAST);
            sql.batch(MERGE,
                    List.<@Nullable Object[]>of(row(tenant, account, kind, item, place, Json.write(item.body), at)));
            return place;
        });
    }

    /// Removes an object that we deleted at that instant.
    void remove(TenantId tenant, AdAccountId account, Kind kind, GraphId id, Instant at) {
        sql.update("UPDATE graph_object SET body = NULL, touched_at = ? WHERE " + OF_KIND + " AND object_id = ?", at,
                tenant.value(), account.value(), kind.name(), id.value());
    }

    <T> List<T> list(TenantId tenant, AdAccountId account, Kind kind, Class<T> type) {
        return sql.list("SELECT body FROM graph_object WHERE " + OF_KIND + " AND body IS NOT NULL "
                + "ORDER BY place, object_id", row -> Json.read(row.getString(1), type), tenant.value(),
                account.value(), kind.name());
    }

    <T> Optional<T> find(TenantId tenant, AdAccountId account, Kind kind, GraphId id, Class<T> type) {
        return sql.one("SELECT body FROM graph_object WHERE " + OF_KIND + " AND object_id = ? AND body IS NOT NULL",
                row -> Json.read(row.getString(1), type), tenant.value(), account.value(), kind.name(), id.value());
    }

    static @Nullable Object[] row(TenantId tenant, AdAccountId account, Kind kind, Item item, int place,
            @Nullable String body, @Nullable Instant touchedAt) {
        return new @Nullable Object[]{tenant.value(), account.value(), kind.name(), item.id.value(), place,
                item.campaignId == null ? null : item.campaignId.value(),
                item.adSetId == null ? null : item.adSetId.value(), body, touchedAt};
    }
}
