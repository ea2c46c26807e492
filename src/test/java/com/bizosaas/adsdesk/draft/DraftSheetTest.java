package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftSheetTest {

    private static final DraftKey CAMPAIGN = Sample.campaignKey("11");
    private static final List<String> HEAD = DraftSheet.COLUMNS;

    private static Proposal read(DraftBook book, String... cells) {
        return SheetImport.read(Sample.desk(book), List.of(List.of(), HEAD, List.of(cells))).proposals().getFirst();
    }

    @Test
    void aRowThatCannotBeReadNamesItsLineAndColumn() {
        Map<String, Proposal> read = Map.of(
                "level", read(DraftBook.EMPTY, "campain", "1", "change", "A", "name", "", "B"),
                "id", read(DraftBook.EMPTY, "campaign", "12x", "change", "A", "name", "", "B"),
                "field", read(DraftBook.EMPTY, "campaign", CAMPAIGN.object(), "change", "A", "colour", "", "B"),
                "proposed", read(DraftBook.EMPTY, "campaign", CAMPAIGN.object(), "change", "A", "daily_budget",
                        "", "much"),
                "current", read(DraftBook.EMPTY, "campaign", CAMPAIGN.object(), "change", "A", "daily_budget",
                        "12.345", "20"));
        read.forEach((column, proposal) -> {
            assertThat(proposal.standing()).as(column).isEqualTo(Standing.UNREADABLE);
            assertThat(proposal.column()).isEqualTo(column);
            assertThat(proposal.line()).isEqualTo(3);
            assertThat(proposal.reason()).isNotBlank();
        });
    }

    @Test
    void deletionsComeBackToo() {
        Proposal proposed = read(DraftBook.EMPTY, "campaign", CAMPAIGN.object(), "delete", "A", "", "", "");
        assertThat(proposed.action()).isEqualTo(Action.REMOVE);
        assertThat(proposed.standing()).isEqualTo(Standing.PROPOSED);
        DraftBook removed = DraftBook.EMPTY.with(Edits.remove(DraftBook.EMPTY, CAMPAIGN, "A"), Sample.NOW, "");
        assertThat(read(removed, "campaign", CAMPAIGN.object(), "delete", "A", "", "", "").standing())
                .isEqualTo(Standing.OWN);
        DraftBook edited = DraftBook.EMPTY.with(Edits.set(DraftBook.EMPTY, CAMPAIGN, "A", Map.of("name", "A"),
                Map.of("name", "B")), Sample.NOW, "");
        assertThat(read(edited, "campaign", CAMPAIGN.object(), "delete", "A", "", "", "").standing())
                .isEqualTo(Standing.CONFLICT);
    }

    @Test
    void whatAnotherDeskMadeIsNewHereThoughItsKeyIsTaken() {
        DraftKey mine = DraftKey.fresh(CAMPAIGN.account(), Level.CAMPAIGN, 5);
        DraftBook book = DraftBook.EMPTY.with(Edits.add(mine, "Mine", Map.of("name", "Mine")), Sample.NOW, "");
        Proposal own = read(book, "campaign", "new-5", "create", "Mine", "name", "", "Mine");
        assertThat(own.standing()).isEqualTo(Standing.OWN);
        assertThat(own.action()).isEqualTo(Action.CHANGE);
        Proposal foreign = read(book, "campaign", "new-5", "create", "Theirs", "name", "", "Theirs");
        assertThat(foreign.standing()).isEqualTo(Standing.PROPOSED);
        assertThat(foreign.action()).isEqualTo(Action.ADD);
        assertThat(read(book, "campaign", "new-6", "change", "Theirs", "name", "", "Theirs").standing())
                .as("a change of something that is nowhere").isEqualTo(Standing.UNREADABLE);
    }

    @Test
    void anApproverRejectsRowByRowAndTheOwnDraftIsTakenBack() {
        DraftKey fresh = DraftKey.fresh(CAMPAIGN.account(), Level.CAMPAIGN, 5);
        DraftBook book = Sample.add(Sample.set(Sample.set(DraftBook.EMPTY, CAMPAIGN, Fields.DAILY, "12000"), CAMPAIGN,
                Fields.NAME, "Better"), fresh, Map.of(Fields.NAME, "Mine", Fields.OBJECTIVE, "OUTCOME_SALES"));
        List<List<String>> out = new ArrayList<>(List.of(HEAD));
        DraftSheet.rows(Sample.account(Sample.EUR), book.drafts()).forEach(row -> {
            boolean no = row.contains(Fields.DAILY) || row.contains("create") && row.contains(Fields.NAME);
            List<String> decided = new ArrayList<>(row);
            decided.set(HEAD.indexOf("decision"), no ? "rejected" : "Accepted");
            out.add(decided);
        });
        List<Proposal> back = SheetImport.read(Sample.desk(book), out).proposals();
        assertThat(back).filteredOn(one -> one.reason().startsWith("Rejected. Accept that")).hasSize(2)
                .allMatch(one -> one.standing() == Standing.CONFLICT);
        assertThat(back).filteredOn(one -> one.action() == Action.REMOVE).singleElement()
                .satisfies(one -> assertThat(one.key()).isEqualTo(fresh));
        assertThat(back).filteredOn(one -> one.field().equals(Fields.DAILY)).singleElement().satisfies(one -> {
            DraftBook after = Sample.set(book, CAMPAIGN, Fields.DAILY, one.proposed());
            assertThat(after.find(CAMPAIGN).orElseThrow().cells()).as("the draft of that field is gone")
                    .containsOnlyKeys(Fields.NAME);
        });
        List<Proposal> elsewhere = SheetImport.read(Sample.desk(DraftBook.EMPTY), out).proposals();
        assertThat(elsewhere).filteredOn(one -> one.reason().equals("Rejected, and not drafted here")).hasSize(2);
        assertThat(elsewhere).as("what was rejected is not made").noneMatch(one -> one.fresh() != null);
        assertThat(elsewhere).filteredOn(one -> one.standing() == Standing.PROPOSED).singleElement()
                .satisfies(one -> assertThat(one.field()).isEqualTo(Fields.NAME));
        assertThat(read(book, "campaign", CAMPAIGN.object(), "change", "A", "name", "", "B", "perhaps"))
                .satisfies(one -> {
                    assertThat(one.column()).isEqualTo("decision");
                    assertThat(one.reason()).contains("Write accepted or rejected");
                });
    }
}
