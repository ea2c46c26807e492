package com.bizosaas.adsdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.contract.WireJournal;
import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.graph.SandboxDesk;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.graph.Writes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over HTTP against the sandbox, with a real store: every request that leaves is counted.
class ChangeFeedTest {

    private static final TenantId TENANT = SandboxDesk.TENANT;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private static SandboxDesk facebook;
    private static DataFolder folder;
    private static DeskStore store;
    private LiveGraphAccess access;
    private AdsApi api;
    private List<AdAccountId> accounts;
    private AccountFeed health;
    private ChangeFeed feed;

    @BeforeAll
    static void open(@TempDir Path place) throws Exception {
        facebook = new SandboxDesk();
        folder = DataFolder.open(place.resolve("desk"));
        try (Passphrase passphrase = Passphrase.of("correct horse battery".toCharArray())) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", passphrase, KdfCosts.FLOOR);
            created.recoveryCode().close();
            store = created.store();
        }
    }

    @BeforeEach
    void connect() {
        store.forgetReadings(TENANT);
        // What another test changed is history by then.
        facebook.server().clock().advance(Duration.ofHours(1));
        access = new LiveGraphAccess(facebook.settings(), facebook.clock(), transport -> {
            var watched = WireJournal.watch(transport);
            return request -> {
                sent.add(request.uri().getPath().replaceFirst("^/v26.0/", ""));
                return watched.send(request);
            };
        });
        api = access.forTenant(TENANT,
                new AccessToken(facebook.server().operators().getFirst().token().toCharArray()));
        List<AdAccount> found = new ArrayList<>();
        api.adAccounts(found::addAll);
        accounts = found.stream().filter(account -> account.status().connectable() && account.canManage())
                .map(AdAccount::id).limit(3).toList();
        Generations generations = new Generations();
        Roster roster = () -> accounts.stream().map(account -> new Roster.Entry(TENANT, account)).toList();
        health = new AccountFeed(store, tenant -> api, generations, roster, facebook.clock());
        feed = new ChangeFeed(store, health, generations, facebook.clock(), () -> Duration.ZERO);
        sent.clear();
    }

    @AfterEach
    void disconnect() {
        access.close();
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
        folder.close();
        facebook.close();
    }

    private void readWhole() {
        accounts.forEach(account -> feed.read(TENANT, account, false, Progress.NONE));
    }

    private void later() {
        facebook.server().clock().advance(Duration.ofMinutes(5));
        sent.clear();
    }

    private AdStructure stored(AdAccountId account) {
        return store.campaigns().structure(TENANT, account).value();
    }

    private void change(String id, String fields) {
        facebook.control("POST", "objects/" + id, "{\"fields\":" + fields + "}");
    }

    @Test
    void readsHealthOnceAndEachEdgeOnce() {
        assertThat(accounts).hasSizeGreaterThan(1);
        readWhole();
        assertThat(sent).filteredOn("me/adaccounts"::equals).hasSize(1);
        assertThat(sent).hasSize(1 + 3 * accounts.size());
        assertThat(store.accounts().find(TENANT, accounts.getFirst())).isPresent();
    }

    @Test
    void asksOnceForAllAccountsWhenNothingChanged() {
        readWhole();
        AdStructure before = stored(accounts.getFirst());
        later();
        Polled polled = feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).containsExactly("me/adaccounts");
        accounts.forEach(account -> assertThat(polled.fresh()).contains(new SyncKey(TENANT, account, Topic.CAMPAIGNS)));
        assertThat(polled.changed()).isEmpty();
        assertThat(stored(accounts.getFirst())).isEqualTo(before);
        assertThat(store.readMarks().find(TENANT, accounts.getLast(), Topic.CAMPAIGNS)).get()
                .satisfies(mark -> assertThat(mark.asOf()).isEqualTo(facebook.clock().instant()))
                .satisfies(mark -> assertThat(mark.wholeAt()).isBefore(mark.asOf()));
    }

    @Test
    void findsABudgetAStatusAndANameThatSomebodyElseChanged() {
        readWhole();
        AdAccountId account = accounts.getFirst();
        AdStructure before = stored(account);
        Campaign dear = before.campaigns().stream().filter(campaign -> campaign.budget() != null).findFirst()
                .orElseThrow();
        AdSet running = before.adSets().stream()
                .filter(adSet -> adSet.effectiveStatus().equals(EffectiveStatus.ACTIVE)
                        && before.ads().stream().anyMatch(ad -> ad.adSetId().equals(adSet.id())
                                && ad.effectiveStatus().equals(EffectiveStatus.ACTIVE)))
                .findFirst().orElseThrow();
        Ad named = stored(accounts.get(1)).ads().getFirst();
        later();
        change(dear.id().value(), "{\"daily_budget\":\"987600\",\"lifetime_budget\":\"0\"}");
        change(running.id().value(), "{\"status\":\"PAUSED\"}");
        change(named.id().value(), "{\"name\":\"Renamed in Ads Manager\"}");

        feed.read(TENANT, account, false, Progress.NONE);

        // One look for all, one for the budget and the status below, none for the name.
        assertThat(sent).containsExactly("me/adaccounts", account.value());
        AdStructure now = stored(account);
        assertThat(now.campaigns()).filteredOn(campaign -> campaign.id().equals(dear.id())).singleElement()
                .satisfies(campaign -> assertThat(campaign.budget().amount().amount()).isEqualByComparingTo("9876.00"))
                .satisfies(campaign -> assertThat(campaign.updatedAt()).isEqualTo(dear.updatedAt()));
        assertThat(now.adSets()).filteredOn(adSet -> adSet.id().equals(running.id())).singleElement()
                .satisfies(adSet -> assertThat(adSet.status()).isEqualTo(Status.PAUSED));
        assertThat(now.ads()).filteredOn(ad -> ad.adSetId().equals(running.id())
                && ad.effectiveStatus().equals(EffectiveStatus.ACTIVE)).isEmpty();
        assertThat(store.campaigns().ad(TENANT, accounts.get(1), named.id())).get()
                .satisfies(ad -> assertThat(ad.name()).isEqualTo("Renamed in Ads Manager"));
        assertThat(now.campaigns()).extracting(Campaign::id)
                .isEqualTo(before.campaigns().stream().map(Campaign::id).toList());

        sent.clear();
        feed.read(TENANT, account, false, Progress.NONE);
        assertThat(sent).as("What was acted upon is not acted upon again").containsExactly("me/adaccounts");
    }

    @Test
    void findsWhatAStatusCarriesDownWithoutAskingTwice() {
        readWhole();
        AdAccountId account = accounts.getFirst();
        AdStructure before = stored(account);
        Campaign running = before.campaigns().stream()
                .filter(campaign -> campaign.effectiveStatus().equals(EffectiveStatus.ACTIVE)
                        && before.ads().stream().anyMatch(ad -> ad.campaignId().equals(campaign.id())
                                && ad.effectiveStatus().equals(EffectiveStatus.ACTIVE)))
                .findFirst().orElseThrow();
        assertThat(store.campaigns().under(TENANT, account, running.id())).hasSizeLessThan(50);
        later();
        change(running.id().value(), "{\"status\":\"PAUSED\"}");

        feed.read(TENANT, account, false, Progress.NONE);

        assertThat(sent).containsExactly("me/adaccounts");
        AdStructure now = stored(account);
        assertThat(now.campaigns()).filteredOn(campaign -> campaign.id().equals(running.id())).singleElement()
                .satisfies(campaign -> assertThat(campaign.status()).isEqualTo(Status.PAUSED));
        assertThat(now.adSets()).filteredOn(adSet -> adSet.campaignId().equals(running.id())).isNotEmpty()
                .noneMatch(adSet -> adSet.effectiveStatus().equals(EffectiveStatus.ACTIVE));
        assertThat(now.ads()).filteredOn(ad -> ad.campaignId().equals(running.id())).isNotEmpty()
                .noneMatch(ad -> ad.effectiveStatus().equals(EffectiveStatus.ACTIVE));
        assertThat(now.ads()).filteredOn(ad -> !ad.campaignId().equals(running.id()))
                .isEqualTo(before.ads().stream().filter(ad -> !ad.campaignId().equals(running.id())).toList());
    }

    @Test
    void asksForWhatAStatusCarriesDownWhereTheLookDoesNotTellAllOfIt() {
        readWhole();
        AdAccountId account = accounts.getFirst();
        Ad model = stored(account).ads().stream()
                .filter(ad -> ad.effectiveStatus().equals(EffectiveStatus.ACTIVE) && ad.creativeId() != null)
                .findFirst().orElseThrow();
        for (int more = 0; more < 26; more++) {
            api.send(Writes.create(account, "ads", Map.of("name", "Another " + more, "adset_id",
                    model.adSetId().value(), "status", "ACTIVE", "creative",
                    "{\"creative_id\":\"" + model.creativeId() + "\"}")));
        }
        feed.read(TENANT, account, false, Progress.NONE);
        assertThat(store.campaigns().under(TENANT, account, model.adSetId())).hasSizeGreaterThan(26);
        later();
        change(model.adSetId().value(), "{\"status\":\"PAUSED\"}");

        feed.read(TENANT, account, false, Progress.NONE);

        assertThat(sent).containsExactly("me/adaccounts", account.value());
        assertThat(stored(account).ads()).filteredOn(ad -> ad.adSetId().equals(model.adSetId())).hasSizeGreaterThan(26)
                .noneMatch(ad -> ad.effectiveStatus().equals(EffectiveStatus.ACTIVE));
    }

    @Test
    void takesDeletedTreesOutAndNewObjectsIn() {
        readWhole();
        AdAccountId account = accounts.getFirst();
        AdStructure before = stored(account);
        Campaign leaving = before.campaigns().stream()
                .filter(campaign -> before.ads().stream().anyMatch(ad -> ad.campaignId().equals(campaign.id())))
                .findFirst().orElseThrow();
        later();
        api.send(Writes.delete(account, leaving.id()));
        var made = api.send(Writes.create(account, "campaigns", Map.of("name", "Made elsewhere", "objective",
                "OUTCOME_TRAFFIC", "status", "PAUSED", "special_ad_categories", "[]",
                "is_adset_budget_sharing_enabled", "false")));
        sent.clear();
        feed.read(TENANT, account, false, Progress.NONE);
        AdStructure now = stored(account);
        assertThat(now.campaigns()).extracting(Campaign::id).doesNotContain(leaving.id()).contains(made);
        assertThat(now.campaigns().getFirst().id()).isEqualTo(made);
        assertThat(now.adSets()).noneMatch(adSet -> adSet.campaignId().equals(leaving.id()));
        assertThat(now.ads()).noneMatch(ad -> ad.campaignId().equals(leaving.id()));
        assertThat(now.campaigns()).hasSize(before.campaigns().size());
    }

    @Test
    void asksEachAccountWhereTheListIsRefused() {
        readWhole();
        later();
        facebook.control("POST", "faults",
                "{\"kind\":\"error\",\"path\":\"me/adaccounts\",\"code\":200,\"status\":403}");
        feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).hasSize(1 + accounts.size());
        later();
        feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).as("The list is not tried again").doesNotContain("me/adaccounts").hasSize(accounts.size());
    }

    /// A server that does not take lists within lists, or says that it told only a part.
    @Test
    void asksOnceMoreWithLessWhereTooMuchWasAskedFor() {
        readWhole();
        later();
        facebook.control("POST", "faults",
                "{\"kind\":\"error\",\"path\":\"me/adaccounts\",\"code\":100,\"status\":400,\"count\":1}");
        feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).containsExactly("me/adaccounts", "me/adaccounts");
        later();
        feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).as("the larger question is not asked again").containsExactly("me/adaccounts");
    }

    @Test
    void readsAnAccountByItselfWhereWhatChangedIsNotTold() {
        readWhole();
        later();
        AdAccountId account = accounts.getFirst();
        facebook.control("POST", "faults",
                "{\"kind\":\"error\",\"path\":\"me/adaccounts\",\"code\":100,\"status\":400,\"count\":2}");
        facebook.control("POST", "faults",
                "{\"kind\":\"error\",\"path\":\"" + account + "\",\"code\":100,\"status\":400,\"count\":1}");
        feed.read(TENANT, account, false, Progress.NONE);
        later();
        feed.read(TENANT, account, false, Progress.NONE);
        assertThat(sent).as("not asked again what was refused, and no other account read for it")
                .containsExactlyInAnyOrder(account + "/campaigns", account + "/adsets", account + "/ads");
    }

    @Test
    void sendsNothingMoreOnceTheTokenIsDead() {
        readWhole();
        later();
        facebook.control("POST", "faults",
                "{\"kind\":\"error\",\"path\":\"me/adaccounts\",\"code\":190,\"subcode\":463,\"status\":400}");
        for (AdAccountId account : accounts) {
            assertThatThrownBy(() -> feed.read(TENANT, account, false, Progress.NONE))
                    .isInstanceOfSatisfying(GraphException.class,
                            e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.TOKEN));
        }
        assertThat(sent).containsExactly("me/adaccounts");
        assertThat(stored(accounts.getFirst()).campaigns()).isNotEmpty();
    }

    @Test
    void sendsNothingIntoAClosedWindow() {
        readWhole();
        AdAccountId full = accounts.getLast();
        later();
        facebook.control("POST", "throttle", "{\"account\":\"" + full.value()
                + "\",\"useCase\":\"ads_management\",\"minutes\":10}");
        assertThatThrownBy(() -> feed.read(TENANT, full, true, Progress.NONE)).isInstanceOfSatisfying(
                GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.LIMIT));
        sent.clear();
        Polled polled = feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).containsExactlyInAnyOrder(accounts.get(0).value(), accounts.get(1).value());
        assertThat(polled.fresh()).doesNotContain(new SyncKey(TENANT, full, Topic.CAMPAIGNS));
        assertThatThrownBy(() -> feed.read(TENANT, full, false, Progress.NONE)).isInstanceOfSatisfying(
                GraphException.class, e -> assertThat(e.until()).isAfter(facebook.clock().instant()));
        facebook.server().clock().advance(Duration.ofMinutes(11));
        sent.clear();
        assertThat(feed.read(TENANT, accounts.getFirst(), false, Progress.NONE).fresh())
                .contains(new SyncKey(TENANT, full, Topic.CAMPAIGNS));
        assertThat(sent).containsExactly("me/adaccounts");
    }

    @Test
    void leavesARefusedAccountAloneForAWhile() {
        readWhole();
        AdAccountId lost = accounts.getLast();
        later();
        facebook.control("POST", "faults",
                "{\"kind\":\"error\",\"path\":\"me/adaccounts\",\"code\":200,\"status\":403}");
        facebook.control("POST", "faults", "{\"kind\":\"error\",\"path\":\"" + lost.value()
                + "\",\"code\":10,\"status\":400,\"count\":2}");
        Polled polled = feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(polled.fresh()).contains(new SyncKey(TENANT, accounts.get(1), Topic.CAMPAIGNS))
                .doesNotContain(new SyncKey(TENANT, lost, Topic.CAMPAIGNS));
        later();
        feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).contains(accounts.get(1).value()).doesNotContain(lost.value());
        facebook.server().clock().advance(Duration.ofHours(1));
        sent.clear();
        feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).contains(lost.value());
    }

    @Test
    void keepsGoodRowsWhenTheSecondLookBreaksOff() {
        readWhole();
        AdAccountId account = accounts.getFirst();
        AdStructure before = stored(account);
        Campaign dear = before.campaigns().stream().filter(campaign -> campaign.budget() != null).findFirst()
                .orElseThrow();
        later();
        change(dear.id().value(), "{\"daily_budget\":\"123400\",\"lifetime_budget\":\"0\"}");
        facebook.control("POST", "faults",
                "{\"path\":\"" + account.value() + "\",\"code\":10,\"status\":400,\"kind\":\"error\"}");
        assertThatThrownBy(() -> feed.read(TENANT, account, false, Progress.NONE)).isInstanceOf(GraphException.class);
        assertThat(stored(account)).isEqualTo(before);
        assertThat(store.readMarks().find(TENANT, accounts.get(1), Topic.CAMPAIGNS)).get()
                .satisfies(mark -> assertThat(mark.asOf()).as("The others are fresh").isAfter(mark.wholeAt()));
        feed.read(TENANT, account, false, Progress.NONE);
        assertThat(store.campaigns().campaign(TENANT, account, dear.id())).get()
                .satisfies(now -> assertThat(now.budget().amount().amount()).isEqualByComparingTo("1234.00"));
    }

    @Test
    void showsTheFirstRowsBeforeTheLastHaveCome() {
        AdAccountId account = accounts.getFirst();
        List<Integer> shown = new ArrayList<>();
        List<Integer> trips = new ArrayList<>();
        feed.read(TENANT, account, false, new Progress() {
            @Override
            public void at(int done, int total) {
            }

            @Override
            public boolean watched() {
                return true;
            }

            @Override
            public void stored() {
                AdStructure early = ChangeFeedTest.this.stored(account);
                shown.add(early.campaigns().size() + early.adSets().size() + early.ads().size());
                // The account, then all edges side by side: two round trips whatever comes after.
                trips.add(sent.size());
                assertThat(store.campaigns().structure(TENANT, account).stale()).isTrue();
            }
        });
        assertThat(shown).isNotEmpty().allMatch(rows -> rows > 0);
        assertThat(trips.getFirst()).isLessThanOrEqualTo(1 + 3);
        assertThat(store.campaigns().structure(TENANT, account).stale()).isFalse();
        List<String> order = stored(account).campaigns().stream().map(campaign -> campaign.id().value()).toList();
        feed.read(TENANT, account, true, Progress.NONE);
        assertThat(stored(account).campaigns()).extracting(campaign -> campaign.id().value())
                .containsExactlyElementsOf(order);
    }

    @Test
    void readsEverythingOnceADayAndOnDemand() {
        readWhole();
        later();
        feed.read(TENANT, accounts.getFirst(), true, Progress.NONE);
        assertThat(sent).hasSize(3).allMatch(path -> path.startsWith(accounts.getFirst().value()));
        facebook.server().clock().advance(ChangeFeed.WHOLE_EVERY);
        sent.clear();
        feed.read(TENANT, accounts.getFirst(), false, Progress.NONE);
        assertThat(sent).hasSize(3);
    }
}
