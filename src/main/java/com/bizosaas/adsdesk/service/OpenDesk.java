package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Rules;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.keyring.Keyring;
import com.bizosaas.adsdesk.service.LiveConnectionService.TenantQuiet;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.sync.AccountFeed;
import com.bizosaas.adsdesk.sync.AccountPoller;
import com.bizosaas.adsdesk.sync.CampaignPoller;
import com.bizosaas.adsdesk.sync.ChangeFeed;
import com.bizosaas.adsdesk.sync.Coalescer;
import com.bizosaas.adsdesk.sync.Generations;
import com.bizosaas.adsdesk.sync.InsightLoader;
import com.bizosaas.adsdesk.sync.InsightPoller;
import com.bizosaas.adsdesk.sync.Poller;
import com.bizosaas.adsdesk.sync.Roster;
import com.bizosaas.adsdesk.sync.StorePoller;
import com.bizosaas.adsdesk.sync.SyncKey;
import com.bizosaas.adsdesk.sync.SyncListener;
import com.bizosaas.adsdesk.sync.SyncScheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One unlocked desk: everything that needs its keys, made in the order of dependence and closed in reverse.
final class OpenDesk implements AutoCloseable {

    private static final Duration WATCH = Duration.ofSeconds(15);
    private static final Duration NEWS_PAUSE = Duration.ofMillis(150);
    private static final Duration FIRST_BACKUP = Duration.ofSeconds(30);
    private static final Duration BACKUP_CHECK = Duration.ofMinutes(1);

    private final DeskStore store;
    private final GraphAccess graph;
    private final TenantApis apis;
    private final AuditTrail audit;
    private final DeskConfig config;
    private final ScheduledExecutorService watch;
    private final ExecutorService workers;
    private final ExecutorService backUp;
    private final SyncScheduler scheduler;
    private final Reconciler reconciler;
    private final Publisher publisher;
    private final LiveConnectionService connections;
    private final LiveLaunchService launch;
    private final LiveBackupService backups;
    private final LiveLocalApi localApi;
    private final DeskServices services;
    private final DeskSetup.Logins logins;
    /// Told of each reading once it is stored.
    private volatile Consumer<SyncKey> polled = _ -> {
    };

    /// @param passphrases changes the vault's passphrase from the first to the second
    OpenDesk(DeskStore store, Path folder, DeskSetup setup, Events events,
            BiConsumer<char[], char[]> passphrases, Keyring keyring) {
        this.store = store;
        config = new DeskConfig(store.settings(), () -> person().name(), setup.graphUrl(),
                setup.dialogUrl(),
                setup.fixed());
        audit = new AuditTrail(store, () -> Through.who(person().name()), setup.clock(), events);
        graph = setup.graphs().apply(config);
        graph.remember(new RunKeeper(store.runs()));
        graph.remember(new LimitKeeper(store, () -> config.settings().appId()));
        graph.remember(new FieldKeeper(store, setup.clock()));
        apis = new TenantApis(store.connections(), graph, audit, setup.clock(), events);
        logins = setup.logins().get();
        Generations generations = new Generations();
        Library library = new Library(store, config::plan, setup.clock());
        AccountFeed accounts = new AccountFeed(store, apis, generations, roster(), setup.clock());
        CampaignPoller campaigns = new CampaignPoller(
                new ChangeFeed(store, accounts, generations, setup.clock(), graph::clockAhead), store.readMarks());
        InsightLoader loader = new InsightLoader(store, apis, accounts, generations, config::plan, setup.clock());
        InsightPoller insights = new InsightPoller(loader);
        watch = ticker("sync-watch");
        workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sync-", 0).factory());
        backUp = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("backup").factory());
        store.onSealBroken(new SealWatch(audit, backUp)::broken);
        Coalescer<DeskEvent> news = new Coalescer<>(watch, NEWS_PAUSE, events::publish);
        List<Poller> pollers = new ArrayList<>(StorePoller.all(store, apis, generations, setup.clock()));
        pollers.add(new AccountPoller(accounts, store.readMarks(), setup.clock()));
        pollers.add(campaigns);
        pollers.add(insights);
        scheduler = new SyncScheduler(() -> ticker("sync-ticker"), workers, setup.clock(), System::nanoTime,
                new Random(), roster(),
                config::plan, pollers, listener(library, events, news),
                () -> {
                    if (setup.clock().tellsOfSleep()) {
                        apis.renew();
                    }
                });
        events.subscribe(event -> {
            if (event instanceof DeskEvent.ConnectionChanged || event instanceof DeskEvent.TenantsChanged) {
                scheduler.rosterChanged();
            }
        });
        graph.onUsage(() -> news.add(new DeskEvent.UsageChanged()));
        WriteJournal journal = new WriteJournal(store, audit, () -> Through.who(person().name()), setup.clock(),
                events);
        reconciler = new Reconciler(apis, journal, setup.clock(), workers);
        Permit permit = new Permit(this::person, audit);
        OwnWrites writes = new OwnWrites(apis, new WriteGuard(store, permit, setup.clock()), journal, reconciler,
                library, scheduler::invalidate, events, setup.clock());
        Applied applied = new Applied(store, library, setup.clock());
        FirstWrites firstWrites = new FirstWrites(store, this::person, audit, setup.clock());
        LiveCreativeService creatives = new LiveCreativeService(store.creatives(), writes, library, apis, generations,
                new PreviewFrame.Addresses(setup.graphUrl()), setup.clock());
        LiveTargetingService targeting = new LiveTargetingService(apis, store.settings(), library,
                new Outlooks(store.insights()), setup.clock());
        connections = new LiveConnectionService(store, config,
                () -> logins.flow(config.login(), config::appSecret, graph), graph, apis,
                quiet(generations, insights, campaigns, library, creatives, targeting), audit, setup.clock(), events);
        LivePersonService persons = new LivePersonService(store.vault(), setup.costs(), keyring, audit, events);
        DraftBooks books = new DraftBooks(store, () -> Through.who(person().name()), setup.clock(), events);
        DraftContext drafting = new DraftContext(store, library, books, this::rules, setup.clock());
        ImageCost pictures = new ImageCost(store.images());
        PublishPace pace = new PublishPace(graph, store.settings(), pictures, setup.clock());
        RemoteDrafts remote = new RemoteDrafts(apis, books, store.details(), applied, pace, setup.clock());
        publisher = new Publisher(store, new WaveSender(store, writes, books, remote, applied, pictures, setup.clock()),
                books, pace, setup.clock(), workers, events);
        backups = new LiveBackupService(store.backups(), folder, audit, setup.clock(), events, publisher::isRunning);
        LiveDraftService drafts = new LiveDraftService(store, books, drafting, remote);
        launch = new LiveLaunchService(store, apis, books, new CampaignTemplates(store.templates(), drafting, drafts),
                new PreviewFrame.Addresses(setup.graphUrl()), setup.clock());
        DriftWatch drift = new DriftWatch(store, drafting, books, library, remote, apis, workers, events);
        DraftWatch draftWatch = new DraftWatch(books, library, remote, workers);
        writes.onTook(drift::wrote);
        writes.onLeaving(firstWrites::note);
        polled = key -> {
            drift.polled(key.tenant(), key.account(), key.topic());
            draftWatch.polled(key.tenant(), key.account(), key.topic());
        };
        Workbench workbench = new Workbench(drafts, new LivePublishService(store, books, drafts, publisher, remote,
                new BatchUndo(books, remote, drafting, store.drafts()), () -> person().name(), firstWrites, drafting,
                audit),
                drift,
                new LiveSheetService(drafting, books, drafts, library), targeting,
                new LiveCommentService(store.comments(), books, () -> Through.who(person().name()), setup.clock(),
                        events),
                launch);
        localApi = new LiveLocalApi(store.settings(), audit, events, setup.clock(), folder);
        services = permit.guarded(new DeskServices(
                new LiveTenantService(store.tenants(), audit, connections::disconnect, setup.clock(), new Random(),
                        events),
                connections, new LiveCampaignService(store.campaigns(), library, writes),
                new LiveAdObjectService(store.campaigns(), writes),
                new LiveInsightService(store.insights(), loader, events),
                new LiveAudienceService(store.audiences(), library, writes, applied), creatives,
                new LiveSyncService(scheduler, insights, graph, library, events, setup.clock()),
                new LiveSettingsService(config, store.settings(),
                        name -> persons.rename(person().id(), name), permit, audit, events, folder, passphrases),
                new LiveAuditService(store.audit(), audit),
                persons, backups,
                new LiveJournalService(store.journal(), journal, reconciler),
                new LiveProfileService(store, firstWrites, audit, events), localApi, workbench,
                events));
        reconciler.onSettled(entry -> {
            writes.changed(entry.write().tenant(), entry.write().account(), OwnWrites.topic(entry.write()));
            if (entry.state().tookEffect()) {
                drift.wrote(entry);
            }
            publisher.reconciled(entry);
        });
    }

    private Rules rules(TenantId tenant) {
        List<String> others = store.tenants().list().stream().filter(one -> !one.id().equals(tenant)).map(Tenant::name)
                .toList();
        return Rules.of(store.profiles().find(tenant), others);
    }

    /// Who is at the desk, with the role of the moment: the one whose key slot opened the vault.
    Person person() {
        return store.vault().persons().current();
    }

    private static ScheduledExecutorService ticker(String name) {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    DeskServices services() {
        return services;
    }

    AuditTrail audit() {
        return audit;
    }

    /// Writes down what was interrupted, and starts reading.
    void start() {
        List<TenantId> tenants = store.tenants().list().stream().map(Tenant::id).toList();
        reconciler.start(tenants);
        publisher.resume(tenants);
        watch.scheduleWithFixedDelay(reconciler::tick, 0, Reconciler.TICK.toSeconds(), TimeUnit.SECONDS);
        scheduler.start();
        watch.scheduleWithFixedDelay(() -> backUp.execute(backups::daily), FIRST_BACKUP.toSeconds(),
                BACKUP_CHECK.toSeconds(), TimeUnit.SECONDS);
        watch.scheduleWithFixedDelay(scheduler::supervise, WATCH.toSeconds(), WATCH.toSeconds(), TimeUnit.SECONDS);
    }

    private Roster roster() {
        return () -> {
            List<Roster.Entry> entries = new ArrayList<>();
            for (Tenant tenant : store.tenants().list()) {
                Connection connection = store.connections().find(tenant.id()).orElse(null);
                if (connection == null || connection.broken() != null) {
                    continue;
                }
                for (AdAccountId account : store.connections().chosen(tenant.id())) {
                    entries.add(new Roster.Entry(tenant.id(), account));
                }
            }
            return entries;
        };
    }

    private SyncListener listener(Library library, Events events, Coalescer<DeskEvent> news) {
        return new SyncListener() {
            @Override
            public void changed(SyncKey key) {
                news.add(new DeskEvent.SyncChanged(key.tenant(), key.account(), key.topic()));
            }

            @Override
            public void stored(SyncKey key) {
                library.changed(key.tenant(), key.account(), key.topic());
                events.publish(new DeskEvent.DataChanged(key.tenant(), key.account(), key.topic()));
                polled.accept(key);
            }
        };
    }

    private TenantQuiet quiet(Generations generations, InsightPoller insights, CampaignPoller campaigns,
            Library library, LiveCreativeService creatives, LiveTargetingService targeting) {
        return new TenantQuiet() {
            @Override
            public void silence(TenantId tenant) {
                generations.end(tenant);
                scheduler.forget(tenant);
                insights.forget(tenant);
                campaigns.forget(tenant);
                library.forget(tenant);
                creatives.forget(tenant);
                targeting.forget(tenant);
                launch.forget(tenant);
            }

            @Override
            public void wake(TenantId tenant) {
                library.forget(tenant);
                scheduler.resume(tenant);
            }
        };
    }

    /// Stops sync and waits for what it reads, then gives up connections and tokens, then the stores and their keys.
    @Override
    public void close() {
        localApi.end();
        try (store; config; graph; logins; apis; connections; backUp) {
            publisher.close();
            scheduler.close();
            watch.shutdownNow();
            workers.shutdownNow();
        }
    }
}
