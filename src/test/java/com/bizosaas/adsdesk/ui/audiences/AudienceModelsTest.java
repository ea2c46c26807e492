package com.bizosaas.adsdesk.ui.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.draft.AudienceRuleWords;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.ui.common.Formats;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceModelsTest {

    private final AudienceText text = new AudienceText(new Formats(Locale.UK), Locale.UK);

    @Test
    void hangsLookalikesUnderTheirSource() {
        List<AudienceRow> tree = AudienceTree.of(List.of(lookalike("3", "Zebra", "1"), website("1", "Buyers"),
                lookalike("2", "Alike", "1"), lookalike("4", "Stranger", "99")), Locale.UK);
        assertThat(tree).extracting(row -> row.audience().name()).containsExactly("Buyers", "Stranger");
        assertThat(tree.getFirst().children()).extracting(row -> row.audience().name()).containsExactly("Alike",
                "Zebra");
        assertThat(tree.getFirst().children().getFirst().source().name()).isEqualTo("Buyers");
    }

    @Test
    void showsEveryAudienceOnceEvenInARing() {
        List<AudienceRow> tree = AudienceTree.of(List.of(lookalike("1", "A", "2"), lookalike("2", "B", "1")),
                Locale.UK);
        assertThat(AudienceTree.flat(tree)).hasSize(2);
    }

    @Test
    void keepsTheSourceOfALookalikeThatMatches() {
        List<AudienceRow> tree = AudienceTree.of(
                List.of(website("1", "Buyers"), lookalike("2", "Alike", "1"), website("3", "Visitors")), Locale.UK);
        List<AudienceRow> found = AudienceTree.filter(tree, row -> row.type() == AudienceType.LOOKALIKE);
        assertThat(found).extracting(row -> row.audience().name()).containsExactly("Buyers");
        assertThat(found.getFirst().children()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', textBlock = """
            41200   | 48500   | 41,200–48,500
            500     | 1000    | under 1,000
            0       | 0       | under 1,000
            1020000 | 1110000 | 1.02–1.11 M
            980000  | 1110000 | 980,000–1,110,000
            -1      | -1      | —
            null    | null    | —
            """)
    void writesSizesAsRanges(Long lower, Long upper, String expected) {
        assertThat(text.size(sized(lower, upper))).isEqualTo(expected);
    }

    @Test
    void saysHowLongPeopleStay() {
        assertThat(text.keeps(website("1", "Buyers"))).isEqualTo("180 d");
        assertThat(text.keeps(lookalike("1", "Alike", "2"))).isEqualTo("—");
        assertThat(text.keeps(new CustomAudience(new GraphId("1"), "List", "CUSTOM", "", null, null, 200, "", 200, "",
                null, null, null, null, null, null))).isEqualTo("no limit");
    }

    @Test
    void putsRulesIntoWords() {
        assertThat(AudienceRuleWords.of(rule("Purchase", ""))).isEqualTo("Purchase event, last 180 days");
        assertThat(AudienceRuleWords.of(rule("AddToCart", "/shop")))
                .isEqualTo("AddToCart event and address contains “/shop”, last 180 days");
        assertThat(AudienceRuleWords.of("""
                {"inclusions":{"operator":"or","rules":[{"retention_seconds":2592000,"filter":{"operator":"and",
                "filters":[{"field":"event","operator":"eq","value":"ViewContent"}]}}]},"exclusions":{"operator":"or",
                "rules":[{"retention_seconds":2592000,"filter":{"operator":"and","filters":[{"field":"event",
                "operator":"eq","value":"Purchase"}]}}]}}"""))
                .isEqualTo("ViewContent event, last 30 days; but not: Purchase event, last 30 days");
        assertThat(AudienceRuleWords.of("{nonsense")).contains("only Ads Manager");
        assertThat(AudienceRuleWords.of("{}")).contains("only Ads Manager");
    }

    @Test
    void refusesALookalikeThatExists() {
        CustomAudience seed = website("1", "Buyers");
        LookalikeDraft draft = new LookalikeDraft("New", seed, "DE", 1);
        assertThat(draft.problem(List.of(seed))).isEmpty();
        assertThat(draft.problem(List.of(seed, lookalike("2", "Alike", "1")))).get().asString().contains("“Alike”");
        assertThat(new LookalikeDraft("New", seed, "DE", 2).problem(List.of(lookalike("2", "Alike", "1")))).isEmpty();
        assertThat(new LookalikeDraft("New", seed, "AT", 1).problem(List.of(lookalike("2", "Alike", "1")))).isEmpty();
    }

    @Test
    void tellsWhatALookalikeStillNeeds() {
        CustomAudience seed = website("1", "Buyers");
        assertThat(new LookalikeDraft("N", null, "DE", 1).problem(List.of())).isPresent();
        assertThat(new LookalikeDraft("N", seed, "", 1).problem(List.of())).isPresent();
        assertThat(new LookalikeDraft("N", seed, "DE", 21).problem(List.of())).isPresent();
        assertThat(new LookalikeDraft(" ", seed, "DE", 1).problem(List.of())).isPresent();
        assertThat(LookalikeDraft.canSeed(seed)).isTrue();
        assertThat(LookalikeDraft.canSeed(lookalike("2", "Alike", "1"))).isFalse();
    }

    @Test
    void tellsWhatAWebsiteAudienceStillNeeds() {
        var pixel = new com.bizosaas.adsdesk.service.AudienceService.Pixel(new GraphId("5"), "Shop");
        assertThat(new WebsiteDraft("N", null, "", "", 30).problem(List.of())).isPresent();
        assertThat(new WebsiteDraft("N", pixel, "", "", 0).problem(List.of())).isPresent();
        assertThat(new WebsiteDraft("N", pixel, "", "", 181).problem(List.of())).isPresent();
        assertThat(new WebsiteDraft("buyers", pixel, "", "", 30).problem(List.of(website("1", "Buyers"))))
                .isPresent();
        assertThat(new WebsiteDraft("N", pixel, "", "", 180).problem(List.of())).isEmpty();
    }

    private static String rule(String event, String url) {
        String condition = url.isEmpty()
                ? ""
                : ",{\"field\":\"url\",\"operator\":\"i_contains\",\"value\":\"" + url + "\"}";
        return "{\"inclusions\":{\"operator\":\"or\",\"rules\":[{\"event_sources\":[{\"id\":\"5\",\"type\":\"pixel\"}],"
                + "\"retention_seconds\":15552000,\"filter\":{\"operator\":\"and\",\"filters\":[{\"field\":\"event\","
                + "\"operator\":\"eq\",\"value\":\"" + event + "\"}" + condition + "]}}]}}";
    }

    private static CustomAudience sized(Long lower, Long upper) {
        return new CustomAudience(new GraphId("1"), "A", "WEBSITE", "", lower, upper, 200, "", 200, "", 180, null,
                null, null, null, null);
    }

    static CustomAudience website(String id, String name) {
        return new CustomAudience(new GraphId(id), name, "WEBSITE", "", 41_200L, 48_500L, 200, "Normal", 200, "", 180,
                null, null, null, null, null);
    }

    static CustomAudience lookalike(String id, String name, String origin) {
        return new CustomAudience(new GraphId(id), name, "LOOKALIKE", "", 1_020_000L, 1_110_000L, 200, "Normal", 200,
                "", null, null, null, null,
                new CustomAudience.Lookalike(new GraphId(origin), 0.01, List.of("DE")), null);
    }
}
