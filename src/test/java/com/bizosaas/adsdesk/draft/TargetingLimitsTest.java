package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.draft.Finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The limits of one targeting, from graph-api chapter 07, as a table: what is just allowed, and what is one too many.
class TargetingLimitsTest {

    private static final DraftKey AD_SET = DraftKey.fresh(Sample.ID, Level.AD_SET, 2);
    private static final String ADVANTAGE = "\"targeting_automation\":{\"advantage_audience\":0}";

    private static List<Finding> findings(String targeting, Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("name", "DE", Fields.CAMPAIGN, "12", "status", "PAUSED",
                Fields.DAILY, "2500", "optimization_goal", "LINK_CLICKS", "billing_event", "IMPRESSIONS",
                Fields.TARGETING, targeting, "dsa_beneficiary", "Shop", "dsa_payor", "Shop"));
        values.putAll(more);
        return Sample.check(Sample.add(DraftBook.EMPTY, AD_SET, values), Rules.NONE);
    }

    private static List<String> red(String targeting) {
        return findings(targeting, Map.of()).stream().filter(one -> one.severity() == Severity.RED).peek(one -> {
            assertThat(one.field()).isEqualTo(Fields.TARGETING);
            assertThat(one.fix()).isNotBlank();
        }).map(Finding::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"regions,200", "cities,250", "zips,50000", "places,200", "custom_locations,200", "geo_markets,2500"})
    void placesOfEachKindAreCounted(String kind, int most) {
        assertThat(red(places("geo_locations", kind, most))).isEmpty();
        assertThat(red(places("geo_locations", kind, most + 1))).containsExactly("targeting.many");
        assertThat(red(places("excluded_geo_locations", kind, most + 1))).contains("targeting.many");
    }

    private static String places(String side, String kind, int count) {
        String one = kind.equals("custom_locations")
                ? "{\"latitude\":52.5,\"longitude\":13.4,\"radius\":5,\"distance_unit\":\"kilometer\"}"
                : "{\"key\":\"1\",\"name\":\"X\"}";
        String list = IntStream.range(0, count).mapToObj(_ -> one).collect(Collectors.joining(","));
        String country = side.equals("geo_locations") ? "" : "\"geo_locations\":{\"countries\":[\"US\"]},";
        return "{" + country + "\"" + side + "\":{\"" + kind + "\":[" + list + "]}," + ADVANTAGE + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"US | 18 | \"flexible_spec\":[{\"interests\":[{\"id\":\"6\"}]}] |",
            "US | 17 | \"flexible_spec\":[{\"interests\":[{\"id\":\"6\"}]}] | targeting.minors",
            "US | 13 | \"genders\":[2] | targeting.minors", "US | 13 | \"age_max\":17 |",
            "TH | 19 | \"genders\":[1] | targeting.minors", "TH | 20 | \"genders\":[1] |",
            "ID | 20 | \"locales\":[5] | targeting.minors", "ID | 21 | \"locales\":[5] |",
            "US | 12 | \"age_max\":30 | targeting.age", "US | 18 | \"age_max\":66 | targeting.age",
            "US | 40 | \"age_max\":30 | targeting.age",
            "US | 18 | \"exclusions\":{\"interests\":[{\"id\":\"6\"}]} | targeting.exclusions"})
    void agesAndWhatIsGone(String country, int youngest, String more, String code) {
        String targeting = "{\"geo_locations\":{\"countries\":[\"" + country + "\"]},\"age_min\":" + youngest + ","
                + more
                + "," + ADVANTAGE + "}";
        assertThat(red(targeting)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"home;recent,", "recent;home,", "home,targeting.there", "travel_in,targeting.there"})
    void whetherPeopleLiveThereIsNoChoice(String types, String code) {
        String list = "[\"" + types.replace(";", "\",\"") + "\"]";
        assertThat(
                red("{\"geo_locations\":{\"countries\":[\"US\"],\"location_types\":" + list + "}," + ADVANTAGE + "}"))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"LINK_CLICKS,true", "REACH,false"})
    void aFrequencyCapNeedsReach(String goal, boolean wrong) {
        List<Finding> findings = findings("{\"geo_locations\":{\"countries\":[\"US\"]}," + ADVANTAGE + "}",
                Map.of("optimization_goal", goal, "frequency_control_specs",
                        "[{\"event\":\"IMPRESSIONS\",\"interval_days\":7,\"max_frequency\":2}]"));
        assertThat(findings.stream().anyMatch(one -> one.code().equals("goal.frequency"))).isEqualTo(wrong);
    }
}
