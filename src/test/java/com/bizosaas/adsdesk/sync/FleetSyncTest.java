package com.bizosaas.adsdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.graph.GraphTransport;
import com.bizosaas.adsdesk.graph.HttpTransport;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.graph.TransportException;
import com.bizosaas.adsdesk.graph.WireReply;
import com.bizosaas.adsdesk.graph.WireRequest;
import com.bizosaas.adsdesk.sandbox.SandboxOptions;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fleet as the desk syncs it: scheduler, pollers, engine and store, over HTTP against the sandbox, on a virtual clock.
class FleetSyncTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int MOST = 4;

    @TempDir
    Path folder;
    private final VirtualTicker time = new VirtualTicker(NOW);
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Map<TenantId, AccessToken> tokens = new LinkedHashMap<>();
    private final Map<TenantId, List<AdAccountId>> accounts = new LinkedHashMap<>();
    private final Wire wire = new Wire();
    private final List<SyncKey> stored = Collections.synchronizedList(new ArrayList<>());
    private final Map<SyncKey, Integer> tripsAtFirstRows = new ConcurrentHashMap<>();
    private SandboxServer server;
    private LiveGraphAccess access;
    private DataFolder dataFolder;
    private DeskStore store;
    private SyncScheduler scheduler;

    /// Sees every request: whose it is, and how many of its tenant's had to be answered one after another before it.
    private final class Wire implements GraphTransport {

        private final HttpTransport http = new HttpTransport();
        private final Map<TenantId, List<String>> sent = new ConcurrentHashMap<>();
        private final Map<TenantId, Integer> trips = new ConcurrentHashMap<>();
        /// Whose requests are answered with an error, by the end of their path.
        private final Map<TenantId, Map<String, String>> errors = new ConcurrentHashMap<>();
        private final Map<TenantId, Integer> sentWhenDead = new ConcurrentHashMap<>();

        @Override
        public WireReply send(WireRequest request) throws TransportException {
            TenantId tenant = tokens.entrySet().stream()
                    .filter(entry -> request.headers().get("Authorization").endsWith(entry.getValue().reveal()))
                    .map(Map.Entry::getKey).findFirst().orElseThrow();
            String path = request.uri().getPath().replaceFirst("^/v26.0/", "");
            int before = trips.getOrDefault(tenant, 0);
            sent.computeIfAbsent(tenant, _ -> Collections.synchronizedList(new ArrayList<>())).add(path);
            String error = errors.getOrDefault(tenant, Map.of()).get(path);
            if (error != null) {
                sentWhenDead.putIfAbsent(tenant, count(tenant));
                return new WireReply(400, Map.of("content-type", "application/json"), ("{\"error\":{\"message\":\"no\","
                        + "\"type\":\"OAuthException\",\"code\":" + error + ",\"fbtrace_id\":\"T\"}}")
                        .getBytes(StandardCharsets.UTF_8));
            }
            WireReply reply = http.send(request);
            trips.merge(tenant, before + 1, Math::max);
            return reply;
        }

        int count(TenantId tenant) {
            return sent.getOrDefault(tenant, List.of()).size();
        }

        void clear() {
            sent.clear();
            trips.clear();
        }
    }

    private final class Clock implements GraphClock {

        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public void sleep(Duration duration) {
            // What is awaited here is not the wire.
        }
    }

    @BeforeEach
    void open() throws Exception {
        Fleet fleet = Fleets.of("bench:" + MOST + "x2x6x1x1", 1, NOW);
        server = SandboxServer.start(SandboxOptions.of(fleet, new SeededInsights(Statuses::effective),
                (_, _, _) -> new byte[0]).withClock(time));
        access = new LiveGraphAccess(settings(), new Clock(), _ -> wire);
        dataFolder = DataFolder.open(folder.resolve("desk"));
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            DeskStore.Created created = DeskStore.create(dataFolder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            store = created.store();
        }
        for (SandboxServer.Operator operator : server.operators()) {
            TenantId tenant = new TenantId("tenant-" + tokens.size());
            tokens.put(tenant, new AccessToken(operator.token().toCharArray()));
            store.tenants().create(new Tenant(tenant, tenant.value(), 0, NOW));
            List<AdAccount> found = new ArrayList<>();
            api(tenant).adAccounts(found::addAll);
            accounts.put(tenant, found.stream().map(AdAccount::id).toList());
        }
    }

    @AfterEach
    void close() throws Exception {
        scheduler.close();
        access.close();
        store.close();
        dataFolder.close();
        server.close();
        wire.http.close();
    }

    private GraphSettings settings() {
        return new GraphSettings() {
            @Override
            public URI graphUrl() {
                return URI.create(server.graphUrl());
            }

            @Override
            public String apiVersion() {
                return "v26.0";
            }

            @Override
            public Optional<byte[]> appSecret() {
                return Optional.of(server.appSecret().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private AdsApi api(TenantId tenant) {
        return access.forTenant(tenant, tokens.get(tenant));
    }

    /// The first so many tenants, none of them read yet.
    private List<TenantId> sync(int tenants) {
        List<TenantId> members = tokens.keySet().stream().limit(tenants).toList();
        members.forEach(store::forgetReadings);
        wire.clear();
        stored.clear();
        Generations generations = new Generations();
        Roster roster = () -> members.stream().flatMap(tenant -> accounts.get(tenant).stream()
                .map(account -> new Roster.Entry(tenant, account))).toList();
        AccountFeed feed = new AccountFeed(store, this::api, generations, roster, time);
        List<Poller> pollers = new ArrayList<>(StorePoller.all(store, this::api, generations, time));
        pollers.add(new AccountPoller(feed, store.readMarks(), time));
        pollers.add(new CampaignPoller(new ChangeFeed(store, feed, generations, time, () -> Duration.ZERO),
                store.readMarks()));
        SyncPlan plan = new SyncPlan(true, Map.of());
        pollers.add(new InsightPoller(new InsightLoader(store, this::api, feed, generations, () -> plan, time)));
        scheduler = new SyncScheduler(() -> time, workers::add, time, time::nanos, new Random(7), roster, () -> plan,
                pollers, new SyncListener() {
                    @Override
                    public void changed(SyncKey key) {
                    }

                    @Override
                    public void stored(SyncKey key) {
                        stored.add(key);
                        tripsAtFirstRows.putIfAbsent(key, wire.trips.getOrDefault(key.tenant(), 0));
                    }
                }, () -> {
                });
        scheduler.start();
        return members;
    }

    private void pass(Duration span) {
        for (Duration left = span; left.isPositive(); left = left.minus(Clockwork.TICK)) {
            time.pass(Clockwork.TICK);
            work();
        }
    }

    private void work() {
        time.settle();
        while (!workers.isEmpty()) {
            workers.poll().run();
            time.settle();
        }
    }

    private SyncKey campaigns(TenantId tenant, int account) {
        return new SyncKey(tenant, accounts.get(tenant).get(account), Topic.CAMPAIGNS);
    }

    @Test
    void theVisibleTenantsRowsAreThereWithinThreeRoundTrips() {
        List<TenantId> members = sync(MOST);
        TenantId visible = members.get(MOST - 1);
        scheduler.look(visible, accounts.get(visible).get(1), Set.of(Topic.CAMPAIGNS, Topic.INSIGHTS));
        work();
        assertThat(tripsAtFirstRows.get(campaigns(visible, 1))).isBetween(1, 3);
        assertThat(store.campaigns().campaigns(visible, accounts.get(visible).get(1))).hasSize(6);
    }

    @Test
    void oneMoreTenantCostsTheOthersNoRequest() {
        List<TenantId> few = sync(MOST - 1);
        pass(Duration.ofMinutes(22));
        Map<TenantId, List<String>> alone = new HashMap<>(wire.sent);
        scheduler.close();
        time.pass(Duration.ZERO);
        Map<TenantId, Integer> before = new HashMap<>();
        few.forEach(tenant -> before.put(tenant, alone.get(tenant).size()));

        sync(MOST);
        pass(Duration.ofMinutes(22));

        few.forEach(tenant -> assertThat(wire.count(tenant)).as(tenant.value()).isEqualTo(before.get(tenant)));
        assertThat(new HashSet<>(before.values())).as("All are served alike").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aDeadTokenAndARefusedAccountStopOnlyThemselves() {
        List<TenantId> members = sync(MOST);
        TenantId dead = members.get(0);
        TenantId hurt = members.get(1);
        AdAccountId refused = accounts.get(hurt).get(0);
        wire.errors.put(dead, Map.of(accounts.get(dead).get(0).value() + "/campaigns", "190,\"error_subcode\":463"));
        wire.errors.put(hurt, Map.of(refused.value() + "/campaigns", "10", refused.value() + "/ads", "10",
                refused.value() + "/adsets", "10"));

        pass(Duration.ofMinutes(5));

        // The other two edges of that account were on their way.
        assertThat(wire.count(dead)).isLessThanOrEqualTo(wire.sentWhenDead.get(dead) + 2);
        assertThat(scheduler.status(campaigns(dead, 1)).failure()).isNotNull();
        assertThat(stored).contains(campaigns(hurt, 1)).doesNotContain(campaigns(hurt, 0));
        members.subList(2, MOST).forEach(
                tenant -> assertThat(stored).contains(campaigns(tenant, 0), campaigns(tenant, 1)));
        int quiet = wire.count(dead);
        pass(Duration.ofMinutes(30));
        assertThat(wire.count(dead)).isEqualTo(quiet);
    }
}
