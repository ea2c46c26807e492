package com.bizosaas.adsdesk.draft;

import static com.bizosaas.adsdesk.draft.Sample.NOW;
import static com.bizosaas.adsdesk.draft.Sample.WHO;
import static com.bizosaas.adsdesk.draft.Sample.adKey;
import static com.bizosaas.adsdesk.draft.Sample.adSetKey;
import static com.bizosaas.adsdesk.draft.Sample.campaignKey;
import static com.bizosaas.adsdesk.draft.Sample.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DraftBookTest {

    @Test
    void aValueThatIsThereAlreadyIsNoDraft() {
        DraftBook book = set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "12000");

        assertThat(book.find(campaignKey("11")).orElseThrow().cells().get(Fields.DAILY))
                .isEqualTo(Cell.of("10000", "12000"));
        assertThat(set(book, campaignKey("11"), Fields.DAILY, "10000").isEmpty()).isTrue();
    }

    @Test
    void undoesAndRedoesAnyNumberOfRandomEdits() {
        Random random = new Random(7);
        List<DraftBook> books = new ArrayList<>(List.of(DraftBook.EMPTY));
        List<List<Change>> steps = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            DraftBook now = books.getLast();
            List<Change> step = randomEdit(now, random, i);
            steps.add(step);
            books.add(now.with(step, NOW, WHO));
        }
        DraftBook at = books.getLast();
        for (int i = steps.size() - 1; i >= 0; i--) {
            at = at.without(steps.get(i), NOW, WHO);
            assertThat(cells(at)).as("undo " + i).isEqualTo(cells(books.get(i)));
        }
        for (int i = 0; i < steps.size(); i++) {
            at = at.with(steps.get(i), NOW, WHO);
        }
        assertThat(cells(at)).isEqualTo(cells(books.getLast()));
    }

    private static List<Change> randomEdit(DraftBook book, Random random, int number) {
        DraftKey key = random.nextBoolean()
                ? campaignKey("1" + (1 + random.nextInt(2)))
                : adSetKey("2" + (1 + random.nextInt(3)));
        return switch (random.nextInt(6)) {
            case 0 -> Edits.add(DraftKey.fresh(Sample.ID, Level.CAMPAIGN, number + 1), "New " + number,
                    Map.of("name", "New " + number));
            case 1 -> Edits.remove(book, key, "gone");
            case 2 -> Edits.discard(book, key);
            default -> Edits.set(book, key, "Item", Map.of(Fields.NAME, "Item", Fields.DAILY, "100"),
                    Map.of(random.nextBoolean() ? Fields.NAME : Fields.DAILY,
                            Integer.toString(random.nextInt(5) * 100)));
        };
    }

    private static List<String> cells(DraftBook book) {
        return book.drafts().stream().map(draft -> draft.key() + " " + draft.action() + " "
                + new java.util.TreeMap<>(draft.cells())).toList();
    }

    @Test
    void aDiscardedNewCampaignTakesItsDraftedChildrenAlong() {
        DraftKey campaign = DraftKey.fresh(Sample.ID, Level.CAMPAIGN, 1);
        DraftKey adSet = DraftKey.fresh(Sample.ID, Level.AD_SET, 2);
        DraftKey ad = DraftKey.fresh(Sample.ID, Level.AD, 3);
        DraftBook book = Sample.add(DraftBook.EMPTY, campaign, Map.of("name", "C"));
        book = Sample.add(book, adSet, Map.of("name", "S", Fields.CAMPAIGN, campaign.object()));
        book = Sample.add(book, ad, Map.of("name", "A", Fields.AD_SET, adSet.object()));

        assertThat(book.drafts()).extracting(draft -> draft.action().mark()).containsExactly("+", "+", "+");
        assertThat(book.with(Edits.remove(book, campaign, "C"), NOW, WHO).isEmpty()).isTrue();
    }

    @Test
    void aReadingFindsConflictsAndForgetsWhatWentBack() {
        DraftBook book = set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "12000");
        DraftBook changed = observed(book, "11500");

        assertThat(Conflict.in(changed)).singleElement().satisfies(conflict -> {
            assertThat(conflict.base()).isEqualTo("10000");
            assertThat(conflict.theirs()).isEqualTo("11500");
            assertThat(conflict.mine()).isEqualTo("12000");
        });
        assertThat(Conflict.in(observed(changed, "10000"))).isEmpty();
        Cell same = observed(changed, "12000").find(campaignKey("11")).orElseThrow().cells().get(Fields.DAILY);
        assertThat(same.conflicts()).as("somebody made the same change").isFalse();
    }

    @Test
    void aConflictIsKeptTakenOrTypedOver() {
        DraftBook book = observed(set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "12000"), "11500");
        Draft draft = book.find(campaignKey("11")).orElseThrow();

        DraftBook kept = book.with(List.of(Conflict.decided(draft, Fields.DAILY, Conflict.Decision.KEEP)), NOW, WHO);
        assertThat(kept.find(campaignKey("11")).orElseThrow().cells().get(Fields.DAILY))
                .isEqualTo(Cell.of("11500", "12000"));
        DraftBook taken = book.with(List.of(Conflict.decided(draft, Fields.DAILY, Conflict.Decision.TAKE)), NOW, WHO);
        assertThat(taken.isEmpty()).isTrue();
        assertThat(
                set(book, campaignKey("11"), Fields.DAILY, "13000").find(campaignKey("11")).orElseThrow().conflicts())
                .as("typing another value decides nothing by itself").isTrue();
    }

    private static DraftBook observed(DraftBook book, String daily) {
        Draft draft = book.find(campaignKey("11")).orElseThrow();
        return book.with(Edits.observe(draft, Map.of(Fields.DAILY, daily)), NOW, WHO);
    }

    @Test
    void whatWasEditedWhileItWasPublishedStaysADraft() {
        DraftBook book = set(set(DraftBook.EMPTY, campaignKey("11"), Fields.DAILY, "12000"), campaignKey("11"), "name",
                "Edited meanwhile");
        DraftBook left = book.published(campaignKey("11"), Map.of(Fields.DAILY, "11000"), null);

        assertThat(left.find(campaignKey("11")).orElseThrow().cells())
                .containsEntry(Fields.DAILY, Cell.of("11000", "12000"))
                .containsEntry("name", Cell.of("Campaign 11", "Edited meanwhile"));
        assertThat(book.published(campaignKey("11"), Map.of(Fields.DAILY, "12000", "name", "Edited meanwhile"), null)
                .isEmpty()).isTrue();
    }

    @Test
    void aNewObjectGoesOnUnderItsId() {
        DraftKey fresh = DraftKey.fresh(Sample.ID, Level.CAMPAIGN, 1);
        DraftBook book = Sample.add(DraftBook.EMPTY, fresh, Map.of("name", "Later", "objective", "OUTCOME_SALES"));
        DraftBook left = book.published(fresh, Map.of("name", "First", "objective", "OUTCOME_SALES"),
                new GraphId("99"));

        assertThat(left.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.key()).isEqualTo(campaignKey("99"));
            assertThat(draft.action()).isEqualTo(Draft.Action.CHANGE);
            assertThat(draft.cells()).containsExactly(Map.entry("name", Cell.of("First", "Later")));
        });
    }

    @Test
    void refusesWhatCannotBeAValueAndNamesTheField() {
        assertThat(Edits.misread(campaignKey("11"), Map.of(Fields.DAILY, "12.50"))).get()
                .extracting(Edits.Misread::label).isEqualTo("Daily budget");
        assertThat(Edits.misread(adSetKey("21"), Map.of("promoted_object", "{}"))).get()
                .extracting(Edits.Misread::remedy).asString().contains("Duplicate");
        assertThat(Edits.misread(adKey("31"), Map.of("colour", "red"))).isPresent();
        assertThat(Edits.misread(adSetKey("21"), Map.of("end_time", "2026-12-01T08:00:00+01:00", "targeting", "{}")))
                .isEmpty();
    }

    @Test
    void valuesThatMeanTheSameAreTheSame() {
        assertThat(FieldValues.same(Fields.of(Level.CAMPAIGN, Fields.DAILY), "", "0")).isTrue();
        assertThat(FieldValues.same(Fields.of(Level.CAMPAIGN, "special_ad_categories"), "[]", "[\"NONE\"]")).isTrue();
        assertThat(FieldValues.same(Fields.of(Level.AD_SET, "end_time"), "2026-12-01T08:00:00+0100",
                "2026-12-01T07:00:00Z")).isTrue();
        assertThat(FieldValues.same(Fields.of(Level.AD, Fields.CREATIVE), "{\"creative_id\":\"5\"}", "{\"id\":\"5\"}"))
                .isTrue();
        assertThat(FieldValues.same(Fields.of(Level.AD_SET, Fields.TARGETING),
                "{\"geo_locations\":{\"countries\":[\"DE\",\"AT\"]},\"age_min\":25}",
                "{\"age_min\":25,\"geo_locations\":{\"countries\":[\"AT\",\"DE\"],\"location_types\":[\"home\"]}}"))
                .isTrue();
        assertThat(FieldValues.same(Fields.of(Level.AD_SET, Fields.TARGETING), "{\"age_min\":25}", "{\"age_min\":26}"))
                .isFalse();
    }
}
