package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.store.GraphObjects.Item;
import com.bizosaas.adsdesk.store.GraphObjects.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The creatives of each ad account as last read, and the bytes of their thumbnails: Facebook's addresses for those die
/// after some days (graph-api chapter 08).
public final class CreativeStore {

    /// A thumbnail larger than this is not kept.
    public static final int MAX_THUMBNAIL_BYTES = 1_000_000;

    static final long MAX_TOTAL_BYTES = 256L * 1024 * 1024;

    private final Sql sql;
    private final GraphObjects objects;
    private final ReadMarks marks;
    private final long maxTotal;
    private long total;

    CreativeStore(Sql sql, GraphObjects objects, ReadMarks marks, long maxTotal) {
        this.sql = sql;
        this.objects = objects;
        this.marks = marks;
        this.maxTotal = maxTotal;
        this.total = storedBytes();
    }

    /// Stores a complete list, in one transaction.
    ///
    /// @param asOf when the reading began
    public void replaceAll(TenantId tenant, AdAccountId account, List<Creative> creatives, Instant asOf) {
        sql.inTransaction(() -> {
            objects.replaceAll(tenant, account, Kind.CREATIVE,
                    creatives.stream().map(creative -> new Item(creative.id(), null, null, creative)).toList(), asOf);
            marks.set(tenant, account, Topic.CREATIVES, asOf);
            return creatives;
        });
    }

    /// Stores a complete list of which only what is new was read whole, in one transaction.
    ///
    /// @param asOf when the reading began
    /// @return whether anything is different now
    public boolean refresh(TenantId tenant, AdAccountId account, List<Creative> creatives, Instant asOf) {
        return sql.inTransaction(() -> {
            boolean different = !objects.list(tenant, account, Kind.CREATIVE, Creative.class).equals(creatives);
            if (different) {
                objects.replaceAll(tenant, account, Kind.CREATIVE,
                        creatives.stream().map(creative -> new Item(creative.id(), null, null, creative)).toList(),
                        asOf);
            }
            marks.advance(tenant, account, Topic.CREATIVES, asOf);
            return different;
        });
    }

    public Stamped<List<Creative>> list(TenantId tenant, AdAccountId account) {
        return marks.stamp(tenant, account, Topic.CREATIVES,
                () -> objects.list(tenant, account, Kind.CREATIVE, Creative.class), List.of());
    }

    public Optional<Creative> find(TenantId tenant, AdAccountId account, GraphId creative) {
        return objects.find(tenant, account, Kind.CREATIVE, creative, Creative.class);
    }

    public Optional<byte[]> thumbnail(TenantId tenant, AdAccountId account, GraphId creative) {
        return sql.one("SELECT picture FROM thumbnail WHERE tenant_id = ? AND account_id = ? AND creative_id = ?",
                row -> row.getBytes(1), tenant.value(), account.value(), creative.value());
    }

    /// Keeps a thumbnail; the oldest of all make room when together they grow too large.
    ///
    /// @return false if it is too large to keep
    public synchronized boolean putThumbnail(TenantId tenant, AdAccountId account, GraphId creative, byte[] picture,
            Instant at) {
        if (picture.length > MAX_THUMBNAIL_BYTES) {
            return false;
        }
        sql.update("MERGE INTO thumbnail (tenant_id, account_id, creative_id, stored_at, size, picture) "
                + "KEY (tenant_id, account_id, creative_id) VALUES (?, ?, ?, ?, ?, ?)", tenant.value(), account.value(),
                creative.value(), at, picture.length, picture);
        // Counts a replaced picture twice until the next look at the table, which errs towards making room early.
        total += picture.length;
        if (total > maxTotal) {
            makeRoom();
        }
        return true;
    }

    private void makeRoom() {
        total = storedBytes();
        while (total > maxTotal / 10 * 9) {
            int removed = sql.update("DELETE FROM thumbnail WHERE (tenant_id, account_id, creative_id) IN (SELECT "
                    + "tenant_id, account_id, creative_id FROM thumbnail ORDER BY stored_at LIMIT 50)");
            total = removed == 0 ? 0 : storedBytes();
        }
    }

    private long storedBytes() {
        return sql.one("SELECT COALESCE(SUM(CAST(size AS BIGINT)), 0) FROM thumbnail", row -> row.getLong(1))
                .orElse(0L);
    }
}
