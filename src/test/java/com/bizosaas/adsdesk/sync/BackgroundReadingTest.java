package com.bizosaas.adsdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.graph.Priority;
import com.bizosaas.adsdesk.graph.SandboxDesk;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read in the background, over HTTP, every request counted.
class BackgroundReadingTest {

    private static final TenantId TENANT = SandboxDesk.TENANT;

    @TempDir
    private Path home;

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<String> fields = Collections.synchronizedList(new ArrayList<>());
    private Poller creatives;
    private SandboxDesk facebook;
    private DataFolder folder;
    private DeskStore store;
    private LiveGraphAccess access;
    private AdsApi api;
    private List<AdAccountId> accounts;
    private InsightPoller poller;

    @BeforeEach
    void start() throws Exception {
        facebook = new SandboxDesk();
        folder = DataFolder.open(home.resolve("desk"));
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            store = created.store();
        }
        access = new LiveGraphAccess(facebook.settings(), facebook.clock(), transport -> request -> {
            sent.add(request.method() + " " + request.uri().getPath().replaceFirst("^/v26.0/", ""));
            fields.add(String.valueOf(request.uri().getQuery()).contains("object_story_spec") ? "whole" : "light");
            return transport.send(request);
        });
        api = access.forTenant(TENANT,
                new AccessToken(facebook.server().operators().getFirst().token().toCharArray()));
        List<AdAccount> found = new ArrayList<>();
        api.adAccounts(found::addAll);
        accounts = found.stream().filter(account -> account.status().connectable() && account.canManage())
                .map(AdAccount::id).limit(3).toList();
        found.forEach(account -> store.accounts().put(TENANT, account, facebook.clock().instant()));
        Generations generations = new Generations();
        AccountFeed feed = new AccountFeed(store, _ -> api, generations,
                () -> accounts.stream().map(account -> new Roster.Entry(TENANT, account)).toList(), facebook.clock());
        poller = new InsightPoller(new InsightLoader(store, _ -> api, feed, generations,
                () -> new SyncPlan(true, Map.of()), facebook.clock()));
        creatives = StorePoller.all(store, _ -> api, generations, facebook.clock()).stream()
                .filter(each -> each.topic() == Topic.CREATIVES).findFirst().orElseThrow();
        sent.clear();
        fields.clear();
    }

    @AfterEach
    void stop() throws Exception {
        access.close();
        store.close();
        folder.close();
        facebook.close();
    }

    private Polled poll(AdAccountId account) {
        return Priority.call(() -> Priority.BACKGROUND,
                () -> poller.poll(TENANT, account, false, Progress.NONE));
    }

    private List<DailyFact> stored(AdAccountId account, DateRange days) {
        return store.insights().daily(TENANT, account, Level.ACCOUNT, days).value();
    }

    private DateRange twoWeeks() {
        LocalDate today = LocalDate.ofInstant(facebook.clock().instant(), java.time.ZoneOffset.UTC);
        return new DateRange(today.minusDays(10), today.minusDays(1));
    }

    @Test
    void allAccountsOfATenantComeInOneRequest() {
        assertThat(accounts).hasSizeGreaterThan(1);
        Polled polled = poll(accounts.getFirst());

        assertThat(sent).containsExactly("POST ");
        assertThat(polled.fresh()).extracting(SyncKey::account).containsExactlyInAnyOrderElementsOf(accounts);
        for (AdAccountId account : accounts) {
            assertThat(stored(account, twoWeeks())).containsExactlyInAnyOrderElementsOf(
                    api.daily(account, Level.ACCOUNT, twoWeeks(), _ -> {
                    }));
        }
        sent.clear();
        assertThat(poll(accounts.getLast()).fresh()).extracting(SyncKey::account).contains(accounts.getLast());
        assertThat(sent).as("nothing is missing").isEmpty();

        facebook.server().clock().advance(Duration.ofHours(2));
        poll(accounts.getLast());
        assertThat(sent).containsExactly("POST ");
    }

    @Test
    void creativesAreReadWholeOnceADayAndOnDemand() {
        AdAccountId account = accounts.getFirst();
        assertThat(creatives.poll(TENANT, account, false, Progress.NONE).changed()).isNotEmpty();
        assertThat(fields).containsOnly("whole");
        var stored = store.creatives().list(TENANT, account).value();
        sent.clear();
        fields.clear();

        facebook.server().clock().advance(Duration.ofMinutes(40));
        Polled again = creatives.poll(TENANT, account, false, Progress.NONE);
        assertThat(again.changed()).as("nothing is different").isEmpty();
        assertThat(fields).containsExactly("light");
        assertThat(store.creatives().list(TENANT, account).value()).isEqualTo(stored);
        assertThat(creatives.lastRead(TENANT, account)).isEqualTo(facebook.clock().instant());
        facebook.control("POST", "objects/" + stored.getFirst().id().value(), "{\"fields\":{\"name\":\"Renamed\"}}");
        assertThat(creatives.poll(TENANT, account, false, Progress.NONE).changed()).hasSize(1);
        assertThat(store.creatives().list(TENANT, account).value()).first()
                .isEqualTo(stored.getFirst().renamed("Renamed", stored.getFirst().status()));

        fields.clear();
        creatives.poll(TENANT, account, true, Progress.NONE);
        assertThat(fields).as("F5").containsOnly("whole");
        fields.clear();
        facebook.server().clock().advance(Duration.ofHours(24));
        creatives.poll(TENANT, account, false, Progress.NONE);
        assertThat(fields).as("a day later").containsOnly("whole");
    }

    @Test
    void whatTheOperatorHasLookedAtIsReadForItself() {
        poller.look(TENANT, accounts.getFirst(), Set.of(Topic.INSIGHTS), twoWeeks());
        Polled polled = poll(accounts.get(1));

        assertThat(polled.fresh()).extracting(SyncKey::account).doesNotContain(accounts.getFirst());
        assertThat(stored(accounts.getFirst(), twoWeeks())).isEmpty();
    }

    @Test
    void whatIsShownAmongManyIsReadAsDeepAsItIsShown() {
        AdAccountId account = accounts.getFirst();
        assertThat(poller.want(TENANT, account, Level.CAMPAIGN, twoWeeks())).isTrue();
        poll(account);
        assertThat(store.insights().daily(TENANT, account, Level.CAMPAIGN, twoWeeks()).value()).isNotEmpty();
        assertThat(store.insights().daily(TENANT, account, Level.AD, twoWeeks()).everRead()).isFalse();

        assertThat(poller.want(TENANT, account, Level.CAMPAIGN, twoWeeks())).as("nothing else").isFalse();
        assertThat(poller.want(TENANT, account, Level.AD, twoWeeks())).isTrue();
        poll(account);
        assertThat(store.insights().daily(TENANT, account, Level.AD, twoWeeks()).value()).isNotEmpty();
        assertThat(poller.want(TENANT, account, Level.CAMPAIGN, twoWeeks())).as("stays as deep").isFalse();
    }

    @Test
    void anAccountWhoseWindowIsClosedStaysAtHomeAndTheOthersGo() {
        AdAccountId closed = accounts.getFirst();
        facebook.control("POST", "faults",
                "{\"kind\":\"error\",\"code\":80000,\"path\":\"" + closed.value() + "/insights\",\"count\":2}");
        assertThatThrownBy(() -> api.daily(closed, Level.ACCOUNT, twoWeeks(), _ -> {
        })).isInstanceOf(GraphException.class);
        sent.clear();

        Polled polled = poll(accounts.get(1));

        assertThat(sent).containsExactly("POST ");
        assertThat(polled.fresh()).extracting(SyncKey::account).contains(accounts.get(1)).doesNotContain(closed);
        assertThatThrownBy(() -> poll(closed)).isInstanceOfSatisfying(GraphException.class,
                held -> assertThat(held.kind()).isEqualTo(GraphException.Kind.LIMIT));
    }
}
