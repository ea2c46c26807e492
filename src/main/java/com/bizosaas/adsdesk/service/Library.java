package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.SyncService.CacheUse;
import com.bizosaas.adsdesk.store.AccountStore;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.sync.SyncPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What was read of each account, from memory or the store, with the word on whether it is stale.
final class Library {

    private final Cached<AdStructure> structures;
    private final Cached<List<CustomAudience>> audiences;
    private final Cached<List<Creative>> creatives;
    private final DeskStore store;
    private final Supplier<SyncPlan> plan;
    private final InstantSource clock;

    Library(DeskStore store, Supplier<SyncPlan> plan, InstantSource clock) {
        this.store = store;
        this.plan = plan;
        this.clock = clock;
        this.structures = new Cached<>((tenant, account) -> store.campaigns().structure(tenant, account));
        this.audiences = new Cached<>((tenant, account) -> store.audiences().list(tenant, account));
        this.creatives = new Cached<>((tenant, account) -> store.creatives().list(tenant, account));
    }

    /// An account as it was last read, empty where it never was.
    Optional<AdAccount> account(TenantId tenant, AdAccountId account) {
        return store.accounts().find(tenant, account);
    }

    /// How well each cache serves.
    List<CacheUse> uses() {
        SyncPlan now = plan.get();
        AccountStore.Use accounts = store.accounts().use();
        return List.of(new CacheUse("Ad accounts", accounts.hits(), accounts.misses(), accounts.entries(),
                now.lifetime(Topic.ACCOUNTS)),
                structures.use("Campaigns, ad sets, ads", now.lifetime(Topic.CAMPAIGNS)),
                audiences.use("Audiences", now.lifetime(Topic.AUDIENCES)),
                creatives.use("Creatives", now.lifetime(Topic.CREATIVES)));
    }

    Stamped<AdStructure> structure(TenantId tenant, AdAccountId account) {
        return aged(Topic.CAMPAIGNS, structures.get(tenant, account));
    }

    /// From the store alone: whoever reads all accounts would push everything else out of memory.
    Stamped<AdStructure> structure(TenantId tenant, AdAccountId account, Level deepest) {
        return aged(Topic.CAMPAIGNS, store.campaigns().structure(tenant, account, deepest));
    }

    Stamped<List<CustomAudience>> audiences(TenantId tenant, AdAccountId account) {
        return aged(Topic.AUDIENCES, audiences.get(tenant, account));
    }

    Stamped<List<Creative>> creatives(TenantId tenant, AdAccountId account) {
        return aged(Topic.CREATIVES, creatives.get(tenant, account));
    }

    private <T> Stamped<T> aged(Topic topic, Stamped<T> stored) {
        Instant asOf = stored.asOf();
        boolean old = asOf == null || asOf.plus(plan.get().lifetime(topic)).isBefore(clock.instant());
        return stored.stale() || !old ? stored : new Stamped<>(stored.value(), asOf, true);
    }

    /// The store holds newer rows.
    void changed(TenantId tenant, AdAccountId account, Topic topic) {
        switch (topic) {
            case CAMPAIGNS -> structures.forget(tenant, account);
            case AUDIENCES -> audiences.forget(tenant, account);
            case CREATIVES -> creatives.forget(tenant, account);
            case ACCOUNTS, INSIGHTS -> {
                // The store keeps the accounts by itself; figures are not kept in memory.
            }
        }
    }

    /// Our own write made a topic out of date: it is read again soon.
    void outdate(TenantId tenant, AdAccountId account, Topic topic) {
        store.readMarks().outdate(tenant, account, topic);
        changed(tenant, account, topic);
    }

    void forget(TenantId tenant) {
        structures.forget(tenant);
        audiences.forget(tenant);
        creatives.forget(tenant);
    }
}
