package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishRow.Difference;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Facebook says yes and does something else, on each level, to what was changed and to what was made: each time the row is
/// red and names the field. And what goes on beside a publication.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class ReadBackOverSandboxTest {

    private static final String GERMANY = "{\"geo_locations\":{\"countries\":[\"DE\"]},"
            + "\"targeting_automation\":{\"advantage_audience\":%d}}";

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

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    private PublishBatch over(String id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.publishing().batch(tenant, id).phase() == Phase.OVER);
        return bench.publishing().batch(tenant, id);
    }

    /// Publishes what is drafted while the next write to a path is carried out otherwise.
    private void isRed(String path, String altered, String field, String sent, String read) throws Exception {
        at.control("faults", "kind", "altered", "path", path, "method", "POST", "fields", altered);
        PublishBatch batch = over(bench.publishing().publish(tenant, null, Policy.ASK, "").id());
        assertThat(batch.rows()).filteredOn(row -> row.state() == State.DIFFERENT).as(batch.rows().toString())
                .singleElement().satisfies(row -> assertThat(row.differences()).singleElement()
                        .isEqualTo(new Difference(field, Fields.of(row.key().level(), field).label(), sent, read)));
        assertThat(batch.clean()).isFalse();
    }

    private Campaign campaign() {
        return there.campaigns().stream().filter(one -> one.status().canSwitch() && one.budget() != null
                && one.budget().kind() == Budget.Kind.DAILY).findFirst().orElseThrow();
    }

    @Test
    void aChangeThatBecameAnotherIsRedOnEachLevel() throws Exception {
        DraftKey campaign = DraftKey.of(account, Level.CAMPAIGN, campaign().id());
        bench.drafts().edit(tenant, campaign, Map.of(Fields.DAILY, "12345"));
        isRed(campaign.object(), "{\"daily_budget\":\"12300\"}", Fields.DAILY, "12345", "12300");

        AdSet some = there.adSets().stream().filter(one -> one.status().canSwitch()).findFirst().orElseThrow();
        DraftKey set = DraftKey.of(account, Level.AD_SET, some.id());
        bench.drafts().edit(tenant, set, Map.of(Fields.TARGETING, String.format(GERMANY, 0)));
        isRed(set.object(), "{\"targeting\":" + String.format(GERMANY, 1) + "}", Fields.TARGETING,
                String.format(GERMANY, 0), String.format(GERMANY, 1));

        Ad first = there.ads().stream().filter(one -> one.status().canSwitch()).findFirst().orElseThrow();
        DraftKey ad = DraftKey.of(account, Level.AD, first.id());
        bench.drafts().edit(tenant, ad, Map.of(Fields.NAME, "As it was asked for"));
        isRed(ad.object(), "{\"name\":\"Cut\"}", Fields.NAME, "As it was asked for", "Cut");
    }

    @Test
    void whatWasMadeOtherwiseIsRedOnEachLevel() throws Exception {
        String creative = there.ads().stream().map(Ad::creativeId).filter(Objects::nonNull).findFirst().orElseThrow()
                .value();
        for (Level level : List.of(Level.CAMPAIGN, Level.AD_SET, Level.AD)) {
            bench.drafts().create(tenant, account, "Tree", List.of(
                    new NewObject("#c", Level.CAMPAIGN, Map.of("name", "Made", "objective", "OUTCOME_TRAFFIC",
                            "special_ad_categories", "[]", "is_adset_budget_sharing_enabled", "false")),
                    new NewObject("#s", Level.AD_SET, Map.of("name", "Made", Fields.CAMPAIGN, "#c", Fields.DAILY,
                            "2545", "optimization_goal", "LINK_CLICKS", "billing_event", "IMPRESSIONS",
                            Fields.TARGETING, String.format(GERMANY, 0), "dsa_beneficiary", "Nord", "dsa_payor",
                            "Nord")),
                    new NewObject("", Level.AD, Map.of("name", "Made", Fields.AD_SET, "#s", Fields.CREATIVE,
                            FieldValues.creative(creative)))));
            switch (level) {
                case CAMPAIGN -> isRed("act_*/campaigns", "{\"status\":\"ACTIVE\"}", Fields.STATUS, "PAUSED", "ACTIVE");
                case AD_SET -> isRed("act_*/adsets", "{\"daily_budget\":\"2500\"}", Fields.DAILY, "2545", "2500");
                default -> isRed("act_*/ads", "{\"status\":\"ACTIVE\"}", Fields.STATUS, "PAUSED", "ACTIVE");
            }
        }
    }

    @Test
    void whatIsEditedMeanwhileStaysADraftForTheNextTime() throws Exception {
        Campaign one = there.campaigns().stream().filter(each -> each.status().canSwitch()).toList().getLast();
        DraftKey key = DraftKey.of(account, Level.CAMPAIGN, one.id());
        bench.drafts().edit(tenant, key, Map.of(Fields.NAME, "Sent"));
        PublishBatch batch = bench.publishing().publish(tenant, null, Policy.ASK, "");
        bench.drafts().edit(tenant, key, Map.of(Fields.NAME, "For the next time"));
        assertThat(over(batch.id()).clean()).isTrue();
        assertThat(at.remote(one.id()).path("name").asString("")).isEqualTo("Sent");
        assertThat(bench.drafts().book(tenant).find(key)).hasValueSatisfying(draft -> {
            assertThat(draft.cells().get(Fields.NAME).base()).as("based on what was sent").isEqualTo("Sent");
            assertThat(draft.mine(Fields.NAME)).isEqualTo("For the next time");
        });
        bench.drafts().discard(tenant, List.of(key));
    }

    @Test
    void whatIsEditedBeforeItIsReadBackIsBasedOnWhatWasSent() {
        Campaign one = there.campaigns().stream().filter(each -> each.status().canSwitch()).toList().get(1);
        isBasedOnWhatWasSent(DraftKey.of(account, Level.CAMPAIGN, one.id()), Fields.NAME, "Sent and not read yet");
        AdSet some = there.adSets().stream().filter(each -> each.status().canSwitch()).toList().get(1);
        isBasedOnWhatWasSent(DraftKey.of(account, Level.AD_SET, some.id()), Fields.TARGETING,
                String.format(GERMANY, 0));
    }

    private void isBasedOnWhatWasSent(DraftKey key, String field, String value) {
        bench.drafts().read(tenant, key);
        bench.drafts().edit(tenant, key, Map.of(field, value));
        List<String> seen = new CopyOnWriteArrayList<>();
        Subscription watching = at.desk.events().subscribe(event -> {
            if (event instanceof DeskEvent.DraftsChanged && bench.drafts().book(tenant).find(key).isEmpty()) {
                seen.add(bench.drafts().values(tenant, key).get(field));
            }
        });
        try {
            assertThat(over(bench.publishing().publish(tenant, null, Policy.ASK, "").id()).clean()).isTrue();
        } finally {
            watching.end();
        }
        assertThat(seen).as("from the moment on in which it is no draft any more").isNotEmpty()
                .allMatch(now -> FieldValues.same(Fields.of(key.level(), field), value, now));
    }

    @Test
    void aReadingThatFindsNothingNewLeavesTheObjectAsItIsStored() {
        AdSet some = there.adSets().stream().filter(each -> each.status().canSwitch()).toList().getLast();
        bench.drafts().read(tenant, DraftKey.of(account, Level.AD_SET, some.id()));
        assertThat(at.desk.campaigns().structure(tenant, account).value().adSets())
                .as("as it was polled: stored anew it would keep a poll under way from being stored").contains(some);
    }
}
