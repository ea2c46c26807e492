package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.DatePreset;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Objective;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole desk without its windows, over real HTTP.
@Timeout(120)
class DeskOverSandboxTest {

    private static final Duration PATIENT = Duration.ofSeconds(30);

    @TempDir
    Path folder;
    private SandboxDesk at;

    @BeforeEach
    void start() throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
    }

    @AfterEach
    void stop() throws Exception {
        at.close();
    }

    private DateRange week(TenantId tenant) {
        AdAccount account = at.desk.connections().accounts(tenant).getFirst();
        return DatePreset.LAST_7_DAYS.range(LocalDate.ofInstant(at.clock.instant(), account.zone()));
    }

    private void look(TenantId tenant, AdAccountId account, Topic... topics) {
        at.desk.sync().look(tenant, account, Set.of(topics), week(tenant));
    }

    private AdStructure synced(TenantId tenant, AdAccountId account) {
        look(tenant, account, Topic.CAMPAIGNS);
        // Rows are shown as they come; it is read once the reading has ended.
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).stale()
                && !at.desk.sync().state(tenant, account, Topic.CAMPAIGNS).running());
        return at.desk.campaigns().structure(tenant, account).value();
    }

    private Campaign campaign(TenantId tenant, AdAccountId account, GraphId id) {
        return at.desk.campaigns().structure(tenant, account).value().campaigns().stream()
                .filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static Problem problem(Runnable call) {
        return catchThrowableOfType(DeskException.class, call::run).problem();
    }

    private List<String> actions() {
        return at.desk.audit().entries(null, "", 200).stream().map(AuditEntry::action).toList();
    }

    @Test
    void signsInThroughTheDialogAndShowsEveryAccount() throws Exception {
        Tenant tenant = at.desk.tenants().create("Nordlicht");
        try (PendingConnection pending = at.signIn(tenant.id())) {
            assertThat(pending.connection().userName()).isEqualTo(at.fleet.operators().getFirst().name());
            assertThat(pending.missingPermissions()).isEmpty();
            assertThat(pending.connection().daysLeft(at.clock)).isBetween(55L, 60L);
            assertThat(at.desk.connections().connection(tenant.id())).isEmpty();
            ReachableAccounts reached = at.desk.connections().reachable(pending, found -> {
            });
            assertThat(reached.complete()).isTrue();
            assertThat(reached.accounts()).hasSizeGreaterThan(2);
            AdAccount first = at.writable(reached.accounts()).getFirst();
            at.desk.connections().confirm(pending, List.of(first.id()));
            assertThat(at.desk.connections().accounts(tenant.id())).containsExactly(first);
        }
        assertThat(at.desk.connections().connection(tenant.id())).isPresent();
        assertThat(at.news).contains(new DeskEvent.ConnectionChanged(tenant.id()));
        assertThat(actions()).contains("connection.sign-in", "connection.connect", "tenant.create", "desk.create");
        assertThat(at.desk.audit().verify().whole()).isTrue();
    }

    /// Whatever is asked of an account itself is refused, so the choice must know it from the search.
    @Test
    void choosesWhatASearchHasJustFoundWithoutAskingForItAgain() throws Exception {
        TenantId tenant = at.desk.tenants().create("Nordlicht").id();
        try (PendingConnection pending = at.signIn(tenant)) {
            at.desk.connections().keep(pending);
        }
        AdAccountId found = at.writable(at.desk.connections().reachable(tenant, count -> {
        }).accounts()).getLast().id();
        at.control("faults", "kind", "error", "path", found.value(), "code", "10", "status", "403");

        at.desk.connections().choose(tenant, List.of(found));

        assertThat(at.desk.connections().accounts(tenant)).extracting(AdAccount::id).containsExactly(found);
    }

    @Test
    void endsABadSignInWithItsOwnSentence() throws Exception {
        Tenant tenant = at.desk.tenants().create("Nordlicht");
        LoginAttempt attempt = at.desk.connections().begin(tenant.id(), false);
        assertThat(attempt.isRedirect(URI.create("https://evil.example/cb"))).isFalse();
        URI cancelled = at.dialog(attempt, "cancel");
        assertThat(problem(() -> at.desk.connections().complete(attempt, cancelled)).title())
                .isEqualTo("The sign-in was cancelled at Facebook");
        assertThat(problem(() -> at.desk.connections().complete(attempt, cancelled)).title())
                .isEqualTo("This sign-in was completed already");
        LoginAttempt late = at.desk.connections().begin(tenant.id(), false);
        URI back = at.dialog(late, "continue", "ads_read");
        assertThat(problem(() -> at.desk.connections().complete(late, cancelled)).title())
                .isEqualTo("This answer belongs to another sign-in");
        at.clock.pass(Duration.ofMinutes(11));
        assertThat(problem(() -> at.desk.connections().complete(late, back)).title())
                .isEqualTo("The sign-in took longer than ten minutes");
        assertThat(at.desk.connections().connection(tenant.id())).isEmpty();
    }

    @Test
    void namesThePermissionsThatWereNotGiven() throws Exception {
        Tenant tenant = at.desk.tenants().create("Nordlicht");
        LoginAttempt attempt = at.desk.connections().begin(tenant.id(), false);
        URI back = at.dialog(attempt, "continue", "ads_read");
        try (PendingConnection pending = at.desk.connections().complete(attempt, back)) {
            assertThat(pending.missingPermissions()).containsExactly("ads_management", "business_management");
        }
    }

    @Test
    void takesTheAnswerOfTheSystemBrowser() throws Exception {
        at.close();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        at = new SandboxDesk(folder.resolve("other"), "http://localhost:" + port + "/cb", options -> options);
        Tenant tenant = at.desk.tenants().create("Nordlicht");
        LoginAttempt attempt = at.desk.connections().begin(tenant.id(), false);
        assertThat(attempt.loopbackProblem()).isEmpty();
        URI back = at.dialog(attempt, "continue", "ads_management", "ads_read", "business_management");
        CompletableFuture<HttpResponse<String>> page = HttpClient.newHttpClient().sendAsync(
                HttpRequest.newBuilder(back).build(), HttpResponse.BodyHandlers.ofString());
        try (PendingConnection pending = at.desk.connections().complete(attempt,
                attempt.loopback().get(10, TimeUnit.SECONDS))) {
            assertThat(pending.missingPermissions()).isEmpty();
        }
        attempt.close();
        assertThat(page.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(attempt.loopback()).isDone();
    }

    @Test
    void takesASystemUsersToken() throws Exception {
        Tenant tenant = at.desk.tenants().create("Nordlicht");
        char[] token = at.server.systemUserToken().toCharArray();
        try (PendingConnection pending = at.desk.connections().useToken(tenant.id(), token)) {
            assertThat(pending.connection().kind()).isEqualTo(Connection.Kind.SYSTEM_USER);
            assertThat(pending.connection().endsAt()).isNull();
        }
        assertThat(token).containsOnly('\0');
        assertThat(problem(() -> at.desk.connections().useToken(tenant.id(), "EAAnonsense".toCharArray())).kind())
                .isEqualTo(Problem.Kind.SIGN_IN_NEEDED);
    }

    @Test
    void readsWhatIsLookedAtAndTellsThePanes() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        look(tenant, account, Topic.CAMPAIGNS, Topic.INSIGHTS);
        await().atMost(PATIENT).untilAsserted(() -> {
            // The account itself was stored when it was chosen, and is fresh for a day.
            for (Topic topic : EnumSet.complementOf(EnumSet.of(Topic.ACCOUNTS))) {
                assertThat(at.news).contains(new DeskEvent.DataChanged(tenant, account, topic));
            }
        });
        // The panes are told as soon as a level is there; the ads come last.
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).value().ads().isEmpty());
        assertThat(at.desk.audiences().audiences(tenant, account).everRead()).isTrue();
        await().atMost(PATIENT).until(
                () -> !at.desk.insights().daily(tenant, account, Level.AD, week(tenant)).value().isEmpty());
        Stamped<List<DailyFact>> facts = at.desk.insights().daily(tenant, account, Level.CAMPAIGN, week(tenant));
        assertThat(facts.value()).isNotEmpty();
        assertThat(facts.stale()).isFalse();
        assertThat(at.desk.sync().state(tenant, account, Topic.CAMPAIGNS).problem()).isNull();
        assertThat(at.desk.sync().usage(tenant, account).left()).isLessThan(100);
        assertThat(at.news).contains(new DeskEvent.UsageChanged(),
                new DeskEvent.SyncChanged(tenant, account, Topic.CAMPAIGNS));
    }

    @Test
    void loadsReachAndBreakdownsForTheWholeRange() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        at.desk.insights().load(tenant, account, Level.CAMPAIGN, week(tenant), false);
        var range = at.desk.insights().range(tenant, account, Level.ACCOUNT, week(tenant));
        assertThat(range.value()).hasSize(1);
        assertThat(range.value().getFirst().facts().reach()).isPositive();
        assertThat(range.stale()).isFalse();
        long days = at.desk.insights().daily(tenant, account, Level.ACCOUNT, week(tenant)).value().stream()
                .mapToLong(day -> day.facts().impressions()).sum();
        assertThat(range.value().getFirst().facts().impressions()).isEqualTo(days);
        at.desk.insights().load(tenant, account, week(tenant), Breakdown.AGE_GENDER, false);
        assertThat(at.desk.insights().breakdown(tenant, account, week(tenant), Breakdown.AGE_GENDER).value())
                .hasSizeGreaterThan(5);
    }

    @Test
    void pausesAndResumesWithWhatFollowsBelow() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        AdStructure before = synced(tenant, account);
        Campaign running = before.campaigns().stream().filter(one -> one.status().isOn()
                && before.adSets().stream().anyMatch(set -> set.campaignId().equals(one.id()) && set.status().isOn()))
                .findFirst().orElseThrow();
        at.desk.campaigns().setStatus(tenant, account, Level.CAMPAIGN, running.id(), Status.PAUSED);
        Supplier<List<String>> below = () -> at.desk.campaigns().structure(tenant, account).value().adSets().stream()
                .filter(set -> set.campaignId().equals(running.id()) && set.status().isOn())
                .map(set -> set.effectiveStatus().value()).distinct().toList();
        assertThat(below.get()).containsExactly("CAMPAIGN_PAUSED");
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).stale());
        assertThat(campaign(tenant, account, running.id()).status()).isEqualTo(Status.PAUSED);
        assertThat(below.get()).containsExactly("CAMPAIGN_PAUSED");
        at.desk.campaigns().setStatus(tenant, account, Level.CAMPAIGN, running.id(), Status.ACTIVE);
        assertThat(campaign(tenant, account, running.id()).status()).isEqualTo(Status.ACTIVE);
        assertThat(below.get()).doesNotContain("CAMPAIGN_PAUSED");
    }

    @Test
    void createsEditsArchivesAndDeletesCampaigns() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        synced(tenant, account);
        GraphId made = at.desk.campaigns().create(tenant, account, new CampaignDraft("Winter clearance",
                Objective.SALES, List.of(), List.of(), Desk.daily("50", Desk.EUR), null, false));
        assertThat(campaign(tenant, account, made).status()).isEqualTo(Status.PAUSED);
        at.desk.campaigns().update(tenant, account, made,
                new CampaignEdit("Winter clearance 2", Desk.daily("62.50", Desk.EUR), null));
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).stale());
        assertThat(campaign(tenant, account, made).name()).isEqualTo("Winter clearance 2");
        assertThat(campaign(tenant, account, made).budget().amount().minorUnits()).isEqualTo(6250);
        at.desk.campaigns().archive(tenant, account, made);
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).stale());
        assertThat(campaign(tenant, account, made).status()).isEqualTo(Status.ARCHIVED);
        at.desk.campaigns().delete(tenant, account, made);
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).stale());
        assertThat(at.desk.campaigns().structure(tenant, account).value().campaigns()).extracting(Campaign::id)
                .doesNotContain(made);
        assertThat(actions()).contains("campaign.create", "campaign.update", "campaign.archive", "campaign.delete");
        assertThat(at.desk.audit().verify().whole()).isTrue();
    }

    @Test
    void createsWithoutACampaignBudgetAndWithASpecialCategory() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        synced(tenant, account);
        GraphId made = at.desk.campaigns().create(tenant, account, new CampaignDraft("Flats", Objective.LEADS,
                List.of("HOUSING"), List.of("DE"), null, null, false));
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).stale());
        assertThat(campaign(tenant, account, made).specialAdCategories()).containsExactly("HOUSING");
        assertThat(campaign(tenant, account, made).budget()).isNull();
    }

    @Test
    void makesOneCampaignOfACreateWhoseAnswerWasLost() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        synced(tenant, account);
        at.control("faults", "kind", "lost-answer", "path", account.value() + "/campaigns", "method", "POST");
        GraphId made = at.desk.campaigns().create(tenant, account, new CampaignDraft("Lost and found",
                Objective.TRAFFIC, List.of(), List.of(), null, null, false));
        at.desk.sync().refresh(tenant, account, Topic.CAMPAIGNS);
        await().atMost(PATIENT).until(() -> !at.desk.campaigns().structure(tenant, account).stale());
        assertThat(at.desk.campaigns().structure(tenant, account).value().campaigns())
                .filteredOn(one -> one.name().equals("Lost and found")).extracting(Campaign::id).containsExactly(made);
        assertThat(at.desk.audit().entries(tenant, "campaign.create", 10)).extracting(AuditEntry::outcome)
                .as("first unknown, then found").containsExactly(AuditEntry.Outcome.DONE, AuditEntry.Outcome.UNKNOWN);
    }

    @Test
    void stopsATenantWhoseTokenDiedAndGoesOnAfterANewSignIn() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        AdStructure before = synced(tenant, account);
        at.kill("password-changed");
        await().atMost(PATIENT).until(() -> {
            // One that is joined to a reading from before the token died finds nothing wrong.
            at.desk.sync().refresh(tenant, account, Topic.CAMPAIGNS);
            return at.desk.connections().connection(tenant).orElseThrow()
                    .broken() == Connection.Broken.PASSWORD_CHANGED;
        });
        await().atMost(PATIENT).untilAsserted(() -> {
            Problem told = at.desk.sync().state(tenant, account, Topic.AUDIENCES).problem();
            assertThat(told).isNotNull();
            assertThat(told.kind()).isEqualTo(Problem.Kind.SIGN_IN_NEEDED);
        });
        assertThat(at.desk.campaigns().structure(tenant, account).value().campaigns())
                .hasSameSizeAs(before.campaigns());
        assertThat(problem(() -> at.desk.campaigns().setStatus(tenant, account, Level.CAMPAIGN,
                before.campaigns().stream().filter(one -> one.status().canSwitch()).findFirst().orElseThrow().id(),
                Status.PAUSED)).title()).contains("password");
        assertThat(actions()).contains("connection.broken");
        List<AdAccountId> chosen = at.desk.connections().accounts(tenant).stream().map(AdAccount::id).toList();
        try (PendingConnection pending = at.signIn(tenant)) {
            at.desk.connections().confirm(pending, chosen);
        }
        assertThat(at.desk.connections().accounts(tenant)).extracting(AdAccount::id).isEqualTo(chosen);
        at.desk.sync().refresh(tenant, account, Topic.CAMPAIGNS);
        await().atMost(PATIENT).until(
                () -> at.desk.sync().state(tenant, account, Topic.CAMPAIGNS).problem() == null);
        assertThat(at.desk.connections().connection(tenant).orElseThrow().broken()).isNull();
    }

    @Test
    void waitsOutALimitAndKeepsWhatItHad() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        synced(tenant, account);
        at.control("throttle", "account", account.value(), "useCase", "ads_management", "minutes", "20");
        at.desk.sync().refresh(tenant, account, Topic.CAMPAIGNS);
        await().atMost(PATIENT).untilAsserted(() -> {
            Problem told = at.desk.sync().state(tenant, account, Topic.CAMPAIGNS).problem();
            assertThat(told).isNotNull();
            assertThat(told.kind()).isEqualTo(Problem.Kind.RATE_LIMITED);
            assertThat(told.until()).isAfter(at.clock.instant().plus(Duration.ofMinutes(5)));
        });
        assertThat(at.desk.campaigns().structure(tenant, account).value().campaigns()).isNotEmpty();
    }

    @Test
    void aRestartSendsNothingIntoAClosedWindow() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        synced(tenant, account);
        at.control("throttle", "account", account.value(), "useCase", "ads_management", "minutes", "20");
        at.desk.sync().refresh(tenant, account, Topic.CAMPAIGNS);
        await().atMost(PATIENT).until(() -> at.desk.sync().budget(tenant, account).blockedUntil() != null);

        at.gate.lock();
        DeskServices again = at.gate.unlock(SandboxDesk.PASSPHRASE.toCharArray());
        assertThat(again.sync().budget(tenant, account).blockedUntil())
                .isAfter(at.clock.instant().plus(Duration.ofMinutes(5)));
        again.sync().refresh(tenant, account, Topic.CAMPAIGNS);
        await().atMost(PATIENT).untilAsserted(
                () -> assertThat(again.sync().state(tenant, account, Topic.CAMPAIGNS).problem()).isNotNull()
                        .extracting(Problem::kind).isEqualTo(Problem.Kind.RATE_LIMITED));
        assertThat(again.sync().requests(tenant)).extracting(SyncService.Request::path)
                .doesNotContain("/" + account.value() + "/campaigns", "/" + account.value() + "/ads");
    }

    @Test
    void aFailedReadLeavesGoodRowsAlone() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        AdStructure before = synced(tenant, account);
        at.control("faults", "kind", "truncate", "path", account.value() + "/*", "count", "40");
        at.desk.sync().refresh(tenant, account, Topic.CAMPAIGNS);
        await().atMost(PATIENT).until(
                () -> at.desk.sync().state(tenant, account, Topic.CAMPAIGNS).problem() != null);
        assertThat(at.desk.campaigns().structure(tenant, account).value()).isEqualTo(before);
    }

    @Test
    void makesAndDeletesAudiences() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        at.desk.sync().refresh(tenant, account, Topic.AUDIENCES);
        await().atMost(PATIENT).until(() -> at.desk.audiences().audiences(tenant, account).everRead());
        CustomAudience seed = at.desk.audiences().audiences(tenant, account).value().stream()
                .filter(one -> one.lookalike() == null && one.sizeUpper() != null && one.sizeUpper() > 2000)
                .findFirst().orElseThrow();
        GraphId lookalike = at.desk.audiences().createLookalike(tenant, account, "LAL 7% SE", seed.id(), "SE", 0,
                0.07);
        at.desk.sync().refresh(tenant, account, Topic.AUDIENCES);
        await().atMost(PATIENT).until(() -> !at.desk.audiences().audiences(tenant, account).stale());
        assertThat(problem(() -> at.desk.audiences().createLookalike(tenant, account, "Again", seed.id(), "SE", 0,
                0.07)).title()).contains("equal lookalike");
        AudienceService.Pixel pixel = at.desk.audiences().pixels(tenant, account).getFirst();
        GraphId website = at.desk.audiences().createWebsiteAudience(tenant, account, "Cart 30 d", pixel.id(),
                "AddToCart", "/shop", 30);
        assertThat(at.desk.audiences().audiences(tenant, account).value()).extracting(CustomAudience::id)
                .contains(lookalike, website);
        at.desk.audiences().delete(tenant, account, website);
        at.desk.sync().refresh(tenant, account, Topic.AUDIENCES);
        await().atMost(PATIENT).until(() -> !at.desk.audiences().audiences(tenant, account).stale());
        assertThat(at.desk.audiences().audiences(tenant, account).value()).extracting(CustomAudience::id)
                .contains(lookalike).doesNotContain(website);
    }

    @Test
    void showsPicturesAndPreviews() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        at.desk.sync().refresh(tenant, account, Topic.CREATIVES);
        await().atMost(PATIENT).until(() -> at.desk.creatives().creatives(tenant, account).everRead());
        Creative creative = at.desk.creatives().creatives(tenant, account).value().stream()
                .filter(one -> one.thumbnailUrl() != null).findFirst().orElseThrow();
        byte[] picture = at.desk.creatives().thumbnail(tenant, account, creative.id()).orElseThrow();
        assertThat(new String(picture, java.nio.charset.StandardCharsets.UTF_8)).contains("600x600");
        CreativeService.Preview preview = at.desk.creatives().preview(tenant, account, creative.id(),
                "MOBILE_FEED_STANDARD");
        assertThat(preview.address()).startsWith(at.server.graphUrl()).doesNotContain("&amp;");
        assertThat(preview.width()).isPositive();
    }

    @Test
    void signsOutAtBothEnds() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        synced(tenant, account);
        assertThat(at.desk.connections().disconnect(tenant)).isEmpty();
        assertThat(at.desk.connections().connection(tenant)).isEmpty();
        assertThat(at.desk.campaigns().structure(tenant, account).everRead()).isFalse();
        assertThat(problem(() -> at.desk.connections().renew(tenant)).kind())
                .isEqualTo(Problem.Kind.SIGN_IN_NEEDED);
        Tenant other = at.desk.tenants().create("Südwind");
        LoginAttempt attempt = at.desk.connections().begin(other.id(), false);
        assertThat(at.dialog(attempt, "continue", "ads_read").getRawQuery()).contains("code=");
        assertThat(actions()).contains("connection.disconnect");
    }

    @Test
    void renewsATokenWhileItLives() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        at.clock.pass(Duration.ofDays(40));
        long before = at.desk.connections().connection(tenant).orElseThrow().daysLeft(at.clock);
        assertThat(at.desk.connections().renew(tenant).daysLeft(at.clock)).isGreaterThan(before);
    }

    @Test
    void findsEverythingAgainAfterLockingAndUnlocking() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        AdAccountId account = at.account(tenant);
        AdStructure before = synced(tenant, account);
        at.gate.lock();
        assertThat(at.gate.state()).isEqualTo(DeskGate.State.LOCKED);
        DeskServices again = at.gate.unlock(SandboxDesk.PASSPHRASE.toCharArray());
        assertThat(again.campaigns().structure(tenant, account).value().campaigns())
                .hasSameSizeAs(before.campaigns());
        again.sync().refresh(tenant, account, Topic.CAMPAIGNS);
        await().atMost(PATIENT).until(() -> !again.sync().state(tenant, account, Topic.CAMPAIGNS).running()
                && again.sync().state(tenant, account, Topic.CAMPAIGNS).problem() == null);
        assertThat(again.audit().entries(null, "desk.", 10)).extracting(AuditEntry::action)
                .containsExactly("desk.unlock", "desk.lock", "desk.create");
    }

    @Test
    void deletesATenantWithAllThatWasReadForIt() throws Exception {
        TenantId tenant = at.connect("Nordlicht");
        synced(tenant, at.account(tenant));
        at.desk.tenants().delete(tenant);
        assertThat(at.desk.tenants().tenants()).isEmpty();
        assertThat(actions()).contains("tenant.delete", "connection.disconnect");
        assertThat(at.desk.sync().running()).noneMatch(read -> read.tenant().equals(tenant));
    }
}
