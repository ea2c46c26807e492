package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.draft.TargetingChange.Known;
import com.bizosaas.adsdesk.draft.TargetingChange.Operation;
import com.bizosaas.adsdesk.draft.TargetingChange.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Operations on one part of a targeting leave every other part, and every key that no pane has, as it was.
class TargetingChangeTest {

    private static final String HERE = """
            {"geo_locations":{"countries":["DE","AT"],"cities":[{"key":"547891","name":"Hamburg","region":"Hamburg",
            "country":"DE","radius":25,"distance_unit":"kilometer"}]},"excluded_geo_locations":{"countries":["LI"]},
            "age_min":25,"age_max":54,"flexible_spec":[{"interests":[{"id":"1","name":"Cycling"},{"id":"2",
            "name":"Mountain biking"}]},{"behaviors":[{"id":"9","name":"Engaged shoppers"}]}],
            "custom_audiences":[{"id":"501","name":"Buyers"}],"user_os":["iOS"],
            "targeting_automation":{"advantage_audience":0}}""";
    private static final String THERE = """
            {"geo_locations":{"countries":["US"]},"flexible_spec":[{"interests":[{"id":"3","name":"Running"}]}]}""";
    private static final Known KNOWN = Known.of(List.of(HERE, THERE), List.of(new CustomAudience(new GraphId("777"),
            "Visitors 30 d", "WEBSITE", "", null, null, 200, "", 200, "", null, null, null, null, null, null)));

    private static TargetingSpec after(Part part, Operation operation, String what, String with) {
        return TargetingSpec.of(TargetingChange.of(part, operation, what, with).apply(HERE, KNOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            PLACES        | ADD         | ch, France          | -          | Germany; Austria; Switzerland; France; Hamburg
            PLACES        | ADD         | DE                  | -          | Germany; Austria; Hamburg
            PLACES        | REMOVE      | austria, Hamburg    | -          | Germany
            PLACES        | FIND_REMOVE | AM                  | -          | Germany; Austria
            PLACES        | FIND_REMOVE | burg                | -          | Germany; Austria
            PLACES        | REPLACE     | AT                  | US, CH     | Germany; United States; Switzerland; Hamburg
            PLACES        | REPLACE     | NO                  | SE         | Germany; Austria; Hamburg
            PLACES        | REPLACE_ALL | NO                  | -          | Norway
            PLACES_OUT    | ADD         | MC                  | -          | Liechtenstein; Monaco
            PLACES_OUT    | REPLACE_ALL | SM                  | -          | San Marino
            AUDIENCES     | ADD         | visitors 30 D       | -          | Buyers; Visitors 30 d
            AUDIENCES     | REPLACE     | 501                 | 777        | Visitors 30 d
            AUDIENCES_OUT | ADD         | Visitors 30 d       | -          | Visitors 30 d
            AUDIENCES_OUT | REMOVE      | Buyers              | -          | ""
            """)
    void changesOneList(Part part, Operation operation, String what, String with, String expected) {
        TargetingSpec now = after(part, operation, what, with == null ? "" : with);
        List<String> names = switch (part) {
            case PLACES, PLACES_OUT -> now.places(part == Part.PLACES_OUT).stream().map(TargetingSpec.Spot::name)
                    .toList();
            default -> now.audiences(part == Part.AUDIENCES_OUT).stream().map(TargetingSpec.Entry::name).toList();
        };
        assertThat(String.join("; ", names)).isEqualTo(expected);
        assertThat(now.json()).contains("\"user_os\":[\"iOS\"]").contains("\"age_min\":25");
    }

    @Test
    void replacesADetailInTheGroupThatItWasIn() {
        TargetingSpec now = after(Part.DETAILS, Operation.REPLACE, "Engaged shoppers", "running");
        assertThat(now.groups()).hasSize(2);
        assertThat(now.groups().get(1)).extracting(TargetingSpec.Entry::name).containsExactly("Running");
        assertThat(after(Part.DETAILS, Operation.FIND_REMOVE, "cycl, bik", "").groups()).singleElement()
                .satisfies(group -> assertThat(group).extracting(TargetingSpec.Entry::name)
                        .containsExactly("Engaged shoppers"));
        assertThat(after(Part.DETAILS, Operation.ADD, "Running", "").groups().getFirst()).hasSize(3);
        assertThat(after(Part.DETAILS, Operation.REPLACE_ALL, "Running", "").groups()).singleElement()
                .satisfies(group -> assertThat(group).hasSize(1));
    }

    @Test
    void setsAgesAndGender() {
        TargetingSpec now = after(Part.AGES, Operation.ADD, "30–65+", "");
        assertThat(List.of(now.ageMin(), now.ageMax())).containsExactly(30, 65);
        assertThat(after(Part.GENDER, Operation.REPLACE_ALL, "Women", "").gender())
                .isEqualTo(TargetingSpec.Gender.WOMEN);
    }

    @Test
    void whatDoesNotChangeStaysTheSameText() {
        assertThat(TargetingChange.of(Part.PLACES, Operation.REMOVE, "PL", "").apply(HERE, KNOWN)).isSameAs(HERE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PLACES    | ADD         | ""      | ""  | Type what is meant, separated by commas.
            PLACES    | REPLACE     | DE      | ""  | Type what takes its place.
            AGES      | ADD         | young   | ""  | “young” are no ages. Write 25-54 or 18-65.
            AGES      | ADD         | 50-20   | ""  | Ages go from 13 to 65, the younger one first.
            GENDER    | ADD         | boys    | ""  | Type women, men or all.
            PLACES    | ADD         | Narnia  | ""  | “Narnia” is no country and no place that these ad sets have
            AUDIENCES | ADD         | Nobody  | ""  | “Nobody” is no audience of this account
            DETAILS   | ADD         | Chess   | ""  | “Chess” is in none of these targetings; add it in one ad set first
            """)
    void saysWhatIsWrong(Part part, Operation operation, String what, String with, String sentence) {
        assertThatThrownBy(() -> after(part, operation, what, with)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void namesWhatIsKnown() {
        assertThat(KNOWN.names(Part.DETAILS)).containsExactly("Cycling", "Engaged shoppers", "Mountain biking",
                "Running");
        assertThat(KNOWN.names(Part.AUDIENCES)).contains("Buyers", "Visitors 30 d");
        assertThat(KNOWN.names(Part.AGES)).isEmpty();
    }
}
