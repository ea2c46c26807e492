package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.Comment;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.TargetingChange;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/// What hangs together over tenants, accounts and batches: one edit of several tenants, copies in several accounts, a batch
/// and the one that takes it back; and comments, which belong to an object for good.
@Timeout(240)
@TestInstance(Lifecycle.PER_CLASS)
class TogetherOverSandboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SandboxDesk at;
    private TenantId nord;
    private TenantId sued;
    private AdAccountId account;
    private AdStructure structure;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        nord = at.connect("Nordlicht");
        sued = at.connect("Südwind");
        account = at.account(nord);
        structure = at.synced(nord, account);
        at.synced(sued, account);
    }

    @AfterEach
    void discard() {
        for (TenantId tenant : List.of(nord, sued)) {
            drafts().discard(tenant, drafts().book(tenant).drafts().stream().map(Draft::key).toList());
        }
    }

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    private DraftService drafts() {
        return at.desk.workbench().drafts();
    }

    private DraftKey campaign(int place) {
        Campaign campaign = structure.campaigns().stream().filter(each -> each.status().canSwitch()).toList()
                .get(place);
        return DraftKey.of(account, Level.CAMPAIGN, campaign.id());
    }

    private static Preview renamed(DraftKey key, String name) {
        return new Preview(key, "", Fields.NAME, "", name, "");
    }

    @Test
    void anEditOfSeveralTenantsIsTakenBackAndMadeAgainAsOne() {
        Map<TenantId, List<Preview>> both = new LinkedHashMap<>();
        both.put(nord, List.of(renamed(campaign(0), "Summer N")));
        both.put(sued, List.of(renamed(campaign(0), "Summer S"), renamed(campaign(1), "Summer T")));
        drafts().apply("Find and replace in 3 rows", both);
        drafts().edit(sued, campaign(2), Map.of(Fields.NAME, "Alone"));

        assertThat(drafts().undo(List.of(nord, sued))).as("the newest edit is that of one tenant").isTrue();
        assertThat(drafts().book(sued).size()).isEqualTo(2);
        assertThat(drafts().book(nord).size()).isEqualTo(1);
        assertThat(drafts().undo(List.of(nord, sued))).isTrue();
        assertThat(drafts().book(sued).isEmpty()).isTrue();
        assertThat(drafts().book(nord).isEmpty()).isTrue();
        assertThat(drafts().redo(List.of(nord, sued))).isTrue();
        assertThat(drafts().book(sued).size()).as("the edit of both comes first").isEqualTo(2);
        assertThat(drafts().book(nord).size()).isEqualTo(1);
        assertThat(drafts().redo(List.of(nord, sued))).isTrue();
        assertThat(drafts().book(sued).size()).isEqualTo(3);
        assertThat(drafts().redo(List.of(nord, sued))).isFalse();
    }

    @Test
    void copiesInSeveralAccountsAreOneStep() throws Exception {
        AdAccountId other = at.desk.connections().accounts(nord).stream().map(one -> one.id())
                .filter(id -> !id.equals(account)).findFirst().orElseThrow();
        AdStructure there = at.synced(nord, other);
        DraftKey second = DraftKey.of(other, Level.CAMPAIGN, there.campaigns().stream()
                .filter(each -> each.status().canSwitch()).findFirst().orElseThrow().id());
        List<DraftKey> made = drafts().duplicate(nord, List.of(campaign(0), second),
                new Duplication(false, null, Map.of(), 1));
        assertThat(made).extracting(DraftKey::account).containsExactlyInAnyOrder(account, other);
        assertThat(drafts().undo(nord)).isTrue();
        assertThat(drafts().book(nord).isEmpty()).as("both copies are gone").isTrue();
    }

    @Test
    void aConflictIsDecidedForAThirdValueInOneStep() throws Exception {
        AdSet set = budgeted().getFirst();
        DraftKey key = DraftKey.of(account, Level.AD_SET, set.id());
        long was = set.budget().amount().minorUnits();
        drafts().edit(nord, key, Map.of(Fields.DAILY, Long.toString(was + 500)));
        at.outside(set.id(), "{\"" + Fields.DAILY + "\":\"" + (was + 700) + "\"}");
        assertThat(drafts().compare(nord)).hasSize(1);
        assertThatThrownBy(() -> drafts().decide(nord, key, Fields.DAILY, "much")).isInstanceOf(DeskException.class)
                .satisfies(thrown -> assertThat(((DeskException) thrown).problem().field()).isEqualTo(Fields.DAILY));
        drafts().decide(nord, key, Fields.DAILY, Long.toString(was + 600));
        assertThat(drafts().conflicts(nord)).isEmpty();
        assertThat(drafts().book(nord).find(key).orElseThrow().cells().get(Fields.DAILY)).satisfies(cell -> {
            assertThat(cell.base()).isEqualTo(Long.toString(was + 700));
            assertThat(cell.mine()).isEqualTo(Long.toString(was + 600));
        });
        drafts().undo(nord);
        assertThat(drafts().conflicts(nord)).as("undone, it waits for a decision again").hasSize(1);
        drafts().decide(nord, key, Fields.DAILY, Long.toString(was + 700));
        assertThat(drafts().book(nord).find(key)).as("what Facebook has already is no draft").isEmpty();
        at.outside(set.id(), "{\"" + Fields.DAILY + "\":\"" + was + "\"}");
    }

    @Test
    void theBudgetOfACampaignIsChangedWhereItSits() {
        Campaign campaign = structure.campaigns().stream().filter(each -> each.status().isOn()
                && each.budget() == null).findFirst().orElseThrow();
        DraftKey key = DraftKey.of(account, Level.CAMPAIGN, campaign.id());
        List<String> holders = structure.adSets().stream().filter(set -> set.campaignId().equals(campaign.id())
                && set.status().canSwitch() && set.budget() != null).map(set -> set.id().value()).toList();
        assertThat(drafts().budgets(nord, List.of(key), new BudgetChange(BudgetChange.Kind.PERCENT,
                new BigDecimal("10"), null, null, null))).allMatch(Preview::changes)
                .extracting(preview -> preview.key().object()).containsExactlyInAnyOrderElementsOf(holders)
                .isNotEmpty();
    }

    @Test
    void aPollTurnsWhatSomebodyChangedIntoAConflict() throws Exception {
        DraftKey named = campaign(6);
        DraftKey targeted = DraftKey.of(account, Level.AD_SET, budgeted().get(5).id());
        drafts().read(nord, targeted);
        drafts().edit(nord, named, Map.of(Fields.NAME, "Mine"));
        List<Preview> wider = drafts().retarget(nord, List.of(targeted), TargetingChange.of(
                TargetingChange.Part.PLACES, TargetingChange.Operation.ADD, "Iceland", ""));
        drafts().apply(nord, "Targetings", wider);
        at.outside(named.id(), "{\"name\":\"Theirs\"}");
        at.outside(targeted.id(), "{\"targeting\":{\"geo_locations\":{\"countries\":[\"PT\"]}}}");
        at.desk.sync().refreshAndWait(nord, account, Topic.CAMPAIGNS, PATIENCE);
        await().atMost(PATIENCE).until(() -> drafts().conflicts(nord).size() == 2);
        assertThat(drafts().book(nord).size()).as("no draft is lost").isEqualTo(2);
    }

    @Test
    void everyConflictIsDecidedAtOnce() throws Exception {
        List<DraftKey> keys = List.of(campaign(3), campaign(4));
        for (DraftKey key : keys) {
            drafts().edit(nord, key, Map.of(Fields.NAME, "Mine " + key.object()));
            at.outside(key.id(), "{\"name\":\"Theirs " + key.object() + "\"}");
        }
        assertThat(drafts().compare(nord)).hasSize(2);
        drafts().decideAll(nord, Conflict.Decision.KEEP);
        assertThat(drafts().conflicts(nord)).isEmpty();
        assertThat(drafts().book(nord).size()).isEqualTo(2);
        drafts().undo(nord);
        drafts().decideAll(nord, Conflict.Decision.TAKE);
        assertThat(drafts().book(nord).isEmpty()).isTrue();
    }

    @Test
    void aBatchSaysWhyAndTheOneThatTakesItBackNamesIt() {
        List<AdSet> sets = budgeted().subList(1, 4);
        for (AdSet set : sets) {
            drafts().edit(nord, DraftKey.of(account, Level.AD_SET, set.id()), Map.of(Fields.DAILY,
                    Long.toString(set.budget().amount().minorUnits() + 100)));
        }
        PublishBatch monday = over(publishing().publish(nord, null, Conflict.Policy.ASK, "", " Client asked  "));
        assertThat(monday.note()).isEqualTo("Client asked");
        assertThat(monday.clean()).as(monday.rows().toString()).isTrue();
        Set<DraftKey> back = publishing().undo(nord, monday.id());
        assertThat(back).hasSize(3);
        // The review was closed, and is opened another day: the drafts still know what they take back.
        at.reopen();
        PublishBatch tuesday = over(publishing().publish(nord, null, Conflict.Policy.ASK, "", "Too much"));
        assertThat(tuesday.undoes()).isEqualTo(monday.id());
        assertThat(publishing().takenBackBy(nord)).containsEntry(monday.id(), tuesday.id());
        assertThat(at.desk.audit().entries(nord, monday.id(), 50)).extracting(AuditEntry::action)
                .contains("batch.publish");
        assertThat(at.desk.audit().entries(nord, "batch.undo", 50)).singleElement().satisfies(entry -> {
            assertThat(entry.object()).isEqualTo(tuesday.id());
            assertThat(entry.after()).contains(monday.id()).contains("Too much").contains("\"rows\":\"3\"");
        });
        assertThatThrownBy(() -> publishing().publish(nord, null, Conflict.Policy.ASK, "", "x".repeat(401)))
                .isInstanceOf(DeskException.class);
    }

    @Test
    void aCommentStaysWithItsObjectThroughPublishingAndRestart() {
        CommentService comments = at.desk.workbench().comments();
        DraftKey old = campaign(5);
        DraftKey fresh = drafts().create(nord, account, Level.CAMPAIGN,
                Map.of("name", "With a comment", "objective", "OUTCOME_TRAFFIC", "special_ad_categories", "[]",
                        "is_adset_budget_sharing_enabled", "false"));
        comments.write(nord, List.of(old, fresh), "  Ask Kari before this goes live \n");
        assertThat(comments.comments(sued)).as("another client's comments").isEmpty();
        PublishBatch batch = over(publishing().publish(nord, Set.of(fresh), Conflict.Policy.ASK, ""));
        DraftKey made = DraftKey.of(account, Level.CAMPAIGN, batch.rows().getFirst().object());
        at.reopen();
        Map<DraftKey, Comment> found = at.desk.workbench().comments().comments(nord);
        assertThat(found).containsOnlyKeys(old, made);
        assertThat(found.get(made)).satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("Ask Kari before this goes live");
            assertThat(comment.who()).isEqualTo("Ines Moreau");
        });
        at.desk.workbench().comments().write(nord, List.of(old, made), " ");
        assertThat(at.desk.workbench().comments().comments(nord)).isEmpty();
        assertThatThrownBy(() -> at.desk.workbench().comments().write(nord, List.of(old), "x".repeat(2001)))
                .isInstanceOf(DeskException.class)
                .satisfies(thrown -> assertThat(((DeskException) thrown).problem().field()).isEqualTo("comment"));
    }

    private PublishService publishing() {
        return at.desk.workbench().publishing();
    }

    private PublishBatch over(PublishBatch started) {
        await().atMost(PATIENCE).until(
                () -> publishing().batch(nord, started.id()).phase() == PublishBatch.Phase.OVER);
        return publishing().batch(nord, started.id());
    }

    private List<AdSet> budgeted() {
        List<AdSet> sets = new ArrayList<>(structure.adSets());
        sets.removeIf(set -> set.budget() == null || !set.status().isOn()
                || set.budget().kind() != Budget.Kind.DAILY);
        return sets;
    }
}
