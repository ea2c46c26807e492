package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.domain.journal.PlannedWrite;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Fields that Facebook takes in another way than they are drafted, over real HTTP: what is taken away, and what has to go
/// along with what changes.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class WireFieldsOverSandboxTest {

    private SandboxDesk at;
    private Workbench bench;
    private TenantId tenant;
    private AdAccountId account;
    private AdStructure there;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        bench = at.desk.workbench();
        tenant = at.connect("Nordlicht");
        account = at.account(tenant);
        there = at.synced(tenant, account);
    }

    @AfterEach
    void discard() {
        bench.drafts().discard(tenant, bench.drafts().book(tenant).drafts().stream().map(Draft::key).toList());
    }

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    /// Publishes an edit, which must come out as it was drafted.
    ///
    /// @return what was sent
    private Map<String, String> published(DraftKey key, Map<String, String> values) {
        bench.drafts().edit(tenant, key, values);
        assertThat(bench.drafts().check(tenant, Set.of(key)).items()).as("local rules and validate_only")
                .allMatch(item -> item.publishable());
        String id = bench.publishing().publish(tenant, Set.of(key), Policy.ASK, "").id();
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.publishing().batch(tenant, id).phase() == Phase.OVER);
        PublishBatch batch = bench.publishing().batch(tenant, id);
        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        PlannedWrite write = at.desk.journal().batch(tenant, id).getFirst().write();
        assertThat(write.valuesBefore().keySet()).as("what stood there before is in the journal")
                .containsAll(write.requested().keySet());
        return write.requested();
    }

    /// A cap is no cap any more by an amount of Facebook's own (graph-api chapter 04): zero would be refused as too low.
    @Test
    void aSpendCapIsTakenAwayByFacebooksAmountForNone() throws Exception {
        Campaign campaign = there.campaigns().stream().filter(one -> one.status().canSwitch()).findFirst()
                .orElseThrow();
        DraftKey key = DraftKey.of(account, Level.CAMPAIGN, campaign.id());
        for (String none : new String[]{"", "0"}) {
            published(key, Map.of(Fields.SPEND_CAP, "5000000"));
            assertThat(at.remote(campaign.id()).path(Fields.SPEND_CAP).asString("")).isEqualTo("5000000");
            assertThat(bench.drafts().values(tenant, key)).containsEntry(Fields.SPEND_CAP, "5000000");

            assertThat(published(key, Map.of(Fields.SPEND_CAP, none))).as("for '" + none + "'")
                    .containsExactly(Map.entry(Fields.SPEND_CAP, "922337203685478"));
            assertThat(at.remote(campaign.id()).path(Fields.SPEND_CAP).asString("")).isEqualTo("0");
            assertThat(bench.drafts().values(tenant, key)).containsEntry(Fields.SPEND_CAP, "");
            assertThat(bench.drift().drifts(tenant)).as("nobody else changed it").isEmpty();
        }
    }

    /// Facebook forgets the amount with the strategy, and asks for it with every strategy that needs one.
    @Test
    void anAmountGoesAlongWithItsStrategyAndGoesWithIt() throws Exception {
        AdSet set = there.adSets().stream().filter(one -> one.status().canSwitch() && one.budget() != null
                && one.bidStrategy() != null && one.bidStrategy().value().equals("COST_CAP")).findFirst().orElseThrow();
        DraftKey key = DraftKey.of(account, Level.AD_SET, set.id());
        String amount = Long.toString(set.bidAmount().minorUnits());

        assertThat(published(key, Map.of(Fields.STRATEGY, "LOWEST_COST_WITH_BID_CAP"))).containsOnly(
                Map.entry(Fields.STRATEGY, "LOWEST_COST_WITH_BID_CAP"), Map.entry(Fields.BID, amount));

        assertThat(published(key, Map.of(Fields.STRATEGY, "LOWEST_COST_WITHOUT_CAP", Fields.BID, ""))).containsOnly(
                Map.entry(Fields.STRATEGY, "LOWEST_COST_WITHOUT_CAP"));
        assertThat(at.remote(set.id()).has(Fields.BID)).isFalse();
        assertThat(bench.drafts().values(tenant, key)).containsEntry(Fields.BID, "");
        assertThat(bench.drift().drifts(tenant)).as("nobody else took the amount away").isEmpty();
    }

    @Test
    void hoursAreSetWithTheirPacingOnALifetimeBudget() throws Exception {
        bench.drafts().create(tenant, account, "Hours", List.of(
                new NewObject("#c", Level.CAMPAIGN, Map.of(Fields.NAME, "Hours", Fields.OBJECTIVE, "OUTCOME_TRAFFIC",
                        Fields.CATEGORIES, "[]", Fields.SHARING, "false")),
                new NewObject("", Level.AD_SET, Map.of(Fields.NAME, "Office hours", Fields.CAMPAIGN, "#c",
                        Fields.LIFETIME, "900000", Fields.END, "2027-02-01T00:00:00Z", Fields.GOAL, "LINK_CLICKS",
                        Fields.BILLED, "IMPRESSIONS", Fields.TARGETING, Launches.GERMANY, Fields.BENEFICIARY, "Nord",
                        Fields.PAYOR, "Nord"))));
        String batch = bench.publishing().publish(tenant, null, Policy.ASK, "").id();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> bench.publishing().batch(tenant, batch).phase() == Phase.OVER);
        GraphId set = bench.publishing().batch(tenant, batch).rows().getLast().object();
        DraftKey key = DraftKey.of(account, Level.AD_SET, set);
        published(key, Map.of("adset_schedule", "[{\"start_minute\":540,\"end_minute\":1020,\"days\":[1,2,3,4,5]}]",
                "pacing_type", "[\"day_parting\"]"));
        assertThat(at.remote(set).path("adset_schedule").path(0).path("end_minute").asInt()).isEqualTo(1020);

        bench.drafts().edit(tenant, key, Map.of("adset_schedule", "[{\"start_minute\":545,\"end_minute\":1020,"
                + "\"days\":[1]}]"));
        assertThat(bench.drafts().review(tenant, Set.of(key)).items().getFirst().findings()).extracting(Finding::code)
                .containsExactly("schedule.window");
    }

    /// By the figures that were read, before Facebook refuses it (1885650).
    @Test
    void aLifetimeBudgetBelowWhatWasSpentIsRedAtOnce() {
        LocalDate today = LocalDate.ofInstant(at.clock.instant(), ZoneOffset.UTC);
        at.desk.sync().look(tenant, account, Set.of(Topic.CAMPAIGNS, Topic.INSIGHTS),
                new DateRange(today.minusDays(60), today));
        at.desk.sync().refreshAndWait(tenant, account, Topic.INSIGHTS, Duration.ofSeconds(60));
        Campaign campaign = there.campaigns().stream().filter(one -> one.status().canSwitch() && one.budget() != null
                && one.budget().kind() == Budget.Kind.LIFETIME && one.startTime() != null
                && one.startTime().isBefore(at.clock.instant().minus(Duration.ofDays(7)))).findFirst().orElseThrow();
        DraftKey key = DraftKey.of(account, Level.CAMPAIGN, campaign.id());
        bench.drafts().edit(tenant, key, Map.of(Fields.LIFETIME, "500"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(bench.drafts().review(tenant, Set.of(key)).items().getFirst().findings())
                        .filteredOn(one -> one.code().equals("budget.spent")).singleElement().satisfies(one -> {
                            assertThat(one.severity()).isEqualTo(Finding.Severity.RED);
                            assertThat(one.fix()).contains("were spent so far");
                        }));
    }
}
