package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.AudienceState;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.EffectiveStatus;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.AudienceValues;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.service.PublishService.UndoPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/// Publishing over real HTTP: through the journal, read back, stopped, retried, taken back.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class PublishOverSandboxTest {

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

    @Test
    void whatIsDoneInTheBackgroundIsLoggedForItsTenant() throws Exception {
        AdSet mine = some(1).getFirst();
        bench.drafts().edit(tenant, key(mine), Map.of(Fields.NAME, "Named in the log"));
        published(Set.of(key(mine)), Policy.ASK);
        assertThat(at.named).as("for whom sync, publishing and polls sent requests").containsExactly(tenant.value());
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
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.publishing().batch(tenant, id).phase() == Phase.OVER);
        return bench.publishing().batch(tenant, id);
    }

    private String remote(GraphId id, String field) throws Exception {
        return at.remote(id).path(field).asString("");
    }

    @Test
    void publishesEveryFieldAndReadsItBack() throws Exception {
        List<AdSet> mine = some(3);
        DraftService.UndoState undo = bench.drafts().undoState(tenant);
        mine.forEach(set -> bench.drafts().edit(tenant, key(set), Map.of(Fields.DAILY, plus(set, 100), Fields.NAME,
                "Published " + set.id())));
        PublishBatch batch = published(null, Policy.ASK);

        assertThat(batch.rows()).allMatch(row -> row.state() == State.DONE);
        assertThat(bench.drafts().book(tenant).drafts()).isEmpty();
        for (AdSet set : mine) {
            assertThat(remote(set.id(), Fields.DAILY)).isEqualTo(plus(set, 100));
            assertThat(bench.drafts().values(tenant, key(set))).as("the store knows at once")
                    .containsEntry(Fields.DAILY, plus(set, 100)).containsEntry(Fields.NAME, "Published " + set.id());
        }
        assertThat(at.desk.journal().batch(tenant, batch.id())).hasSize(3)
                .allMatch(entry -> entry.write().valuesBefore().containsKey(Fields.DAILY));
        assertThat(bench.drafts().undoState(tenant)).as("what was published is not undone by Ctrl+Z").isEqualTo(undo);
    }

    @Test
    void makesAndDeletesAudiencesLikeEverythingElse() throws Exception {
        at.desk.sync().refresh(tenant, account, Topic.AUDIENCES);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> at.desk.audiences().audiences(tenant, account).everRead());
        List<CustomAudience> there = at.desk.audiences().audiences(tenant, account).value();
        CustomAudience seed = there.stream().filter(one -> one.lookalike() == null && AudienceState.of(one).canSeed()
                && one.sizeUpper() != null && one.sizeUpper() > 1000).findFirst().orElseThrow();
        CustomAudience old = there.stream().filter(one -> one.lookalike() != null).findFirst().orElseThrow();
        long before = at.writes();
        DraftKey alike = bench.drafts().create(tenant, account, Level.AUDIENCE,
                AudienceValues.lookalike("Drafted lookalike", seed.id(), "IS", 0.01, 0.04));
        DraftKey cart = bench.drafts().create(tenant, account, Level.AUDIENCE, AudienceValues.website("Drafted cart",
                at.desk.audiences().pixels(tenant, account).getFirst().id(), "AddToCart", "/shop", 30));
        bench.drafts().remove(tenant, List.of(DraftKey.of(account, Level.AUDIENCE, old.id())));
        Review review = bench.drafts().check(tenant, null);
        assertThat(review.items()).hasSize(3).allMatch(Review.Item::publishable);
        assertThat(review.items().stream().flatMap(item -> item.rows().stream()).map(Review.Row::shownMine))
                .contains(seed.name(), "1–4% of the people of Iceland", "Deleted for good",
                        "AddToCart event and address contains “/shop”, last 30 days");
        assertThat(at.writes()).as("nothing is written before it is published").isEqualTo(before);

        PublishBatch batch = published(Set.of(alike, cart, DraftKey.of(account, Level.AUDIENCE, old.id())), Policy.ASK);

        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        assertThat(at.desk.audiences().audiences(tenant, account).value()).extracting(CustomAudience::name)
                .contains("Drafted lookalike", "Drafted cart").doesNotContain(old.name());
        UndoPlan undo = bench.publishing().undoPlan(tenant, batch.id());
        assertThat(undo.revertible()).as(undo.toString()).hasSize(2)
                .allMatch(row -> row.action() == Draft.Action.REMOVE);
        assertThat(undo.impossible()).singleElement().satisfies(row -> assertThat(row.name()).isEqualTo(old.name()));
        assertThat(bench.publishing().undo(tenant, batch.id())).hasSize(2);
        assertThat(published(null, Policy.ASK).clean()).isTrue();
        assertThat(at.desk.audiences().audiences(tenant, account).value()).extracting(CustomAudience::name)
                .doesNotContain("Drafted lookalike", "Drafted cart");
    }

    @Test
    void anEqualLookalikeIsRedBeforeFacebookIsAsked() {
        at.desk.sync().refresh(tenant, account, Topic.AUDIENCES);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> at.desk.audiences().audiences(tenant, account).everRead());
        GraphId seed = at.desk.audiences().audiences(tenant, account).value().stream()
                .filter(one -> one.lookalike() == null).findFirst().orElseThrow().id();
        Map<String, String> values = AudienceValues.lookalike("Twin", seed, "MT", 0, 0.07);
        DraftKey first = bench.drafts().create(tenant, account, Level.AUDIENCE, values);
        DraftKey second = bench.drafts().create(tenant, account, Level.AUDIENCE, values);
        Review review = bench.drafts().review(tenant, null);
        assertThat(review.items()).filteredOn(item -> item.key().equals(second))
                .flatExtracting(Review.Item::findings).extracting(Finding::code).contains("audience.twin");
        assertThat(review.items()).filteredOn(item -> item.key().equals(first))
                .flatExtracting(Review.Item::findings).extracting(Finding::code).doesNotContain("audience.twin");
    }

    @Test
    void createsATreeParentsFirstAndPaused() throws Exception {
        String creative = at.desk.campaigns().structure(tenant, account).value().ads().stream()
                .map(ad -> ad.creativeId()).filter(java.util.Objects::nonNull).findFirst().orElseThrow().value();
        List<NewObject> tree = new ArrayList<>();
        tree.add(new NewObject("#c", Level.CAMPAIGN, Map.of("name", "Tree", "objective", "OUTCOME_TRAFFIC",
                "special_ad_categories", "[]", "is_adset_budget_sharing_enabled", "false")));
        for (int i = 1; i <= 2; i++) {
            tree.add(new NewObject("#s" + i, Level.AD_SET, Map.of("name", "Tree set " + i, Fields.CAMPAIGN, "#c",
                    Fields.DAILY, "2500", "optimization_goal", "LINK_CLICKS", "billing_event", "IMPRESSIONS",
                    Fields.TARGETING, GERMANY, "dsa_beneficiary", "Nord", "dsa_payor", "Nord")));
            for (int ad = 1; ad <= 3; ad++) {
                tree.add(new NewObject("", Level.AD, Map.of("name", "Tree ad " + i + "-" + ad, Fields.AD_SET, "#s" + i,
                        Fields.CREATIVE, FieldValues.creative(creative))));
            }
        }
        List<DraftKey> keys = bench.drafts().create(tenant, account, "Tree", tree);
        PublishBatch batch = published(Set.copyOf(keys), Policy.ASK);

        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        assertThat(batch.rows()).hasSize(9).allSatisfy(row -> {
            assertThat(row.object()).isNotNull();
            assertThat(remote(row.object(), "status")).isEqualTo("PAUSED");
        });
        Campaign made = at.desk.campaigns().structure(tenant, account).value().campaigns().stream()
                .filter(one -> one.name().equals("Tree")).findFirst().orElseThrow();
        assertThat(at.desk.campaigns().structure(tenant, account).value().ads()).filteredOn(
                ad -> ad.campaignId().equals(made.id())).hasSize(6);
        bench.publishing().undo(tenant, batch.id());
        assertThat(bench.drafts().book(tenant).drafts()).hasSize(9).allMatch(
                draft -> draft.action() == Draft.Action.REMOVE);
    }

    @Test
    void holdsWhatSomebodyChangedAndPublishesTheRest() throws Exception {
        List<AdSet> mine = some(2);
        mine.forEach(set -> bench.drafts().edit(tenant, key(set), Map.of(Fields.NAME, "Mine " + set.id())));
        at.outside(mine.getFirst().id(), "{\"name\":\"Theirs\"}");
        PublishBatch batch = published(null, Policy.ASK);

        assertThat(batch.count(State.DONE)).isEqualTo(1);
        assertThat(batch.count(State.HELD)).isEqualTo(1);
        assertThat(batch.partial()).isTrue();
        assertThat(bench.drafts().conflicts(tenant)).singleElement()
                .satisfies(conflict -> assertThat(conflict.theirs()).isEqualTo("Theirs"));
        bench.drafts().decide(tenant, key(mine.getFirst()), Fields.NAME, Conflict.Decision.KEEP);
        assertThat(bench.publishing().retry(tenant, batch.id())).isEqualTo(1);
        assertThat(over(batch.id()).clean()).isTrue();
        assertThat(remote(mine.getFirst().id(), "name")).isEqualTo("Mine " + mine.getFirst().id());
    }

    @Test
    void aPolicyDecidesConflictsOfAWholeBatch() throws Exception {
        List<AdSet> mine = some(2);
        for (AdSet set : mine) {
            bench.drafts().edit(tenant, key(set), Map.of(Fields.NAME, "Mine " + set.id()));
            at.outside(set.id(), "{\"name\":\"Theirs\"}");
        }
        published(Set.of(key(mine.getFirst())), Policy.TAKE_THEIRS);
        published(Set.of(key(mine.getLast())), Policy.KEEP_MINE);

        assertThat(remote(mine.getFirst().id(), "name")).isEqualTo("Theirs");
        assertThat(remote(mine.getLast().id(), "name")).isEqualTo("Mine " + mine.getLast().id());
        assertThat(bench.drafts().book(tenant).drafts()).isEmpty();
    }

    @Test
    void takesABatchBackAndShowsThreeValuesWhereSomebodyWasFaster() throws Exception {
        List<AdSet> mine = some(4);
        mine.forEach(set -> bench.drafts().edit(tenant, key(set), Map.of(Fields.DAILY, plus(set, 300))));
        PublishBatch monday = published(null, Policy.ASK);
        at.outside(mine.get(1).id(), "{\"daily_budget\":\"" + plus(mine.get(1), 900) + "\"}");
        at.outside(mine.get(2).id(), "{\"status\":\"ARCHIVED\"}");

        UndoPlan plan = bench.publishing().undoPlan(tenant, monday.id());
        assertThat(plan.revertible()).hasSize(2);
        assertThat(plan.conflicts()).singleElement().satisfies(row -> {
            assertThat(row.before()).isEqualTo(plus(mine.get(1), 0));
            assertThat(row.published()).isEqualTo(plus(mine.get(1), 300));
            assertThat(row.now()).isEqualTo(plus(mine.get(1), 900));
        });
        assertThat(plan.impossible()).singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("archived"));
        long written = at.writes();
        Set<DraftKey> drafted = bench.publishing().undo(tenant, monday.id());
        assertThat(drafted).hasSize(3);
        assertThat(at.writes()).as("an undo is a draft").isEqualTo(written);
        assertThat(bench.drafts().conflicts(tenant)).hasSize(1);
        PublishBatch back = over(bench.publishing().publish(tenant, drafted, Policy.ASK, monday.id()).id());
        assertThat(back.undoes()).isEqualTo(monday.id());
        assertThat(back.count(State.DONE)).isEqualTo(2);
        assertThat(remote(mine.get(0).id(), Fields.DAILY)).isEqualTo(plus(mine.get(0), 0));
        assertThat(remote(mine.get(3).id(), Fields.DAILY)).isEqualTo(plus(mine.get(3), 0));
    }

    @Test
    void aDifferenceIsRedThoughFacebookSaidYes() throws Exception {
        AdSet set = some(1).getFirst();
        bench.drafts().edit(tenant, key(set), Map.of(Fields.NAME, "Asked for"));
        at.ignoreNext(set.id(), "name");
        PublishBatch batch = published(null, Policy.ASK);

        assertThat(batch.rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.DIFFERENT);
            assertThat(row.differences()).singleElement().extracting(PublishRow.Difference::sent)
                    .isEqualTo("Asked for");
        });
    }

    @Test
    void retriesOnlyWhatFailed() throws Exception {
        List<AdSet> mine = some(3);
        mine.forEach(set -> bench.drafts().edit(tenant, key(set), Map.of(Fields.NAME, "Retried " + set.id())));
        long before = at.writes();
        at.control("faults", "kind", "error", "path", mine.get(1).id().value(), "method", "POST", "code", "100",
                "count", "1", "title", "Not today");
        PublishBatch batch = published(null, Policy.ASK);
        assertThat(batch.count(State.FAILED)).isEqualTo(1);
        assertThat(bench.drafts().book(tenant).drafts()).as("what failed stays a draft").singleElement()
                .satisfies(draft -> assertThat(draft.key()).isEqualTo(key(mine.get(1))));
        assertThat(bench.publishing().retry(tenant, batch.id())).isEqualTo(1);
        assertThat(over(batch.id()).clean()).isTrue();
        assertThat(at.writes() - before).as("three rows and one repetition").isEqualTo(4);
    }

    @Test
    void aLostAnswerIsLookedForAndNeverSentTwice() throws Exception {
        DraftKey fresh = bench.drafts().create(tenant, account, Level.CAMPAIGN, Map.of("name", "Lost and found",
                "objective", "OUTCOME_SALES", "special_ad_categories", "[]", Fields.DAILY, "5000"));
        PublishBatch batch = losingTheAnswer(fresh, 0);
        assertThat(batch.clean()).isTrue();
        assertThat(bench.drafts().book(tenant).drafts()).isEmpty();
    }

    @Test
    void aLostAnswerToANewCreativeIsFoundByItsAd() throws Exception {
        DraftKey ad = at.desk.campaigns().structure(tenant, account).value().ads().stream()
                .filter(one -> one.status().canSwitch() && one.creativeId() != null).findFirst()
                .map(one -> DraftKey.of(account, Level.AD, one.id())).orElseThrow();
        bench.drafts().read(tenant, ad);
        bench.drafts().edit(tenant, ad, Map.of(Fields.NAME, "Answered by nobody", Fields.URL_TAGS,
                "utm_source=facebook&utm_campaign=lost"));
        PublishBatch batch = losingTheAnswer(ad, 1);
        assertThat(batch.rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.DONE);
            assertThat(row.sent()).as("it can be taken back").containsKeys(Fields.NAME, Fields.URL_TAGS);
        });
        assertThat(bench.drift().drifts(tenant)).as("our own").noneMatch(drift -> drift.key().equals(ad));
    }

    /// Publishes a draft in one write whose answer never comes.
    ///
    /// @param reads batches that are read before
    private PublishBatch losingTheAnswer(DraftKey draft, int reads) throws Exception {
        long before = at.writes();
        // A reading in the background is a batch, too, and would take the fault.
        DeskSettings settings = at.desk.settings().settings();
        at.desk.settings().save(settings.withPolling(false));
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> at.desk.sync().running().isEmpty());
            at.control("faults", "kind", "lost-answer", "path", "", "method", "POST", "skip",
                    Integer.toString(reads), "count", "1");
            PublishBatch batch = bench.publishing().publish(tenant, Set.of(draft), Policy.ASK, "");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> bench.publishing().batch(tenant, batch.id()).count(State.UNKNOWN) == 1);
            at.desk.journal().look(tenant);
            PublishBatch over = over(batch.id());
            assertThat(at.writes() - before).as("never sent twice").isEqualTo(1);
            return over;
        } finally {
            at.desk.settings().save(settings);
        }
    }

    @Test
    void pausesWhereItIsAndStopsForGood() throws Exception {
        List<AdSet> mine = some(2);
        mine.forEach(set -> bench.drafts().edit(tenant, key(set), Map.of(Fields.NAME, "Stopped " + set.id())));
        at.control("throttle", "account", account.value(), "minutes", "30");
        PublishBatch batch = bench.publishing().publish(tenant, null, Policy.ASK, "");
        bench.publishing().stop(tenant, batch.id());
        PublishBatch over = over(batch.id());
        at.clock.pass(Duration.ofMinutes(31));
        assertThat(over.count(State.STOPPED) + over.count(State.DONE)).isEqualTo(2);
        assertThat(bench.drafts().book(tenant).size()).as("what was not sent stays a draft")
                .isEqualTo((int) over.count(State.STOPPED));
    }
}
