package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Draft.Action;
import com.bizosaas.adsdesk.draft.Proposal;
import com.bizosaas.adsdesk.draft.Proposal.Standing;
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
}
