package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Campaigns, ad sets, ads, audiences and creatives of ad accounts, each a row with its JSON.
///
/// A reading takes seconds; what we change ourselves meanwhile is newer than what the reading brings. Such rows carry the
/// instant of the change and are left alone by a reading that began before it.
final class GraphObjects {

    enum Kind {
        CAMPAIGN, AD_SET, AD, AUDIENCE, CREATIVE
    }

    /// @param campaignId the campaign it belongs to, null for what belongs to none
    record Item(GraphId id, @Nullable GraphId campaignId, @Nullable GraphId adSetId, Object body) {
    }

    private record Present(String id, int place, @Nullable String body, @Nullable Instant touchedAt) {
    }

    private static final String MERGE = "MERGE INTO graph_object (tenant_id, account_id, kind, object_id, place, "
            + "campaign_id, ad_set_id, body, touched_at) KEY (tenant_id, account_id, kind, object_id) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /// A third of the time of a merge, for what is known not to be there.
    private static final String INSERT = "INSERT INTO graph_object (tenant_id, account_id, kind, object_id, place, "
            + "campaign_id, ad_set_id, body, touched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OF_KIND = "tenant_id = ? AND account_id = ? AND kind = ?";
    /// Kinds that tables read whole, and that have pages therefore.
    private static final Set<Kind> LEVELS = EnumSet.of(Kind.CAMPAIGN, Kind.AD_SET, Kind.AD);
    private static final String STRUCTURE = "tenant_id = ? AND account_id = ? AND kind IN ('CAMPAIGN', 'AD_SET', 'AD')";
    private static final int LAST = Integer.MAX_VALUE;

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
        if (!gone.isEmpty() || !changed.isEmpty() || !fresh.isEmpty()) {
            forgetPage(tenant, account, kind);
        }
    }

    /// Stores some objects of a kind in the caller's transaction and leaves the others. New ones come first, as Facebook
    /// lists them.
    ///
    /// @return whether any row is different now
    boolean merge(TenantId tenant, AdAccountId account, Kind kind, List<Item> items, Instant asOf) {
        int first = edge(tenant, account, kind, "MIN");
        int[] place = {first};
        return merge(tenant, account, kind, items.reversed(), asOf, () -> --place[0]);
    }

    /// The same for a page of a list that is read in its order: new ones come last.
    boolean append(TenantId tenant, AdAccountId account, Kind kind, List<Item> items, Instant asOf) {
        int[] place = {edge(tenant, account, kind, "MAX")};
        return merge(tenant, account, kind, items, asOf, () -> ++place[0]);
    }

    /// The first or last place that was given by a reading.
    private int edge(TenantId tenant, AdAccountId account, Kind kind, String which) {
        return sql.one("SELECT COALESCE(" + which + "(place), 0) FROM graph_object WHERE " + OF_KIND
                + " AND place < ?", row -> row.getInt(1), tenant.value(), account.value(), kind.name(), LAST)
                .orElse(0);
    }

    private boolean merge(TenantId tenant, AdAccountId account, Kind kind, List<Item> items, Instant asOf,
            IntSupplier nextPlace) {
        if (items.isEmpty()) {
            return false;
        }
        Object[] ids = items.stream().map(item -> item.id.value()).toArray();
        Map<String, Present> here = new HashMap<>();
        sql.list("SELECT object_id, place, body, touched_at FROM graph_object WHERE " + OF_KIND
                + " AND object_id = ANY(?)",
                row -> here.put(row.getString(1), new Present(row.getString(1), row.getInt(2), row.getString(3),
                        row.getObject(4, Instant.class))),
                tenant.value(), account.value(), kind.name(), ids);
        Set<String> seen = new HashSet<>();
        List<@Nullable Object[]> changed = new ArrayList<>();
        for (Item item : items) {
            Present before = here.get(item.id.value());
            boolean newer = before != null && before.touchedAt != null && before.touchedAt.isAfter(asOf);
            if (newer || !seen.add(item.id.value())) {
                continue;
            }
            String body = Json.write(item.body);
            if (before == null || !body.equals(before.body)) {
                changed.add(row(tenant, account, kind, item, before == null ? nextPlace.getAsInt() : before.place, body,
                        null));
            }
        }
        sql.batch(MERGE, changed);
        if (!changed.isEmpty()) {
            forgetPage(tenant, account, kind);
        }
        return !changed.isEmpty();
    }

    /// Removes what is not present of these campaigns and all that is under them, in the caller's transaction.
    ///
    /// @return whether there was any
    boolean keepUnder(TenantId tenant, AdAccountId account, Set<GraphId> campaigns, Set<GraphId> present,
            Instant asOf) {
        Object[] trees = values(campaigns);
        List<@Nullable Object[]> gone = new ArrayList<>();
        sql.list("SELECT kind, object_id FROM graph_object WHERE " + STRUCTURE + " AND (campaign_id = ANY(?) "
                + "OR kind = 'CAMPAIGN' AND object_id = ANY(?)) AND (touched_at IS NULL OR touched_at <= ?)",
                row -> present.contains(new GraphId(row.getString(2)))
                        || gone.add(new @Nullable Object[]{tenant.value(), account.value(), row.getString(1),
                                row.getString(2)}),
                tenant.value(), account.value(), trees, trees, asOf);
        sql.batch("DELETE FROM graph_object WHERE " + OF_KIND + " AND object_id = ?", gone);
        if (!gone.isEmpty()) {
            LEVELS.forEach(kind -> forgetPage(tenant, account, kind));
        }
        return !gone.isEmpty();
    }

    Set<GraphId> campaignsOf(TenantId tenant, AdAccountId account, Set<GraphId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.list("SELECT COALESCE(campaign_id, object_id) FROM graph_object WHERE " + STRUCTURE
                        + " AND object_id = ANY(?)", row -> new GraphId(row.getString(1)), tenant.value(),
                        account.value(), values(ids)));
    }

    Set<GraphId> touchedSince(TenantId tenant, AdAccountId account, Instant moment) {
        return Set.copyOf(sql.list("SELECT COALESCE(campaign_id, object_id) FROM graph_object WHERE " + STRUCTURE
                + " AND touched_at > ?", row -> new GraphId(row.getString(1)), tenant.value(), account.value(),
                moment));
    }

    private static Object[] values(Set<GraphId> ids) {
        return ids.stream().map(GraphId::value).toArray();
    }

    /// Stores one object that we changed or made at that instant.
    void put(TenantId tenant, AdAccountId account, Kind kind, Item item, Instant at) {
        sql.inTransaction(() -> {
            int place = sql.one("SELECT place FROM graph_object WHERE " + OF_KIND + " AND object_id = ?",
                    row -> row.getInt(1), tenant.value(), account.value(), kind.name(), item.id.value()).orElse(LAST);
            sql.batch(MERGE,
                    List.<@Nullable Object[]>of(row(tenant, account, kind, item, place, Json.write(item.body), at)));
            forgetPage(tenant, account, kind);
            return place;
        });
    }

    /// Removes an object that we deleted at that instant, and what belongs to it.
    void remove(TenantId tenant, AdAccountId account, Kind kind, GraphId id, Instant at) {
        sql.inTransaction(() -> {
            sql.update(
                    "UPDATE graph_object SET body = NULL, touched_at = ? WHERE tenant_id = ? AND account_id = ? AND ("
                            + "(kind = ? AND object_id = ?) OR (? = 'CAMPAIGN' AND campaign_id = ?) "
                            + "OR (? = 'AD_SET' AND ad_set_id = ?))",
                    at, tenant.value(), account.value(), kind.name(), id.value(),
                    kind.name(), id.value(), kind.name(), id.value());
            LEVELS.forEach(level -> forgetPage(tenant, account, level));
            return id;
        });
    }

    <T> List<T> list(TenantId tenant, AdAccountId account, Kind kind, Class<T> type) {
        return sql.list("SELECT body FROM graph_object WHERE " + OF_KIND + " AND body IS NOT NULL "
                + "ORDER BY place, object_id", row -> Json.read(row.getString(1), type), tenant.value(),
                account.value(), kind.name());
    }

    /// The pages of these kinds, as of one moment. A kind that changed since its page was made gets a new one.
    ///
    /// @param make makes the page of a kind; called within a transaction
    Map<Kind, byte[]> pages(TenantId tenant, AdAccountId account, Set<Kind> kinds, Predicate<byte[]> usable,
            Function<Kind, byte[]> make) {
        Map<Kind, byte[]> found = pages(tenant, account, kinds, usable);
        if (found.size() == kinds.size()) {
            return found;
        }
        return sql.inTransaction(() -> {
            Map<Kind, byte[]> pages = pages(tenant, account, kinds, usable);
            for (Kind kind : kinds) {
                if (!pages.containsKey(kind)) {
                    byte[] body = make.apply(kind);
                    sql.update("MERGE INTO structure_page (tenant_id, account_id, kind, body) "
                            + "KEY (tenant_id, account_id, kind) VALUES (?, ?, ?, ?)", tenant.value(),
                            account.value(), kind.name(), body);
                    pages.put(kind, body);
                }
            }
            return pages;
        });
    }

    private Map<Kind, byte[]> pages(TenantId tenant, AdAccountId account, Set<Kind> kinds, Predicate<byte[]> usable) {
        Map<Kind, byte[]> pages = new EnumMap<>(Kind.class);
        Object[] names = kinds.stream().map(Kind::name).toArray();
        sql.list("SELECT kind, body FROM structure_page WHERE tenant_id = ? AND account_id = ? AND kind = ANY(?)",
                row -> Map.entry(Kind.valueOf(row.getString(1)), row.getBytes(2)), tenant.value(), account.value(),
                names).stream().filter(page -> usable.test(page.getValue()))
                .forEach(page -> pages.put(page.getKey(), page.getValue()));
        return pages;
    }

    private void forgetPage(TenantId tenant, AdAccountId account, Kind kind) {
        if (LEVELS.contains(kind)) {
            sql.update("DELETE FROM structure_page WHERE " + OF_KIND, tenant.value(), account.value(), kind.name());
        }
    }

    <T> Optional<T> find(TenantId tenant, AdAccountId account, Kind kind, GraphId id, Class<T> type) {
        return sql.one("SELECT body FROM graph_object WHERE " + OF_KIND + " AND object_id = ? AND body IS NOT NULL",
                row -> Json.read(row.getString(1), type), tenant.value(), account.value(), kind.name(), id.value());
    }

    private static @Nullable Object[] row(TenantId tenant, AdAccountId account, Kind kind, Item item, int place,
            String body, @Nullable Instant touchedAt) {
        return new @Nullable Object[]{tenant.value(), account.value(), kind.name(), item.id.value(), place,
                item.campaignId == null ? null : item.campaignId.value(),
                item.adSetId == null ? null : item.adSetId.value(), body, touchedAt};
    }
}
