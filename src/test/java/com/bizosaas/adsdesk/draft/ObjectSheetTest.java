package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdCurrency;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sheets with a row for each object: what is new, what is meant by a name, and what is said about what cannot be.
class ObjectSheetTest {

    private static final String TREE = """
            Level | ID | Campaign | Ad set | Name | Objective | Special ad categories | Daily budget | Ad sets share budget | Performance goal | Pixel | Event | Countries | Ages | Placements | Advantage+ audience | Beneficiary | Payer | Creative | Status
            campaign | new | | | Autumn | Sales | none | 50,00 | | | | | | | | | | | |
            ad set | new | Autumn | | Autumn DE | | | | | Conversions | 77 | Purchase | DE, AT | 25-54 | automatic | no | Shop | Shop | |
            ad | new | | Autumn DE | Video 1 | | | | | | | | | | | | | | Spring video | on
            """;

    private static List<List<String>> rows(String text) {
        return text.lines().map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()).toList();
    }

    private static List<Proposal> read(DraftBook book, String text) {
        return SheetImport.read(Sample.desk(book), rows(text)).proposals();
    }

    private static Proposal one(String head, String row) {
        return read(DraftBook.EMPTY, head + "\n" + row).getFirst();
    }

    /// What the desk makes of accepted proposals.
    private static DraftBook accepted(DraftBook before, List<Proposal> proposals) {
        DraftBook book = before;
        Map<String, String> made = new HashMap<>();
        List<Proposal> fresh = proposals.stream().filter(one -> one.fresh() != null && one.acceptable())
                .sorted(java.util.Comparator.comparing(Proposal::key)).toList();
        for (Proposal one : fresh) {
            DraftKey key = DraftKey.fresh(Sample.ID, one.key().level(), book.lastNew() + 1);
            made.put(one.key().object(), key.object());
            Map<String, String> values = new HashMap<>(one.fresh().values());
            values.replaceAll((_, value) -> made.getOrDefault(value, value));
            book = Sample.add(book, key, values);
        }
        return book;
    }

    @Test
    void aTreeOfRowsIsATreeOfPausedDraftsThatPassesTheRules() {
        List<Proposal> read = read(DraftBook.EMPTY, TREE);
        assertThat(read).hasSize(3).allSatisfy(one -> {
            assertThat(one.standing()).isEqualTo(Standing.PROPOSED);
            assertThat(one.action()).isEqualTo(Action.ADD);
            assertThat(one.fresh().values()).containsEntry(Fields.STATUS, "PAUSED");
            assertThat(one.fresh().red()).as("%s", one.fresh().findings()).isFalse();
        });
        assertThat(read).extracting(one -> one.key().level()).containsExactly(Level.CAMPAIGN, Level.AD_SET, Level.AD);
        Map<String, String> campaign = read.get(0).fresh().values();
        assertThat(campaign).containsEntry(Fields.DAILY, "5000").containsEntry(Fields.OBJECTIVE, "OUTCOME_SALES")
                .containsEntry(Fields.CATEGORIES, "[]");
        Map<String, String> adSet = read.get(1).fresh().values();
        assertThat(adSet).containsEntry(Fields.CAMPAIGN, read.get(0).key().object())
                .containsEntry(Fields.GOAL, "OFFSITE_CONVERSIONS").containsEntry(Fields.BILLED, "IMPRESSIONS");
        assertThat(adSet.get(Fields.TARGETING)).contains("\"DE\",\"AT\"", "\"age_min\":25", "\"advantage_audience\":0");
        assertThat(adSet.get(Fields.PROMOTED)).contains("\"pixel_id\":\"77\"", "PURCHASE");
        assertThat(read.get(1).fresh().path()).isEqualTo("Autumn");
        assertThat(read.get(1).fresh().summary()).contains("Performance goal Offsite conversions");
        assertThat(read.get(2).fresh().values()).containsEntry(Fields.AD_SET, read.get(1).key().object())
                .containsEntry(Fields.CREATIVE, "{\"creative_id\":\"431\"}");
        assertThat(read.get(2).fresh().notes()).singleElement().asString().contains("made paused", "on");
    }

    @Test
    void aSheetThatIsReadTwiceMakesNothingTwiceAndTellsWhatDiffers() {
        DraftBook book = accepted(DraftBook.EMPTY, read(DraftBook.EMPTY, TREE));
        assertThat(book.size()).isEqualTo(3);
        List<Proposal> again = read(book, TREE);
        assertThat(again).hasSize(3).allMatch(one -> one.standing() == Standing.OWN)
                .allMatch(one -> one.reason().equals("It is drafted already"));
        List<Proposal> other = read(book, TREE.replace("50,00", "60.00"));
        assertThat(other).filteredOn(one -> one.standing() == Standing.CONFLICT).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo(Fields.DAILY);
            assertThat(one.key()).isEqualTo(book.drafts().getFirst().key());
            assertThat(one.proposed()).isEqualTo("6000");
        });
        assertThat(other).noneMatch(one -> one.fresh() != null);
    }

    @Test
    void whatWasPublishedSinceIsToldBeforeASecondOneIsMade() {
        Proposal there = one("Level | ID | Name | Daily budget", "campaign | + | Campaign 11 | 100");
        assertThat(there.standing()).isEqualTo(Standing.CONFLICT);
        assertThat(there.reason()).startsWith("There is one of this name already");
        Proposal meant = one("Level | Name | Daily budget", "campaign | Campaign 11 | 120");
        assertThat(meant.action()).as("without a mark the name means what is there").isEqualTo(Action.CHANGE);
        assertThat(meant.key()).isEqualTo(Sample.campaignKey("11"));
        assertThat(meant.proposed()).isEqualTo("12000");
    }

    @Test
    void theWizardsRulesBindRowsToo() {
        Proposal silent = one("Level | ID | Name | Objective | Daily budget", "campaign | new | Quiet | Traffic | 20");
        assertThat(silent.fresh().findings()).extracting(Finding::code).contains("campaign.categories");
        List<Proposal> both = read(DraftBook.EMPTY, """
                Level | ID | Campaign | Name | Objective | Special ad categories | Daily budget | Performance goal
                campaign | new | | Both | Traffic | none | 20 |
                ad set | new | Both | Below | | | 10 | Link clicks
                """);
        assertThat(both.get(1).fresh().findings()).filteredOn(one -> one.severity() == Finding.Severity.RED)
                .extracting(Finding::code).contains("budget.levels", "adset.required");
        assertThat(both.get(1).fresh().red()).isTrue();
        assertThat(both.get(0).fresh().red()).isTrue();
    }

    @Test
    void rowsNameTheirParentsByIdReferenceOrAName() {
        List<Proposal> read = read(DraftBook.EMPTY, """
                Level | ID | Campaign | Ad set | Name | Like | Creative of ad
                ad set | new | 12 | | By id | |
                ad set | +a | Campaign 12 | | By name | |
                ad | new | | +a | By reference | | Ad 31
                ad | new | | Ad set 22 | Below what is there | Ad 32 |
                ad set | new | Campaign 13 | | Nowhere | |
                ad | new | | Nowhere | Below nowhere | |
                """);
        assertThat(read).extracting(Proposal::standing).containsExactly(Standing.PROPOSED, Standing.PROPOSED,
                Standing.PROPOSED, Standing.PROPOSED, Standing.UNREADABLE, Standing.UNREADABLE);
        assertThat(read.subList(0, 2)).allMatch(one -> one.fresh().values().get(Fields.CAMPAIGN).equals("12"));
        assertThat(read.get(2).fresh().values()).containsEntry(Fields.AD_SET, read.get(1).key().object())
                .containsEntry(Fields.CREATIVE, "{\"creative_id\":\"431\"}");
        assertThat(read.get(3).fresh().values()).containsEntry(Fields.AD_SET, "22").containsEntry(Fields.CREATIVE,
                "{\"creative_id\":\"432\"}");
        assertThat(read.get(4)).satisfies(one -> {
            assertThat(one.line()).isEqualTo(6);
            assertThat(one.column()).isEqualTo("Campaign");
            assertThat(one.reason()).contains("No campaign of this account has the id or name “Campaign 13”",
                    "add a row for it");
        });
        assertThat(read.get(5).reason()).contains("Its ad set in line 6 cannot be read");
    }

    @Test
    void aNameThatTwoHaveIsNoAnswer() {
        List<Proposal> read = read(DraftBook.EMPTY, """
                Level | ID | Campaign | Name | Creative | Ad set
                ad set | new | 12 | Twin | |
                ad set | new | 11 | Twin | |
                ad | new | | One | 431 | Twin
                ad | new | Campaign 12 | Other | 431 | Twin
                ad | new | Campaign 12 | Third | Boots | Twin
                ad set | new | 12 | Twin | |
                """);
        assertThat(read.get(2).reason()).contains("2 ad sets have the name “Twin”", "Write the id");
        assertThat(read.get(3).standing()).as("within its campaign only one has it").isEqualTo(Standing.PROPOSED);
        assertThat(read.get(4).column()).isEqualTo("Creative");
        assertThat(read.get(4).reason()).contains("2 creatives have the name “Boots”");
        assertThat(read.get(5).reason()).as("twice in one sheet").contains("Line 2 has the same ad set already");
    }

    @Test
    void cellsThatCannotBeReadNameTheirColumnAndTheRemedy() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("Objective | shoes", "Write Awareness, Traffic");
        wrong.put("Special ad categories | perhaps", "Write none, or Housing");
        wrong.put("Category countries | DEU", "Write two letters each");
        wrong.put("Daily budget | 1.234", "can be read in two ways");
        wrong.put("Daily budget | -5", "no amount in EUR");
        wrong.put("Daily budget | 12.345,678", "at most 2 decimals");
        wrong.put("Bid strategy | cheap", "Write Lowest cost");
        wrong.put("Status | maybe", "Write on, off or archived");
        wrong.put("Ad sets share budget | perhaps", "Write yes or no");
        wrong.put("Like | Nothing", "No campaign of this account has the id or name “Nothing”");
        wrong.forEach((cell, remedy) -> {
            String[] parts = cell.split(" \\| ");
            Proposal one = one("Level | ID | Name | " + parts[0], "campaign | new | A | " + parts[1]);
            assertThat(one.standing()).as(cell).isEqualTo(Standing.UNREADABLE);
            assertThat(one.line()).isEqualTo(2);
            assertThat(one.column()).isEqualTo(parts[0]);
            assertThat(one.reason()).contains(remedy);
        });
        Map<String, String> adSets = Map.of("Start | 4/5/2026", "Write 2026-04-12 or 2026-04-12 08:30", "Ages | 54-25",
                "the younger one first", "Gender | x", "Write all, women or men", "Placements | moon",
                "Write automatic", "Countries | DE", "It is not answered. Write automatic", "Pixel | shop",
                "no id of a pixel", "Attribution | week", "Write 7d click, 1d view", "ROAS floor | much",
                "Write 2 or 200%", "Targeting | everybody", "It is no JSON");
        adSets.forEach((cell, remedy) -> {
            String[] parts = cell.split(" \\| ");
            Proposal one = one("Level | ID | Campaign | Name | " + parts[0], "ad set | new | 12 | A | " + parts[1]);
            assertThat(one.standing()).as(cell).isEqualTo(Standing.UNREADABLE);
            assertThat(one.reason()).as(cell).contains(remedy);
        });
    }

    @Test
    void whatASheetCannotHoldIsSaidForEachRow() {
        Proposal bare = one("Level | ID | Ad set | Name | Headline | Image", "ad | new | 21 | A | Warm | boots.jpg");
        assertThat(bare.standing()).isEqualTo(Standing.UNREADABLE);
        assertThat(bare.reason()).contains("Image, Headline cannot come from a sheet", "by its id");
        Proposal named = one("Level | ID | Ad set | Name | Headline | Creative", "ad | new | 21 | A | Warm | 432");
        assertThat(named.fresh().notes()).singleElement().asString().contains("Headline cannot come from a sheet");
        Proposal unknown = one("Level | ID | Ad set | Name | Creative", "ad | new | 21 | A | 999");
        assertThat(unknown.reason()).contains("No creative in this account's library has the id or name “999”");
        assertThat(SheetImport
                .read(Sample.desk(DraftBook.EMPTY), rows("Name | Budget | Spent | CTR\nCampaign 11 | 5 | 3 | 2"))
                .notes()).singleElement().asString().contains("Spent, CTR");
    }

    @Test
    void timesAreThoseOfTheAccountAndAnEndIsTheEndOfItsDay() {
        Proposal one = one("Level | ID | Campaign | Name | Start | End",
                "ad set | new | 12 | A | 2026-12-01 08:30 | 2026-12-24");
        assertThat(one.fresh().values()).containsEntry(Fields.START, "2026-12-01T08:30:00+01:00")
                .containsEntry(Fields.END, "2026-12-24T23:59:00+01:00");
        assertThat(one.fresh().summary()).contains("Start 1 Dec 2026 08:30 Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"EUR; 12,50; 1250", "EUR; 12.50; 1250", "EUR; 1.234,50; 123450",
            "EUR; 1 234,50; 123450", "EUR; 1,234.50; 123450", "JPY; 5000; 5000", "JPY; 5,000; 5000",
            "HUF; 12000; 12000", "TWD; 300; 300", "CLP; 900; 900", "USD; 3; 300"})
    void amountsAreThoseOfMetasTable(String code, String cell, String minor) {
        AdAccount account = Sample.account(AdCurrency.of(code));
        Projection empty = new Projection(account, new AdStructure(List.of(), List.of(), List.of()), List.of(),
                _ -> Map.of(), Map.of());
        SheetImport.Desk desk = new SheetImport.Desk(empty, "Nord", Rules.NONE, Map.of(), Sample.NOW);
        Proposal one = SheetImport.read(desk, List.of(List.of("Level", "ID", "Name", "Daily budget"),
                List.of("campaign", "new", "A", cell))).proposals().getFirst();
        assertThat(one.reason()).isEmpty();
        assertThat(one.fresh().values()).containsEntry(Fields.DAILY, minor);
        DraftKey key = DraftKey.fresh(Sample.ID, Level.CAMPAIGN, 1);
        Draft draft = Sample.add(DraftBook.EMPTY, key, one.fresh().values()).drafts().getFirst();
        List<List<String>> exported = new ArrayList<>(List.of(DraftSheet.COLUMNS));
        exported.addAll(DraftSheet.rows(account, List.of(draft)));
        Proposal back = SheetImport.read(desk, exported).proposals().getFirst();
        assertThat(back.fresh().values()).as("not times a hundred").isEqualTo(one.fresh().values());
    }

    @Test
    void decimalsOfACurrencyWithoutThemAreRefused() {
        Projection empty = new Projection(Sample.account(AdCurrency.of("JPY")), Sample.structure(), List.of(),
                _ -> Map.of(),
                Map.of());
        SheetImport.Desk desk = new SheetImport.Desk(empty, "Nord", Rules.NONE, Map.of(), Sample.NOW);
        assertThat(SheetImport.read(desk, List.of(List.of("Level", "ID", "Name", "Daily budget"),
                List.of("campaign", "new", "A", "50.5"))).proposals().getFirst().reason())
                .contains("JPY has no decimals");
    }

    @Test
    void theSheetOfAnotherAccountClientCurrencyOrZoneIsRefused() {
        Map<String, String> heads = Map.of("Account | Other (act_999)", "another ad account: Other (act_999)",
                "Tenant | Süd", "another client: Süd", "Currency | USD", "amounts are in USD",
                "Time zone | Asia/Tokyo", "times are of Asia/Tokyo", "Tenants | 3", "several ad accounts");
        heads.forEach((head, title) -> {
            SheetRefused refused = catchThrowableOfType(SheetRefused.class,
                    () -> read(DraftBook.EMPTY, head + "\nLevel | Name\ncampaign | A"));
            assertThat(refused).as(head).hasMessageContaining(title);
            assertThat(refused.remedy()).isNotBlank();
        });
        assertThat(read(DraftBook.EMPTY, "Tenant | Nord\nAccount | Shop (act_701)\nCurrency | EUR\nTime zone | "
                + "Europe/Berlin\nLevel | Name\ncampaign | A")).hasSize(1);
        assertThat(
                catchThrowableOfType(SheetRefused.class, () -> read(DraftBook.EMPTY, "level | field | proposed\nad | "
                        + "name | A")).remedy())
                .contains("column id");
        assertThat(catchThrowableOfType(SheetRefused.class, () -> read(DraftBook.EMPTY, "a | b\n1 | 2")).remedy())
                .contains("Level and Name");
    }

    @Test
    void rowsOfOtherAccountsAndIdsOfNobodyAreNeverWritten() {
        List<Proposal> read = read(DraftBook.EMPTY, """
                Name | Budget | ID | Currency | Account ID
                Campaign 11 | 900 | 11 | EUR | act_999
                Campaign 11 | 900 | 4711 | EUR | act_701
                Campaign 11 | 900 | 11 | USD | act_701
                Campaign 11 | 900 | 11 | EUR | act_701
                Campaign 11 | 950 | 11 | EUR | act_701
                """);
        assertThat(read).extracting(Proposal::standing).containsExactly(Standing.UNREADABLE, Standing.UNREADABLE,
                Standing.UNREADABLE, Standing.PROPOSED, Standing.UNREADABLE);
        assertThat(read.get(0).reason()).contains("another ad account: act_999", "Copy to another account");
        assertThat(read.get(1).reason()).contains("Nothing in this account has the id 4711");
        assertThat(read.get(2).reason()).contains("amounts are in USD");
        assertThat(read.get(4).reason()).contains("Line 5 has this id too");
    }

    @Test
    void anotherDeskMakesTheSameDraftsOfAnExport() {
        DraftBook mine = accepted(DraftBook.EMPTY, read(DraftBook.EMPTY, TREE));
        List<List<String>> exported = new ArrayList<>(List.of(DraftSheet.COLUMNS));
        exported.addAll(DraftSheet.rows(Sample.account(Sample.EUR), mine.drafts()));
        // That desk's own draft has the key of one of ours.
        DraftBook before = Sample.add(DraftBook.EMPTY, DraftKey.fresh(Sample.ID, Level.CAMPAIGN, 1),
                Map.of(Fields.NAME, "Theirs"));
        List<Proposal> read = SheetImport.read(Sample.desk(before), exported).proposals();
        assertThat(read).hasSize(3).allMatch(one -> one.standing() == Standing.PROPOSED);
        DraftBook theirs = accepted(before, read);
        assertThat(theirs.size()).isEqualTo(4);
        for (int i = 0; i < 3; i++) {
            Map<String, Cell> here = mine.drafts().get(i).cells();
            Map<String, Cell> there = theirs.drafts().get(i == 0 ? 1 : i + 1).cells();
            assertThat(there.keySet()).containsExactlyInAnyOrderElementsOf(here.keySet());
            here.forEach((field, cell) -> {
                if (!field.equals(Fields.CAMPAIGN) && !field.equals(Fields.AD_SET)) {
                    assertThat(there.get(field)).as(field).isEqualTo(cell);
                }
            });
        }
        assertThat(SheetImport.read(Sample.desk(theirs), exported).proposals()).hasSize(3)
                .allMatch(one -> one.standing() == Standing.OWN);
    }

    @Test
    void moreThanFacebookAllowsBelowOneParentIsSaid() {
        StringBuilder sheet = new StringBuilder("Level | ID | Ad set | Name | Creative\n");
        for (int i = 0; i < 60; i++) {
            sheet.append("ad | new | 21 | Ad no ").append(i).append(" | 431\n");
        }
        List<Proposal> read = read(DraftBook.EMPTY, sheet.toString());
        assertThat(read).filteredOn(one -> one.standing() == Standing.UNREADABLE).hasSize(11).allSatisfy(
                one -> assertThat(one.reason()).contains("more than 50"));
    }
}
