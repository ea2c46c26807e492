package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.AuditStore;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.sync.AccountFeed;
import com.bizosaas.adsdesk.sync.Generations;
import com.bizosaas.adsdesk.sync.InsightLoader;
import com.bizosaas.adsdesk.sync.SyncKey;
import com.bizosaas.adsdesk.sync.SyncPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Services over a real store and a fake Facebook, with one tenant that has one account.
final class Bench implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    static final TenantId TENANT = new TenantId("nord");
    static final AdAccount ACCOUNT = Desk.account("701", Desk.EUR);
    static final AdAccountId ID = ACCOUNT.id();

    final TestClock clock = new TestClock(START);
    final FakeAdsApi facebook = new FakeAdsApi();
    final List<DeskEvent> news = new ArrayList<>();
    final List<SyncKey> due = new ArrayList<>();
    final Events events = new Events();
    final Generations generations = new Generations();
    final DataFolder folder;
    final DeskStore store;
    final AuditTrail audit;
    final WriteJournal journal;
    final Reconciler reconciler;
    final Library library;
    /// Who is at the desk.
    Person person = new Person("p1", "Ines", Role.ADMINISTRATOR);
    final Permit permit;
    final OwnWrites writes;
    final LiveCampaignService campaigns;
    final LiveAudienceService audiences;
    final LiveCreativeService creatives;
    final LiveInsightService insights;

    Bench(Path path) {
        folder = DataFolder.open(path);
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            store = created.store();
        }
        store.tenants().create(new Tenant(TENANT, "Nordlicht", 0, START));
        store.accounts().put(TENANT, ACCOUNT, START);
        facebook.accounts.add(ACCOUNT);
        events.subscribe(news::add);
        audit = new AuditTrail(store, () -> "Ines", clock, events);
        SyncPlan plan = new SyncPlan(true, Map.of());
        library = new Library(store, () -> plan, clock);
        journal = new WriteJournal(store, audit, () -> "Ines", clock, events);
        reconciler = new Reconciler(tenant -> facebook, journal, clock, Runnable::run);
        permit = new Permit(() -> person, audit);
        writes = new OwnWrites(tenant -> facebook, new WriteGuard(store, permit, clock), journal, reconciler, library,
                due::add, events,
                clock);
        campaigns = new LiveCampaignService(store.campaigns(), library, writes);
        audiences = new LiveAudienceService(store.audiences(), library, writes, new Applied(store, library, clock));
        creatives = new LiveCreativeService(store.creatives(), writes, library, tenant -> facebook, generations,
                new PreviewFrame.Addresses(URI.create("https://graph.facebook.com")), clock);
        insights = new LiveInsightService(store.insights(),
                new InsightLoader(store, tenant -> facebook,
                        new AccountFeed(store, tenant -> facebook, generations, List::of, clock), generations,
                        () -> plan, clock),
                events);
    }

    List<AuditEntry> log() {
        return store.audit().list(AuditStore.Filter.ALL, 100);
    }

    AuditEntry lastEntry() {
        return log().getFirst();
    }

    @Override
    public void close() {
        store.close();
        folder.close();
    }
}
