package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.BudgetFormula;
import com.bizosaas.adsdesk.draft.Conflict.Policy;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.FindReplace;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.PublishBatch.Phase;
import com.bizosaas.adsdesk.draft.PublishBatch;
import com.bizosaas.adsdesk.draft.PublishRow;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Copies to another account and other edits of many objects, through to what Facebook has.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class CopiesOverSandboxTest {

    private SandboxDesk at;
    private Workbench bench;
    private TenantId tenant;
    private AdAccountId account;
    private AdAccountId other;
    private AdStructure structure;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        bench = at.desk.workbench();
        tenant = at.connect("Nordlicht");
        account = at.account(tenant);
        structure = at.synced(tenant, account);
        other = at.desk.connections().accounts(tenant).stream()
                .filter(one -> one.currency().code().equals("GBP")).map(AdAccount::id).findFirst().orElseThrow();
        at.synced(tenant, other);
    }

    @AfterEach
    void discard() {
        bench.drafts().discard(tenant, bench.drafts().book(tenant).drafts().stream().map(Draft::key).toList());
    }

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    /// A campaign with ads that show images of their account.
    private DraftKey pictured() {
        for (Ad ad : structure.ads()) {
            DraftKey campaign = DraftKey.of(account, Level.CAMPAIGN, ad.campaignId());
            if (ad.status().equals(Status.ACTIVE) && bench.drafts().used(tenant, List.of(campaign)).stream()
                    .anyMatch(one -> one.kind().equals("image"))) {
                return campaign;
            }
        }
        throw new AssertionError("no ad shows an image");
    }

    /// Ten pounds on the level that held the budget.
    private void budget(DraftKey campaign, List<DraftKey> copies) {
        boolean above = structure.campaigns().stream()
                .anyMatch(one -> one.id().equals(campaign.id()) && one.budget() != null);
        copies.stream().filter(key -> key.level() == (above ? Level.CAMPAIGN : Level.AD_SET))
                .forEach(key -> bench.drafts().edit(tenant, key, Map.of(Fields.DAILY, "1000")));
    }

    private PublishBatch published() {
        String id = bench.publishing().publish(tenant, null, Policy.ASK, "").id();
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.publishing().batch(tenant, id).phase() == Phase.OVER);
        return bench.publishing().batch(tenant, id);
    }

    @Test
    void copiesACampaignWithItsImagesToAnotherAccount() throws Exception {
        DraftKey campaign = pictured();
        Set<Copies.Used> used = bench.drafts().used(tenant, List.of(campaign));
        Set<String> kinds = used.stream().map(Copies.Used::kind).collect(Collectors.toSet());
        assertThat(kinds).contains("creative", "page", "image");
        Map<String, Map<String, String>> choices = bench.drafts().choices(tenant, other, kinds);
        assertThat(choices.get("page")).isNotEmpty();
        Map<String, String> mapping = new HashMap<>();
        for (Copies.Used one : used) {
            boolean along = one.kind().equals("image") || one.kind().equals("creative");
            mapping.put(one.id(), along
                    ? Copies.ALONG
                    : choices.getOrDefault(one.kind(), Map.of()).keySet().stream()
                            .filter(id -> !mapping.containsValue(id)).findFirst().orElse(one.id()));
        }
        Map<String, String> gap = new HashMap<>(mapping);
        Copies.Used page = used.stream().filter(one -> one.kind().equals("page")).findFirst().orElseThrow();
        gap.remove(page.id());
        Problem missing = catchThrowableOfType(DeskException.class, () -> bench.drafts().copy(tenant,
                List.of(campaign), tenant, other, gap, Duplication.PLAIN)).problem();
        assertThat(missing.field()).isEqualTo("mapping");
        assertThat(missing.title()).contains("page " + page.id());
        assertThat(bench.drafts().book(tenant).isEmpty()).isTrue();

        List<DraftKey> there = bench.drafts().copy(tenant, List.of(campaign), tenant, other, mapping,
                new Duplication(true, NamePattern.of("{name} · copied"), Map.of(), 1));
        assertThat(bench.drafts().book(tenant).drafts()).as("euros are no pounds")
                .noneMatch(draft -> draft.cells().containsKey(Fields.DAILY));
        budget(campaign, there);
        assertThat(bench.drafts().review(tenant, null).findings())
                .filteredOn(one -> one.severity() == Finding.Severity.RED).isEmpty();
        long imagesBefore = at.desk.journal().writes(tenant, 500).stream()
                .filter(entry -> entry.write().edge().equals("adimages")).count();
        assertThat(imagesBefore).as("media go up after Publish").isZero();
        PublishBatch batch = published();

        assertThat(batch.rows()).hasSameSizeAs(there).allSatisfy(row -> assertThat(row.state()).as(row.toString())
                .isEqualTo(PublishRow.State.DONE));
        assertThat(at.desk.journal().writes(tenant, 500)).filteredOn(entry -> entry.write().edge().equals("adimages"))
                .isNotEmpty().allSatisfy(entry -> assertThat(entry.write().account()).isEqualTo(other));
        PublishRow ad = batch.rows().stream().filter(row -> row.key().level() == Level.AD).findFirst().orElseThrow();
        String creative = at.remote(ad.object()).path("creative").path("id").asString(
                at.remote(ad.object()).path("creative").path("creative_id").asString(""));
        assertThat(bench.drafts().choices(tenant, other, Set.of("creative")).get("creative")).containsKey(creative);
        assertThat(at.remote(new GraphId(creative)).path("object_story_spec").path("page_id").asString(""))
                .isEqualTo(mapping.get(page.id()));
    }

    @Test
    void duplicatesWithASuffixABudgetAndAStatusAsTheyWerePreviewed() throws Exception {
        AdSet set = structure.adSets().stream().filter(one -> one.budget() != null
                && one.status().equals(Status.ACTIVE)).findFirst().orElseThrow();
        DraftKey key = DraftKey.of(account, Level.AD_SET, set.id());
        Duplication duplication = new Duplication(false, NamePattern.of("{name} v{n}"), Map.of(Level.AD_SET,
                Map.of(Fields.STATUS, "ACTIVE")), 2, BudgetFormula.of("*2"), Map.of());
        List<NewObject> planned = bench.drafts().copies(tenant, List.of(key), duplication);
        assertThat(planned).extracting(one -> one.values().get(Fields.NAME)).containsExactly(set.name() + " v1",
                set.name() + " v2");
        List<DraftKey> made = bench.drafts().duplicate(tenant, List.of(key), duplication);
        assertThat(made).hasSize(2);
        String field = set.budget().kind() == com.bizosaas.adsdesk.domain.Budget.Kind.DAILY
                ? Fields.DAILY
                : Fields.LIFETIME;
        assertThat(bench.drafts().values(tenant, made.getFirst())).containsEntry(field,
                Long.toString(set.budget().amount().minorUnits() * 2)).containsEntry(Fields.STATUS, "ACTIVE")
                .containsEntry(Fields.CAMPAIGN, set.campaignId().value());
        assertThat(bench.drafts().undo(tenant)).isTrue();
        assertThat(bench.drafts().book(tenant).isEmpty()).as("one step").isTrue();
    }

    @Test
    void replacedUrlParametersArriveInANewCreative() throws Exception {
        Ad ad = structure.ads().stream().filter(one -> one.status().equals(Status.ACTIVE)
                && one.creativeId() != null).findFirst().orElseThrow();
        DraftKey key = DraftKey.of(account, Level.AD, ad.id());
        Map<String, String> had = bench.drafts().read(tenant, key);
        bench.drafts().edit(tenant, key, Map.of(Fields.URL_TAGS, "utm_source=meta&utm_campaign=spring"));
        published();
        bench.drafts().read(tenant, key);
        List<Preview> previews = bench.drafts().replace(tenant, List.of(key), Fields.URL_TAGS,
                FindReplace.of("utm_campaign=spring", "utm_campaign=summer", false, true));
        assertThat(previews).singleElement().satisfies(one -> assertThat(one.after()).isEqualTo(
                "utm_source=meta&utm_campaign=summer"));
        bench.drafts().apply(tenant, "Replace", previews);
        PublishBatch batch = published();

        assertThat(batch.clean()).as(batch.rows().toString()).isTrue();
        Map<String, String> has = bench.drafts().read(tenant, key);
        assertThat(has.get(Fields.URL_TAGS)).isEqualTo("utm_source=meta&utm_campaign=summer");
        assertThat(has.get(Fields.CREATIVE)).as("a creative never changes: the ad has another one").isNotEqualTo(
                had.get(Fields.CREATIVE));
    }

    @Test
    void previewsSayWhyARowCannotBeChanged() {
        AdSet without = structure.adSets().stream().filter(one -> one.budget() == null
                && one.status().canSwitch()).findFirst().orElseThrow();
        Ad ad = structure.ads().stream().filter(one -> one.status().canSwitch()).findFirst().orElseThrow();
        DraftKey set = DraftKey.of(account, Level.AD_SET, without.id());
        List<Preview> previews = bench.drafts().preview(tenant, Map.of(set, Map.of(Fields.DAILY, "5000"),
                DraftKey.of(account, Level.AD, ad.id()), Map.of(Fields.DAILY, "5000", Fields.NAME, " ")));
        assertThat(previews).hasSize(3).allMatch(Preview::refused).extracting(Preview::note)
                .containsExactlyInAnyOrder("Its campaign holds the budget", "An ad has no budget of its own",
                        "A name is needed");
        assertThat(bench.drafts().budgets(tenant, List.of(set), BudgetFormula.of("+10%"))).singleElement()
                .satisfies(one -> assertThat(one.note()).isEqualTo("Its campaign holds the budget"));
        bench.drafts().apply(tenant, "Nothing", previews);
        assertThat(bench.drafts().book(tenant).isEmpty()).isTrue();
    }
}
