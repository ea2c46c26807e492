package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fields of campaigns, ad sets and ads beyond the structure, as they were last read: what drafts are based on. Sealed with
/// the tenant's data key.
///
/// Accounts that are worked on stay in memory, for each key press of a preview asks; an object is opened when it is first
/// asked for. Thread-safe.
public final class DetailStore {

    /// Objects that are kept in memory.
    private static final int MOST = 150_000;
    private static final Duration UNUSED = Duration.ofMinutes(30);
    /// Of more objects that were read anew the account is taken from the store again.
    private static final int SOME = 100;

    private record Place(TenantId tenant, AdAccountId account) {
    }

    /// An account's objects, each as its sealed bytes until it was asked for.
    private final class Account {

        private final Map<String, Object> objects = new ConcurrentHashMap<>();
        private final TenantId tenant;

        Account(TenantId tenant) {
            this.tenant = tenant;
        }

        @SuppressWarnings("unchecked")
        Map<String, String> get(String object) {
            Object held = objects.get(object);
            if (held instanceof byte[] bytes) {
                Map<String, String> opened = open(tenant, object, bytes);
                // Another one may have been read meanwhile: that stays.
                objects.replace(object, bytes, opened);
                return opened;
            }
            return held == null ? Map.of() : (Map<String, String>) held;
        }
    }

    private final Sql sql;
    private final SealedJson sealed;
    private final Cache<Place, Account> known = Caffeine.newBuilder().maximumWeight(MOST)
            .weigher((Place _, Account account) -> account.objects.size() + 1).expireAfterAccess(UNUSED).build();

    DetailStore(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    /// An account's details: by object id the values by field name, empty for an object that was never read. What it answers
    /// goes with the store; it throws SealBroken for a value that does not belong where it lies.
    public Function<String, Map<String, String>> of(TenantId tenant, AdAccountId account) {
        return known.get(new Place(tenant, account), this::load)::get;
    }

    private Account load(Place place) {
        sealed.prepare(place.tenant);
        Account account = new Account(place.tenant);
        sql.list("SELECT object_id, sealed FROM object_detail WHERE tenant_id = ? AND account_id = ?",
                row -> account.objects.put(row.getString(1), row.getBytes(2)), place.tenant.value(),
                place.account.value());
        return account;
    }

    private Map<String, String> open(TenantId tenant, String object, byte[] bytes) {
        return sealed.openMap(tenant, object, "detail", bytes);
    }

    /// Stores what was read of some objects, beside what is known of their other fields.
    public void put(TenantId tenant, AdAccountId account, Map<String, Map<String, String>> read, Instant asOf) {
        sql.inTransaction(() -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            read.forEach((object, values) -> {
                Map<String, String> all = new LinkedHashMap<>(of(tenant, account, object));
                all.putAll(values);
                rows.add(new @Nullable Object[]{tenant.value(), account.value(), object, asOf,
                        sealed.seal(tenant, object, "detail", all)});
            });
            sql.batch("MERGE INTO object_detail (tenant_id, account_id, object_id, as_of, sealed) KEY (tenant_id, "
                    + "account_id, object_id) VALUES (?, ?, ?, ?, ?)", rows);
            Place place = new Place(tenant, account);
            Set<String> objects = Set.copyOf(read.keySet());
            sql.afterCommit(List.of(place, objects), () -> refresh(place, objects));
            return rows.size();
        });
    }

    /// What is in memory follows the store, whichever of several transactions comes to this first.
    private void refresh(Place place, Set<String> objects) {
        if (objects.size() > SOME) {
            known.invalidate(place);
            return;
        }
        known.asMap().computeIfPresent(place, (_, account) -> {
            objects.forEach(object -> stored(place.tenant, place.account, object)
                    .ifPresent(bytes -> account.objects.put(object, bytes)));
            return account;
        });
    }

    /// One object's as it lies in the store, empty for one that was never read.
    public Map<String, String> of(TenantId tenant, AdAccountId account, String object) {
        return stored(tenant, account, object).map(bytes -> open(tenant, object, bytes)).orElse(Map.of());
    }

    private Optional<byte[]> stored(TenantId tenant, AdAccountId account, String object) {
        return sql.one("SELECT sealed FROM object_detail WHERE tenant_id = ? AND account_id = ? AND object_id = ?",
                row -> row.getBytes(1), tenant.value(), account.value(), object);
    }
}
