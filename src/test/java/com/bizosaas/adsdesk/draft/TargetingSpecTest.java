package com.bizosaas.adsdesk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.People;
import com.bizosaas.adsdesk.domain.targeting.Pin;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.Radius;
import com.bizosaas.adsdesk.draft.TargetingSpec.Gender;
import com.bizosaas.adsdesk.draft.TargetingSpec.Spot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TargetingSpecTest {

    /// An ad set's targeting as Facebook reads it out: with derived keys, and with keys that no pane has.
    private static final String READ = """
            {"geo_locations":{"countries":["DE"],"cities":[{"key":"547891","name":"Hamburg","region":"Hamburg",
            "region_id":"1032","country":"DE","radius":25,"distance_unit":"kilometer","primary_city_id":7}],
            "location_cluster_ids":[{"key":"9"}],"location_types":["home","recent"]},
            "age_min":25,"age_max":54,"genders":[2],"locales":[5],
            "flexible_spec":[{"interests":[{"id":"6003139266461","name":"Cycling","topic":"x"}],"education_statuses":[3]},
            {"life_events":[{"id":"6003053984972","name":"New job"}]}],
            "exclusions":{"interests":[{"id":"1","name":"Old"}]},
            "custom_audiences":[{"id":"501","name":"Buyers","extra":true}],
            "publisher_platforms":["facebook","instagram"],"facebook_positions":["feed","a_new_one"],
            "device_platforms":["mobile"],"user_os":["iOS"],"wireless_carrier":["Wifi"],
            "targeting_relaxation_types":{"lookalike":0},"brand_safety_content_filter_levels":["AN_STANDARD"],
            "targeting_automation":{"advantage_audience":0,"individual_setting":{"age":1}},
            "effective_publisher_platforms":["facebook"],"targeting_optimization":"none"}""";

    private static final Place AUSTRIA = new Place(Place.Kind.COUNTRY, "AT", "Austria", "", "AT");
    private static final Place ZURICH = new Place(Place.Kind.CITY, "297657", "Zürich", "Zurich", "CH");
    private static final Detail HIKING = new Detail("interests", "6001", "Hiking", People.of(1, 2), List.of());

    private static JsonNode tree(TargetingSpec spec) {
        return Trees.read(spec.json());
    }

    @Test
    void leavesOutWhatAReadAddsAndKeepsEverythingElse() {
        JsonNode kept = tree(TargetingSpec.of(READ));
        JsonNode read = Trees.read(READ);
        List<String> derived = List.of("effective_publisher_platforms", "targeting_optimization");
        for (String key : read.propertyNames()) {
            if (derived.contains(key)) {
                assertThat(kept.has(key)).as(key).isFalse();
            } else if (!key.equals("geo_locations")) {
                assertThat(kept.get(key)).as(key).isEqualTo(read.get(key));
            }
        }
        assertThat(kept.path("geo_locations").has("location_types")).isFalse();
        assertThat(kept.path("geo_locations").path("cities")).isEqualTo(read.path("geo_locations").path("cities"));
        assertThat(kept.path("geo_locations").has("location_cluster_ids")).isTrue();
    }

    static Stream<UnaryOperator<TargetingSpec>> changes() {
        return Stream.of(spec -> spec.with(AUSTRIA, false).without(spot(spec.with(AUSTRIA, false), "AT"), false),
                spec -> spec.with(ZURICH, true).without(spot(spec.with(ZURICH, true), true, "297657"), true),
                spec -> spec.ages(18, 65).ages(25, 54), spec -> spec.gender(Gender.MEN).gender(Gender.WOMEN),
                spec -> spec.languages(Set.of()).languages(List.of(5)),
                spec -> spec.with(HIKING, 2).without(new TargetingSpec.Entry("interests", "6001", "Hiking"), 2),
                spec -> spec.withAudience("7", "New", true).withoutAudience("7", true),
                spec -> spec.placed(Placement.ALL.getFirst(), false).placed(Placement.ALL.getFirst(), true),
                spec -> spec.devices(Set.of("desktop")).devices(Set.of("mobile")),
                spec -> spec.advantage(true).advantage(false));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeThatIsTakenBackLeavesEverythingAsItWas(UnaryOperator<TargetingSpec> thereAndBack) {
        TargetingSpec before = TargetingSpec.of(READ);
        TargetingSpec after = thereAndBack.apply(before);
        assertThat(FieldValues.same(Fields.of(com.bizosaas.adsdesk.domain.Level.AD_SET, Fields.TARGETING),
                before.json(), after.json())).as("%s", after).isTrue();
        assertThat(tree(after).path("facebook_positions").valueStream().map(JsonNode::asString))
                .contains("a_new_one");
    }

    private static Spot spot(TargetingSpec spec, String key) {
        return spot(spec, false, key);
    }

    private static Spot spot(TargetingSpec spec, boolean excluded, String key) {
        return spec.places(excluded).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void tellsPlacesOfEveryKindInWords() {
        TargetingSpec spec = TargetingSpec.of("").with(AUSTRIA, false).with(ZURICH, false)
                .with(new Place(Place.Kind.POSTCODE, "DE:20095", "20095", "Hamburg", "DE"), false)
                .with(Pin.parse("52.52, 13.405 +10 km").orElseThrow(), false)
                .with(new Place(Place.Kind.COUNTRY_GROUP, "eea", "European Economic Area", "", ""), true);
        assertThat(spec.places(false)).extracting(Spot::name, Spot::words).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Austria", "whole country"),
                org.assertj.core.groups.Tuple.tuple("Zürich", "+40 km"),
                org.assertj.core.groups.Tuple.tuple("20095", "postcode"),
                org.assertj.core.groups.Tuple.tuple("52.52, 13.405", "+10 km"));
        assertThat(tree(spec).path("geo_locations").path("custom_locations").path(0).toString())
                .isEqualTo("{\"latitude\":52.52,\"longitude\":13.405,\"radius\":10,\"distance_unit\":\"kilometer\"}");
        assertThat(spec.places(true)).extracting(Spot::key).containsExactly("eea");
    }

    @Test
    void aPlaceIsOnOneSideOnly() {
        TargetingSpec in = TargetingSpec.of("").with(ZURICH, false);
        TargetingSpec out = in.with(ZURICH, true);
        assertThat(out.places(false)).isEmpty();
        assertThat(tree(out).has("geo_locations")).isFalse();
        TargetingSpec wide = in.withRadius(spot(in, "297657"), false, new Radius(BigDecimal.valueOf(60), false));
        TargetingSpec moved = wide.moved(spot(wide, "297657"), false);
        assertThat(moved.places(true)).extracting(Spot::words).containsExactly("+60 km");
        assertThat(moved.places(false)).isEmpty();
        assertThat(moved.withAudience("1", "A", false).withAudience("1", "A", true).audiences(false)).isEmpty();
    }

    @Test
    void withAdvantageAgesAreASuggestionAndTheMinimumStays() {
        TargetingSpec on = TargetingSpec.of("").ages(30, 54).advantage(true);
        assertThat(on.json()).contains("\"advantage_audience\":1", "\"age_min\":25", "\"age_range\":[30,54]")
                .doesNotContain("age_max");
        assertThat(on.ageMin()).isEqualTo(30);
        assertThat(on.minimum(21).minimum()).isEqualTo(21);
        assertThat(on.advantage(false).json()).contains("\"age_min\":30", "\"age_max\":54", "\"advantage_audience\":0")
                .doesNotContain("age_range");
        assertThat(Targeting.of(on.with(AUSTRIA, false).json()).gaps(List.of())).isEmpty();
        assertThat(TargetingSpec.of("{}").advantage()).isEqualTo(-1);
        assertThat(TargetingSpec.of("").advantage()).isZero();
    }

    @Test
    void choosesPlacementsPlatformByPlatform() {
        TargetingSpec all = TargetingSpec.of("").with(AUSTRIA, false).byHand();
        assertThat(Targeting.of(all.json()).gaps(List.of())).isEmpty();
        assertThat(Placement.ALL.stream().filter(one -> !all.has(one)).map(Placement::value))
                .containsExactly("sponsored_messages");
        TargetingSpec feeds = all;
        for (Placement one : Placement.ALL) {
            feeds = feeds.placed(one, one.value().equals("feed"));
        }
        assertThat(feeds.json()).contains("\"publisher_platforms\":[\"facebook\"]", "\"facebook_positions\":[\"feed\"]")
                .doesNotContain("instagram");
        TargetingSpec none = feeds.placed(Placement.ALL.getFirst(), false);
        assertThat(none.automatic()).isFalse();
        assertThat(none.placementGap()).startsWith("No placement is chosen");
        assertThat(none.automatically().automatic()).isTrue();
        TargetingSpec platform = TargetingSpec.of("{\"publisher_platforms\":[\"instagram\"]}");
        assertThat(Placement.ALL.stream().filter(platform::has).map(Placement::platform).distinct())
                .containsExactly(Placement.Platform.INSTAGRAM);
    }

    @Test
    void placementsThatDoNotStandAloneAreTold() {
        assertThat(TargetingSpec.of("{\"publisher_platforms\":[\"messenger\"]}").placementGap())
                .startsWith("Messenger does not stand alone");
        assertThat(TargetingSpec.of("{\"publisher_platforms\":[\"audience_network\",\"instagram\"]}").placementGap())
                .startsWith("The Audience Network does not stand alone");
        assertThat(TargetingSpec.of("{\"publisher_platforms\":[\"threads\",\"facebook\"]}").placementGap())
                .startsWith("Threads does not stand alone");
        assertThat(TargetingSpec.of("{\"publisher_platforms\":[\"threads\",\"instagram\"]}").placementGap()).isEmpty();
    }

    @Test
    void aSpecialCategoryWidensWhatItForbids() {
        List<String> housing = List.of("HOUSING");
        TargetingSpec narrow = TargetingSpec.of(READ.replaceFirst("\"exclusions\":\\{.*},", ""))
                .with(new Place(Place.Kind.POSTCODE, "DE:20095", "20095", "",
                        "DE"), false)
                .with(Pin.parse("53.5, 10 +5 km").orElseThrow(), false);
        assertThat(Targeting.of(narrow.json()).gaps(housing))
                .anyMatch(gap -> gap.contains("no age, gender or postcode"))
                .anyMatch(
                        gap -> gap.contains("The radius around a pin is 25 to 80 kilometres in a special ad category"));
        TargetingSpec wide = narrow.unrestricted();
        assertThat(Targeting.of(wide.json()).gaps(housing)).isEmpty();
        assertThat(wide.places(false)).extracting(Spot::words).containsExactly("whole country", "+25 km",
                "location cluster ids", "+25 km");
        assertThat(wide.groups()).isEqualTo(narrow.groups());
        assertThat(Targeting.of(narrow.json()).gaps(List.of("NONE"))).isEmpty();
    }

    @Test
    void readsPinsAndRefusesWhatIsNoPointOnEarth() {
        assertThat(Pin.parse("52.52,13.405")).map(Pin::at).contains("52.52, 13.405");
        assertThat(Pin.parse("-33.9, 151.2 +10 mi").orElseThrow().radius().words()).isEqualTo("+10 mi");
        assertThat(Pin.parse("91, 10")).isEmpty();
        assertThat(Pin.parse("20095, 22")).isEmpty();
        assertThat(Pin.parse("Hamburg")).isEmpty();
    }

    @Test
    void radiiHaveTheLimitsOfTheChapter() {
        assertThat(new Radius(BigDecimal.valueOf(17), false).problem(false, false)).isEmpty();
        assertThat(new Radius(BigDecimal.valueOf(16), false).problem(false, false)).contains(
                "The radius around a city is 17 to 80 kilometres");
        assertThat(new Radius(BigDecimal.valueOf(51), true).problem(false, false)).isPresent();
        assertThat(new Radius(new BigDecimal("0.63"), true).problem(true, false)).isEmpty();
        assertThat(new Radius(new BigDecimal("0.62"), true).problem(true, false)).isPresent();
        assertThat(new Radius(BigDecimal.valueOf(40), false).converted().words()).isEqualTo("+25 mi");
        assertThat(Radius.usual("US", false).words()).isEqualTo("+25 mi");
    }

    @Test
    void aTextThatIsNoObjectIsANewTargeting() {
        for (String text : List.of("", "[]", "nonsense", "null")) {
            assertThat(TargetingSpec.of(text).json())
                    .isEqualTo("{\"targeting_automation\":{\"advantage_audience\":0},\"age_min\":18,\"age_max\":65}");
        }
    }
}
