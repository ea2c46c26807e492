package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Drift;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import java.nio.file.Path;
import java.time.Duration;
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

/// What is changed at Facebook after this desk wrote it, over real HTTP. A desk of its own: what is read in the background
/// to find it would disturb the faults of other tests.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class DriftOverSandboxTest {

    private static final String GERMANY = "{\"geo_locations\":{\"countries\":[\"DE\"]},"
            + "\"targeting_automation\":{\"advantage_audience\":0}}";

    private SandboxDesk at;
    private Workbench bench;
    private TenantId tenant;
    private AdAccountId account;
    private List<AdSet> sets;
    private int used;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        bench = at.desk.workbench();
        tenant = at.connect("Nordlicht");
        account = at.account(tenant);
        AdStructure structure = at.synced(tenant, account);
        sets = structure.adSets().stream().filter(set -> set.budget() != null
                && set.budget().kind() == Budget.Kind.DAILY && set.status().equals(Status.ACTIVE)
                && !set.effectiveStatus().equals(EffectiveStatus.ARCHIVED) && set.endTime() == null).toList();
    }

    @AfterEach
    void discard() {
        bench.drafts().discard(tenant, bench.drafts().book(tenant).drafts().stream().map(Draft::key).toList());
    }

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    /// Ad sets that no other test uses.
    private List<AdSet> some(int count) {
        List<AdSet> mine = sets.subList(used, used + count);
        used += count;
        return mine;
    }

    private DraftKey key(AdSet set) {
        return DraftKey.of(account, Level.AD_SET, set.id());
    }

    private static String plus(AdSet set, long cents) {
        return Long.toString(set.budget().amount().minorUnits() + cents);
    }

    private PublishBatch published(Set<DraftKey> keys, Policy policy) {
        return over(bench.publishing().publish(tenant, keys, policy, "").id());
    }

    private PublishBatch over(String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.publishing().batch(tenant, id).phase() == Phase.OVER);
        return bench.publishing().batch(tenant, id);
    }

    private String remote(GraphId id, String field) throws Exception {
        return at.remote(id).path(field).asString("");
    }

    @Test
    void aChangeFromOutsideAppearsWithItsActorAndIsRevertedOrAccepted() throws Exception {
        List<AdSet> mine = some(2);
        mine.forEach(set -> bench.drafts().edit(tenant, key(set), Map.of(Fields.DAILY, plus(set, 200))));
        published(null, Policy.ASK);
        assertThat(drifts(mine)).isEmpty();
        at.clock.pass(Duration.ofSeconds(2));
        for (AdSet set : mine) {
            at.control("objects/" + set.id(), "fields", "{\"daily_budget\":\"" + plus(set, 800) + "\"}", "actor",
                    "Kari Nygård");
        }
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            at.desk.sync().refreshAndWait(tenant, account, Topic.CAMPAIGNS, Duration.ofSeconds(30));
            return drifts(mine).size() == 2;
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> drifts(mine).size() == 2
                && drifts(mine).stream().allMatch(drift -> drift.actor().equals("Kari Nygård")));

        long written = at.writes();
        bench.drift().accept(tenant, drifts(mine).subList(0, 1));
        Set<DraftKey> drafted = bench.drift().revert(tenant, drifts(mine));
        assertThat(at.writes()).as("a revert is a draft").isEqualTo(written);
        assertThat(drafted).hasSize(1);
        published(drafted, Policy.ASK);
        assertThat(drifts(mine)).isEmpty();
        assertThat(mine.stream().filter(set -> bench.drafts().values(tenant, key(set)).get(Fields.DAILY)
                .equals(plus(set, 200)))).as("one was put back").hasSize(1);
    }

    @Test
    void otherTargetingsAndCreativesFromOutsideAreDriftToo() throws Exception {
        AdSet set = sets.getLast();
        List<AdSet> mine = List.of(set);
        bench.drafts().read(tenant, key(set));
        bench.drafts().edit(tenant, key(set), Map.of(Fields.TARGETING, GERMANY));
        Ad ad = at.desk.campaigns().structure(tenant, account).value().ads().stream()
                .filter(one -> one.creativeId() != null && one.status().equals(Status.ACTIVE)).findFirst()
                .orElseThrow();
        DraftKey adKey = DraftKey.of(account, Level.AD, ad.id());
        bench.drafts().read(tenant, adKey);
        bench.drafts().edit(tenant, adKey, Map.of(Fields.URL_TAGS, "utm_source=drift"));
        PublishBatch batch = published(Set.of(key(set), adKey), Policy.ASK);
        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        assertThat(bench.drift().drifts(tenant)).filteredOn(drift -> drift.key().equals(adKey)).isEmpty();
        at.clock.pass(Duration.ofSeconds(2));
        at.control("objects/" + set.id(), "fields", "{\"targeting\":" + GERMANY.replace("DE", "AT") + "}", "actor",
                "Kari Nygård");
        String other = java.util.Objects.requireNonNull(ad.creativeId()).value();
        at.control("objects/" + ad.id(), "fields", "{\"creative\":{\"id\":\"" + other + "\"}}", "actor",
                "Kari Nygård");
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            at.desk.sync().refreshAndWait(tenant, account, Topic.CAMPAIGNS, Duration.ofSeconds(30));
            assertThat(bench.drift().drifts(tenant))
                    .anyMatch(drift -> drift.key().equals(key(set)) && drift.field().name().equals(Fields.TARGETING)
                            && drift.shown().now().contains("in AT") && drift.shown().published().contains("in DE"))
                    .anyMatch(drift -> drift.key().equals(adKey) && drift.field().name().equals(Fields.CREATIVE));
        });
        List<Drift> found = bench.drift().drifts(tenant).stream().filter(drift -> drift.key().equals(key(set)))
                .toList();
        Set<DraftKey> drafted = bench.drift().revert(tenant, found);
        assertThat(published(drafted, Policy.ASK).clean()).isTrue();
        assertThat(drifts(mine)).isEmpty();
    }

    private List<Drift> drifts(List<AdSet> sets) {
        return bench.drift().drifts(tenant).stream()
                .filter(drift -> sets.stream().anyMatch(set -> key(set).equals(drift.key()))).toList();
    }
}
