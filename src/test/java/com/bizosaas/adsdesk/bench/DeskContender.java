package com.bizosaas.adsdesk.bench;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.sync.AccountFeed;
import com.bizosaas.adsdesk.sync.AccountPoller;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.sync.CampaignPoller;
import com.bizosaas.adsdesk.sync.ChangeFeed;
import com.bizosaas.adsdesk.sync.Generations;
import com.bizosaas.adsdesk.sync.InsightLoader;
import com.bizosaas.adsdesk.sync.Poller;
import com.bizosaas.adsdesk.sync.Progress;
import com.bizosaas.adsdesk.sync.Roster;
import com.bizosaas.adsdesk.sync.SyncPlan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// Our engine: the desk's own client, readers and encrypted stores, put together as the desk does.
final class DeskContender implements Contender {

    private final Target target;
    private final DataFolder folder;
    private final DeskStore store;
    private final LiveGraphAccess graph;
    private final Clock clock = new Clock();
    private final Map<TenantId, AccessToken> tokens = new LinkedHashMap<>();
    private final Map<TenantId, List<AdAccountId>> accounts = new LinkedHashMap<>();
    private final Poller health;
    private final Poller structures;
    private final InsightLoader insights;
    private final Semaphore atOnce;

    /// The system's time, moved when the sandbox's is.
    static final class Clock implements GraphClock {

        private volatile Duration shift = Duration.ZERO;

        void advance(Duration more) {
            shift = shift.plus(more);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    }

    DeskContender(Target target, int atOnce) {
        this.target = target;
        this.atOnce = new Semaphore(atOnce, true);
        folder = DataFolder.open(Path.of(target.folder()));
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            DeskStore.Created created = DeskStore.create(folder, "Bench", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            store = created.store();
        }
        for (String token : target.tokens()) {
            TenantId tenant = new TenantId("tenant-" + (tokens.size() + 1));
            store.tenants().create(new Tenant(tenant, "Tenant " + (tokens.size() + 1), 1, Instant.now()));
            accounts.put(tenant, target.accounts().get(tokens.size()).stream().map(AdAccountId::new).toList());
            tokens.put(tenant, new AccessToken(token.toCharArray()));
        }
        graph = new LiveGraphAccess(settings(), clock, UnaryOperator.identity());
        ApiSource apis = tenant -> graph.forTenant(tenant, Objects.requireNonNull(tokens.get(tenant)));
        Generations generations = new Generations();
        List<Roster.Entry> entries = new ArrayList<>();
        accounts.forEach((tenant, ids) -> ids.forEach(id -> entries.add(new Roster.Entry(tenant, id))));
        AccountFeed feed = new AccountFeed(store, apis, generations, () -> entries, clock);
        health = new AccountPoller(feed, store.readMarks(), clock);
        structures = new CampaignPoller(new ChangeFeed(store, feed, generations, clock, graph::clockAhead),
                store.readMarks());
        insights = new InsightLoader(store, apis, feed, generations, () -> new SyncPlan(true, Map.of()), clock);
    }

    private GraphSettings settings() {
        return new GraphSettings() {
            @Override
            public URI graphUrl() {
                return target.url();
            }

            @Override
            public String apiVersion() {
                return target.version();
            }

            @Override
            public Optional<byte[]> appSecret() {
                return Optional.of(target.appSecret().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public boolean compressed() {
        return true;
    }

    Clock clock() {
        return clock;
    }

    @Override
    public void sync() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> users = new ArrayList<>();
            tokens.keySet().forEach(tenant -> users.add(pool.submit(() -> tenant(tenant, pool))));
            for (Future<Boolean> user : users) {
                user.get();
            }
        }
    }

    /// A campaign as it is stored.
    Found find(String account, String id) {
        AdAccountId accountId = new AdAccountId(account);
        for (TenantId tenant : tokens.keySet()) {
            Optional<Campaign> campaign = store.campaigns().campaign(tenant, accountId, new GraphId(id));
            if (campaign.isPresent()) {
                Budget budget = campaign.get().budget();
                return new Found(campaign.get().name(), campaign.get().status().value(),
                        budget == null ? "" : budget.amount().amount().toPlainString());
            }
        }
        return new Found("", "", "");
    }

    record Found(String name, String status, String budget) {
    }

    private boolean tenant(TenantId tenant, ExecutorService pool) throws Exception {
        List<AdAccountId> mine = Objects.requireNonNull(accounts.get(tenant));
        limited(() -> stale(health, tenant, mine.getFirst()));
        List<Future<Boolean>> parts = new ArrayList<>();
        for (AdAccountId account : mine) {
            parts.add(pool.submit(() -> limited(() -> stale(structures, tenant, account))));
            parts.add(pool
                    .submit(() -> limited(() -> insights.daily(tenant, account, Set.of(Level.CAMPAIGN), range(), false,
                            Progress.NONE))));
        }
        for (Future<Boolean> part : parts) {
            part.get();
        }
        return true;
    }

    /// Reads what is older than a topic may be, as the scheduler does.
    private boolean stale(Poller poller, TenantId tenant, AdAccountId account) {
        Instant read = poller.lastRead(tenant, account);
        Instant due = clock.instant().minus(poller.topic().defaultLifetime());
        if (read == null || !read.isAfter(due)) {
            poller.poll(tenant, account, false, Progress.NONE);
            return true;
        }
        return false;
    }

    private boolean limited(Callable<Boolean> work) throws Exception {
        atOnce.acquire();
        try {
            return work.call();
        } finally {
            atOnce.release();
        }
    }

    private DateRange range() {
        return new DateRange(target.since(), target.until());
    }

    @Override
    public Rows rows() {
        Rows rows = Rows.NONE;
        for (Map.Entry<TenantId, List<AdAccountId>> entry : accounts.entrySet()) {
            for (AdAccountId id : entry.getValue()) {
                AdStructure structure = store.campaigns().structure(entry.getKey(), id).value();
                rows = rows.plus(new Rows(store.accounts().find(entry.getKey(), id).isPresent() ? 1 : 0,
                        structure.campaigns().size(), structure.adSets().size(), structure.ads().size(),
                        store.insights().daily(entry.getKey(), id, Level.CAMPAIGN, range()).value().size()));
            }
        }
        return rows;
    }

    @Override
    public void close() throws Exception {
        graph.close();
        store.close();
        folder.close();
    }
}
