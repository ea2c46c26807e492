package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import java.nio.file.Path;
import java.time.Duration;
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
        return at.desk.journal().batch(tenant, id).getFirst().write().requested();
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
}
