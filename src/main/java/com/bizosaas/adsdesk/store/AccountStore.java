package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ad accounts of each tenant as last read. Which of them were chosen stands in the [ConnectionStore].
///
/// Each is kept in memory for a day: everything that is read, written or checked asks for its account's zone and currency
/// first. Whatever changes a row drops it here once that is committed. Thread-safe.
public final class AccountStore {

    private static final String MERGE = "MERGE INTO ad_account (tenant_id, account_id, body) KEY (tenant_id, account_id) "
            + "VALUES (?, ?, ?)";

    private static final int MOST = 2000;

    private final Sql sql;
    private final ReadMarks marks;
    private final Cache<Place, Optional<AdAccount>> kept = Caffeine.newBuilder().maximumSize(MOST)
            .expireAfterWrite(Topic.ACCOUNTS.defaultLifetime()).recordStats().build();

    private record Place(TenantId tenant, AdAccountId account) {
    }

    /// How well it serves since the start.
    ///
    /// @param entries that are kept now
    public record Use(long hits, long misses, long entries) {
    }

    AccountStore(Sql sql, ReadMarks marks) {
        this.sql = sql;
        this.marks = marks;
    }

    /// Stores a complete list, in one transaction.
    ///
    /// @param asOf when the reading began
    public void replaceAll(TenantId tenant, List<AdAccount> accounts, Instant asOf) {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM ad_account WHERE tenant_id = ?", tenant.value());
            accounts.forEach(account -> put(tenant, account, asOf));
            marks.set(tenant, null, Topic.ACCOUNTS, asOf);
            sql.afterCommit(tenant, () -> forget(tenant));
            return accounts;
        });
    }

    /// Stores one account and leaves the others.
    public void put(TenantId tenant, AdAccount account, Instant asOf) {
        sql.inTransaction(() -> {
            sql.update(MERGE, tenant.value(), account.id().value(), Json.write(account));
            marks.set(tenant, account.id(), Topic.ACCOUNTS, asOf);
            Place place = new Place(tenant, account.id());
            sql.afterCommit(place, () -> kept.invalidate(place));
            return account;
        });
    }

    /// Those of a tenant by id, stamped with the last reading of a complete list.
    public Stamped<List<AdAccount>> list(TenantId tenant) {
        return marks.stamp(tenant, null, Topic.ACCOUNTS,
                () -> sql.list("SELECT body FROM ad_account WHERE tenant_id = ? ORDER BY account_id",
                        row -> Json.read(row.getString(1), AdAccount.class), tenant.value()),
                List.of());
    }

    /// How many accounts of a tenant are stored.
    public int count(TenantId tenant) {
        return sql.one("SELECT COUNT(*) FROM ad_account WHERE tenant_id = ?", row -> row.getInt(1), tenant.value())
                .orElse(0);
    }

    public Optional<AdAccount> find(TenantId tenant, AdAccountId account) {
        return sql.isInTransaction()
                ? read(tenant, account)
                : kept.get(new Place(tenant, account), _ -> read(tenant, account));
    }

    public Use use() {
        CacheStats stats = kept.stats();
        return new Use(stats.hitCount(), stats.missCount(), kept.estimatedSize());
    }

    /// The rows of all other tenants are gone.
    void keepOnly(Set<TenantId> tenants) {
        kept.asMap().keySet().removeIf(place -> !tenants.contains(place.tenant));
    }

    /// The tenant's rows are gone, or others.
    void forget(TenantId tenant) {
        kept.asMap().keySet().removeIf(place -> place.tenant.equals(tenant));
    }

    private Optional<AdAccount> read(TenantId tenant, AdAccountId account) {
        return sql.one("SELECT body FROM ad_account WHERE tenant_id = ? AND account_id = ?",
                row -> Json.read(row.getString(1), AdAccount.class), tenant.value(), account.value());
    }
}
