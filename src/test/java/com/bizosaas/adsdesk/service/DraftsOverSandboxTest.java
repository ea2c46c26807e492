package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.Status;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.BudgetChange;
import com.bizosaas.adsdesk.draft.Conflict;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.Draft;
import com.bizosaas.adsdesk.draft.DraftKey;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.FindReplace;
import com.bizosaas.adsdesk.draft.Finding;
import com.bizosaas.adsdesk.draft.NamePattern;
import com.bizosaas.adsdesk.draft.Review;
import com.bizosaas.adsdesk.service.DraftService.Duplication;
import com.bizosaas.adsdesk.service.DraftService.NewObject;
import com.bizosaas.adsdesk.service.DraftService.Preview;
import java.math.BigDecimal;
import java.nio.file.Path;
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

/// Drafting, checking and reviewing over real HTTP: Facebook is asked, and nothing is written.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class DraftsOverSandboxTest {

    private SandboxDesk at;
    private DraftService drafts;
    private TenantId tenant;
    private AdAccountId account;
    private AdStructure structure;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        at = new SandboxDesk(folder.resolve("desk"));
        drafts = at.desk.workbench().drafts();
        tenant = at.connect("Nordlicht");
        account = at.account(tenant);
        structure = at.synced(tenant, account);
    }

    @AfterEach
    void discard() {
        drafts.discard(tenant, drafts.book(tenant).drafts().stream().map(Draft::key).toList());
    }

    @AfterAll
    void stop() throws Exception {
        at.close();
    }

    private List<AdSet> withBudget(int most) {
        return structure.adSets().stream()
                .filter(set -> set.budget() != null && set.status().equals(Status.ACTIVE)
                        && set.budget().kind() == com.bizosaas.adsdesk.domain.Budget.Kind.DAILY)
                .limit(most).toList();
    }

    private DraftKey key(AdSet set) {
        return DraftKey.of(account, Level.AD_SET, set.id());
    }

    @Test
    void draftsChecksAndReviewsWithoutASingleWrite() throws Exception {
        int before = at.desk.journal().writes(tenant, 100).size();
        AdSet first = withBudget(1).getFirst();
        drafts.edit(tenant, key(first), Map.of(Fields.NAME, "Renamed"));
        List<Preview> budgets = drafts.budgets(tenant, withBudget(3).stream().map(this::key).toList(),
                new BudgetChange(BudgetChange.Kind.PERCENT, new BigDecimal("10"), null, null, null));
        assertThat(budgets).hasSize(withBudget(3).size()).allMatch(Preview::changes);
        drafts.apply(tenant, "Budgets", budgets);
        List<DraftKey> tree = drafts.create(tenant, account, "New tree", List.of(
                new NewObject("#c", Level.CAMPAIGN,
                        Map.of("name", "Autumn", "objective", "OUTCOME_TRAFFIC", "special_ad_categories", "[]",
                                "is_adset_budget_sharing_enabled", "false")),
                new NewObject("#s", Level.AD_SET, Map.of("name", "DE", Fields.CAMPAIGN, "#c"))));

        Review local = drafts.review(tenant, null);
        assertThat(local.impacts().getFirst().perDay().amount()).isPositive();
        Review checked = drafts.check(tenant, null);
        assertThat(checked.items()).filteredOn(item -> item.key().equals(tree.getFirst())).singleElement()
                .satisfies(item -> assertThat(item.publishable()).isTrue());
        assertThat(checked.items()).filteredOn(item -> item.key().equals(tree.get(1))).singleElement()
                .satisfies(item -> assertThat(item.findings()).extracting(Finding::code).contains("adset.required"));
        assertThat(checked.publishable()).contains(key(first));
        assertThat(at.desk.journal().writes(tenant, 100)).as("writes before Publish").hasSize(before);
        assertThat(at.writes()).as("writes at Facebook before Publish").isZero();
    }

    @Test
    void facebooksObjectionStandsBesideTheDraft() {
        DraftKey set = key(withBudget(2).get(1));
        String gone = "{\"geo_locations\":{\"countries\":[\"CH\"]},\"publisher_platforms\":[\"facebook\"],"
                + "\"facebook_positions\":[\"moon\"],\"targeting_automation\":{\"advantage_audience\":0}}";
        drafts.edit(tenant, set, Map.of(Fields.TARGETING, gone));
        assertThat(drafts.review(tenant, Set.of(set)).publishable()).contains(set);
        Review checked = drafts.check(tenant, Set.of(set));
        assertThat(checked.items()).filteredOn(item -> item.key().equals(set)).singleElement().satisfies(item -> {
            assertThat(item.publishable()).isFalse();
            assertThat(item.findings()).anySatisfy(finding -> {
                assertThat(finding.code()).startsWith("facebook.");
                assertThat(finding.field()).isEqualTo(Fields.TARGETING);
            });
        });
        drafts.edit(tenant, set, Map.of(Fields.TARGETING, gone.replace("moon", "feed")));
        assertThat(drafts.check(tenant, Set.of(set)).publishable()).as("an edited draft is asked about again")
                .contains(set);
    }

    @Test
    void aChangeFromOutsideIsAConflictWithThreeValues() throws Exception {
        AdSet set = withBudget(9).getLast();
        String was = Long.toString(set.budget().amount().minorUnits());
        drafts.edit(tenant, key(set), Map.of(Fields.DAILY, Long.toString(Long.parseLong(was) + 500)));
        at.outside(set.id(), "{\"" + Fields.DAILY + "\":\"" + (Long.parseLong(was) + 700) + "\"}");

        assertThat(drafts.compare(tenant)).singleElement().satisfies(conflict -> {
            assertThat(conflict.base()).isEqualTo(was);
            assertThat(conflict.theirs()).isEqualTo(Long.toString(Long.parseLong(was) + 700));
            assertThat(conflict.mine()).isEqualTo(Long.toString(Long.parseLong(was) + 500));
        });
        assertThat(drafts.review(tenant, null).publishable()).isEmpty();
        drafts.decide(tenant, key(set), Fields.DAILY, Conflict.Decision.KEEP);
        assertThat(drafts.review(tenant, null).publishable()).containsExactly(key(set));
        assertThat(drafts.undo(tenant)).isTrue();
        assertThat(drafts.conflicts(tenant)).as("a decision can be undone").hasSize(1);
    }

    @Test
    void editsSurviveTheEndOfTheProgramWithTheirUndo() throws Exception {
        AdSet set = withBudget(1).getFirst();
        for (int i = 0; i < 5; i++) {
            drafts.edit(tenant, key(set), Map.of(Fields.NAME, "Name " + i));
        }
        at.reopen();
        drafts = at.desk.workbench().drafts();
        assertThat(drafts.book(tenant).find(key(set)).orElseThrow().mine(Fields.NAME)).isEqualTo("Name 4");
        for (int i = 0; i < 5; i++) {
            assertThat(drafts.undo(tenant)).isTrue();
        }
        assertThat(drafts.book(tenant).isEmpty()).isTrue();
        drafts.redo(tenant);
        assertThat(drafts.book(tenant).find(key(set)).orElseThrow().mine(Fields.NAME)).isEqualTo("Name 0");
    }

    @Test
    void aReadTargetingIsKnownOffline() {
        AdSet set = withBudget(1).getFirst();
        Map<String, String> read = drafts.read(tenant, key(set));
        assertThat(read.get(Fields.TARGETING)).contains("geo_locations");
        drafts.edit(tenant, key(set), Map.of(Fields.TARGETING, read.get(Fields.TARGETING)));
        assertThat(drafts.book(tenant).isEmpty()).as("the same targeting is no draft").isTrue();
    }

    @Test
    void replacesInManyNamesAndSaysWhatIsWrongWithAnExpression() {
        List<DraftKey> keys = structure.adSets().stream().map(this::key).toList();
        List<Preview> previews = drafts.replace(tenant, keys, Fields.NAME, FindReplace.of("^(.)", "»$1", true, true));
        assertThat(previews).hasSize(keys.size()).allMatch(preview -> preview.after().startsWith("»"));
        assertThat(catchThrowableOfType(DeskException.class, () -> drafts.replace(tenant, keys, Fields.STATUS,
                FindReplace.of("a", "b", false, true))).problem().field()).isEqualTo("field");
        assertThat(catchThrowableOfType(DeskException.class,
                () -> drafts.edit(tenant, keys.getFirst(), Map.of(Fields.DAILY, "12.5"))).problem().field())
                .isEqualTo(Fields.DAILY);
    }

    @Test
    void duplicatesATreeWithOverridesAndCopiesItToAnotherClientOnlyWithAMapping() throws Exception {
        DraftKey campaign = DraftKey.of(account, Level.CAMPAIGN, withBudget(1).getFirst().campaignId());
        List<DraftKey> copies = drafts.duplicate(tenant, List.of(campaign), new Duplication(true,
                NamePattern.of("{name} {n:2}"), Map.of(Level.AD_SET, Map.of("dsa_payor", "Somebody else")), 1));
        assertThat(copies).hasSizeGreaterThan(2);
        assertThat(drafts.book(tenant).find(copies.getFirst()).orElseThrow().mine(Fields.NAME)).endsWith(" 01");
        assertThat(drafts.book(tenant).drafts()).allSatisfy(draft -> {
            assertThat(draft.mine(Fields.STATUS)).isEqualTo("PAUSED");
            if (draft.key().level() == Level.AD_SET) {
                assertThat(draft.mine(Fields.TARGETING)).contains("geo_locations");
                assertThat(draft.mine("dsa_payor")).isEqualTo("Somebody else");
            }
        });
        Review review = drafts.check(tenant, null);
        assertThat(review.findings()).filteredOn(finding -> finding.severity() == Finding.Severity.RED).isEmpty();

        TenantId other = at.connect("Südlicht");
        Set<Copies.Used> used = drafts.used(tenant, List.of(campaign));
        assertThat(used).extracting(Copies.Used::kind).contains("creative");
        assertThat(catchThrowableOfType(DeskException.class, () -> drafts.copy(tenant, List.of(campaign), other,
                at.account(other), Map.of(), Duplication.PLAIN)).problem().field()).isEqualTo("mapping");
        Map<String, String> mapping = new java.util.HashMap<>();
        used.forEach(one -> mapping.put(one.id(), "9" + one.id()));
        List<DraftKey> there = drafts.copy(tenant, List.of(campaign), other, at.account(other), mapping,
                Duplication.PLAIN);
        assertThat(drafts.book(other).drafts()).hasSameSizeAs(there)
                .filteredOn(draft -> draft.key().level() == Level.AD)
                .allSatisfy(draft -> assertThat(draft.mine(Fields.CREATIVE)).contains("\"9"));
    }

    @Test
    void readsEverythingForOfflineWorkAndReplacesUrlParameters() {
        int read = drafts.readAll(tenant, account);
        assertThat(read).isGreaterThanOrEqualTo(structure.ads().size());
        List<DraftKey> ads = structure.ads().stream().map(ad -> DraftKey.of(account, Level.AD, ad.id())).toList();
        List<Preview> previews = drafts.append(tenant, ads.subList(0, 3), Fields.URL_TAGS, "", "&utm_term=x");
        assertThat(previews).hasSize(3);
    }

    @Test
    void draftsLeaveAsASheetAndComeBackAsProposals(@TempDir Path files) throws Exception {
        List<AdSet> sets = withBudget(3);
        sets.subList(0, 2).forEach(set -> drafts.edit(tenant, key(set), Map.of(Fields.DAILY,
                Long.toString(set.budget().amount().minorUnits() + 150), Fields.NAME, "=HYPERLINK(1)")));
        for (String name : List.of("drafts.csv", "drafts.xlsx")) {
            Path file = files.resolve(name);
            at.desk.workbench().sheets().exportDrafts(tenant, account, null, file);
            List<Proposal> own = at.desk.workbench().sheets().read(tenant, account, file).proposals();
            assertThat(own).as(name).hasSize(4).allMatch(one -> one.standing() == Standing.OWN);
            assertThat(own).extracting(Proposal::proposed).contains("=HYPERLINK(1)");
            assertThat(catchThrowableOfType(DeskException.class, () -> at.desk.workbench().sheets()
                    .exportDrafts(tenant, account, null, file)).problem().field()).isEqualTo("file");
        }
        theTableOfSeveralTenantsNamesEachRowsAccount(files);
        Path csv = files.resolve("drafts.csv");
        assertThat(SheetFile.read(csv).getFirst()).startsWith("Tenant");
        assertThat(csv).content().contains("Time zone", "Currency", "Attribution", "As of", "'=HYPERLINK(1)");
        drafts.discard(tenant, List.of(key(sets.get(0))));
        drafts.edit(tenant, key(sets.get(1)), Map.of(Fields.NAME, "Mine"));
        List<Proposal> back = at.desk.workbench().sheets().read(tenant, account, csv).proposals();
        assertThat(back).extracting(Proposal::standing).containsExactlyInAnyOrder(Standing.PROPOSED, Standing.PROPOSED,
                Standing.OWN, Standing.CONFLICT);
        long written = at.writes();
        at.desk.workbench().sheets().accept(tenant,
                back.stream().filter(one -> one.standing() == Standing.PROPOSED).toList());
        assertThat(drafts.book(tenant).find(key(sets.get(0))).orElseThrow().cells()).hasSize(2);
        assertThat(at.writes()).as("an import is drafts").isEqualTo(written);
    }

    @Test
    void aSheetWithATreeBecomesPausedDraftsThatFacebookWouldTake(@TempDir Path files) throws Exception {
        SheetService sheets = at.desk.workbench().sheets();
        Path empty = files.resolve("empty.xlsx");
        sheets.exportEmpty(tenant, account, empty);
        assertThat(sheets.read(tenant, account, empty).proposals()).as("columns alone propose nothing").isEmpty();
        assertThat(catchThrowableOfType(DeskException.class, () -> sheets.exportDrafts(tenant, account, null,
                files.resolve("nothing.csv"))).problem().title()).startsWith("Nothing is pending in");
        assertThat(files.resolve("nothing.csv")).doesNotExist();
        Path file = files.resolve("tree.csv");
        String ad = structure.ads().getFirst().id().value();
        java.nio.file.Files.writeString(file, """
                Level;ID;Campaign;Ad set;Name;Objective;Special ad categories;Daily budget;Performance goal;Countries;\
                Placements;Advantage+ audience;Beneficiary;Payer;Creative of ad
                campaign;new;;;Herbst – Größe 冬;Traffic;none;50,00;;;;;;;
                ad set;new;Herbst – Größe 冬;;DE;;;;Link clicks;DE;automatic;no;Nordlicht;Nordlicht;
                ad;new;;DE;Video;;;;;;;;;;%s
                """.formatted(ad));
        long written = at.writes();
        List<Proposal> tree = sheets.read(tenant, account, file).proposals();
        assertThat(tree).hasSize(3).allMatch(one -> one.standing() == Standing.PROPOSED && !one.fresh().red());
        sheets.accept(tenant, tree);
        assertThat(drafts.book(tenant).drafts()).hasSize(3)
                .allSatisfy(draft -> assertThat(draft.mine(Fields.STATUS)).isEqualTo("PAUSED"));
        assertThat(sheets.read(tenant, account, file).proposals()).as("read twice").hasSize(3)
                .allMatch(one -> one.standing() == Standing.OWN);
        assertThat(catchThrowableOfType(DeskException.class, () -> sheets.accept(tenant, tree)).problem().title())
                .as("two windows at once").contains("drafted meanwhile");
        assertThat(drafts.check(tenant, null).findings()).filteredOn(one -> one.severity() == Finding.Severity.RED)
                .isEmpty();
        assertThat(at.writes()).as("an import is drafts").isEqualTo(written);
        Path exported = files.resolve("own.xlsx");
        sheets.exportDrafts(tenant, account, null, exported);
        assertThat(drafts.undo(tenant)).as("one step").isTrue();
        assertThat(drafts.book(tenant).isEmpty()).isTrue();
        List<Proposal> again = sheets.read(tenant, account, exported).proposals();
        assertThat(again).hasSize(3).allMatch(one -> one.fresh() != null && one.standing() == Standing.PROPOSED);
        assertThat(catchThrowableOfType(DeskException.class, () -> sheets.accept(tenant, again.subList(1, 3)))
                .problem().title()).contains("belongs to a new object that is left out");
        sheets.accept(tenant, again);
        assertThat(drafts.book(tenant).drafts()).extracting(Draft::name).containsExactly("Herbst – Größe 冬", "DE",
                "Video");
        TenantId other = at.connect("Westlicht");
        assertThat(catchThrowableOfType(DeskException.class, () -> sheets.read(other, at.account(other), exported))
                .problem().title()).as("another client's desk").contains("another client: Nordlicht");
    }

    @Test
    void aRowLikeAnAdSetTakesItsTargetingWhichIsReadWhereItIsNotKnown() throws Exception {
        TenantId unread = at.connect("Neulicht");
        AdAccountId there = at.account(unread);
        AdSet model = at.synced(unread, there).adSets().getLast();
        assertThat(drafts.values(unread, DraftKey.of(there, Level.AD_SET, model.id()))).as("known before")
                .doesNotContainKey(Fields.TARGETING);
        List<Proposal> read = at.desk.workbench().sheets().readCells(unread, there, "Level\tID\tName\tLike\n"
                + "ad set\tnew\tThe same elsewhere\t'" + model.id().value() + "\n").proposals();
        assertThat(read).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEmpty();
            assertThat(one.fresh().values()).containsEntry(Fields.CAMPAIGN, model.campaignId().value())
                    .containsEntry(Fields.STATUS, "PAUSED").containsEntry(Fields.NAME, "The same elsewhere");
            assertThat(one.fresh().values().get(Fields.TARGETING)).contains("geo_locations");
        });
    }

    private void theTableOfSeveralTenantsNamesEachRowsAccount(Path files) {
        com.bizosaas.adsdesk.domain.AdAccount one = at.desk.connections().accounts(tenant).getFirst();
        com.bizosaas.adsdesk.domain.Tenant first = at.desk.tenants().tenants().getFirst();
        SheetService.Shown shown = new SheetService.Shown(
                List.of(new SheetService.Source(first, one), new SheetService.Source(first, one)), "Campaigns",
                "2026-03-31 to 2026-04-13", "as each ad set has it", List.of("Tenant", "Name", "Currency", "Time zone"),
                List.of(List.of(first.name(), "=1+1", one.currency().code(), one.zone().getId())));
        for (String name : List.of("all.csv", "all.xlsx")) {
            at.desk.workbench().sheets().exportTable(shown, files.resolve(name));
            List<List<String>> rows = SheetFile.read(files.resolve(name));
            assertThat(rows).as(name).extracting(List::getFirst).contains("Tenants", "Accounts", "Time zone",
                    "Currency",
                    "Attribution", "As of", "Days", first.name());
            assertThat(rows.getLast().get(1)).as("what looks like a formula is text").endsWith("=1+1");
        }
        assertThat(files.resolve("all.csv")).content().contains("'=1+1");
        at.desk.workbench().sheets().exportTable(new SheetService.Shown(List.of(new SheetService.Source(first, one)),
                "Campaigns", "", "", List.of("Name"), List.of()), files.resolve("one.csv"));
        assertThat(files.resolve("one.csv")).content().contains("Tenant", first.name(), one.name(),
                one.zone().getId());
    }
}
