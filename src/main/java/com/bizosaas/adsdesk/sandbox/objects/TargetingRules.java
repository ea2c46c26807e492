package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Schema;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a targeting specification must and must not hold when it is written (graph-api chapter 07).
final class TargetingRules {

    private static final Set<String> EU = Set.of("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR",
            "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");
    private static final Map<String, String> PLATFORMS = Map.of("facebook_positions", "facebook", "instagram_positions",
            "instagram", "messenger_positions", "messenger", "audience_network_positions", "audience_network",
            "threads_positions", "threads");
    private static final int OLDEST = 65;
    private static final int LONGEST_NAME = 512;
    private static final double SPECIAL_MILES = 15;
    private static final String TARGETING = "targeting";
    private static final String GEO = "geo_locations";
    private static final Set<String> SPECIAL = Set.of("HOUSING", "EMPLOYMENT", "CREDIT",
            "FINANCIAL_PRODUCTS_SERVICES");
    private static final Set<String> LISTS = Set.of("cities", "countries", "country_groups", "custom_locations",
            "electoral_districts", "geo_markets", "large_geo_areas", "location_cluster_ids", "location_types",
            "medium_geo_areas", "metro_areas", "neighborhoods", "places", "political_districts", "regions",
            "small_geo_areas", "subcities", "subneighborhoods", "zips");
    private static final Map<String, Integer> MOST = Map.of("regions", 200, "cities", 250, "zips", 50_000, "places",
            200, "custom_locations", 200, "geo_markets", 2_500);
    private static final Map<String, Integer> OF_AGE = Map.of("TH", 20, "ID", 21);
    private static final Set<String> BESIDE_AGE = Set.of("flexible_spec", "interests", "behaviors", "genders",
            "custom_audiences", "locales");
    private static final Set<String> DETAILS = Set.of("behaviors", "college_years", "connections", "custom_audiences",
            "education_majors", "education_schools", "education_statuses", "ethnic_affinity", "family_statuses",
            "friends_of_connections", "generation", "home_ownership", "home_type", "home_value",
            "household_composition", "income", "industries", "interested_in", "interests", "life_events", "moms",
            "net_worth", "office_type", "politics", "relationship_statuses", "user_adclusters", "work_employers",
            "work_positions");
    /// With what Facebook has taken away but drops without a word, or refuses by its own rule below.
    private static final Map<String, Set<String>> POSITIONS = Map.of("facebook_positions",
            Set.of("feed", "right_hand_column", "marketplace", "video_feeds", "story", "search", "instream_video",
                    "facebook_reels", "facebook_reels_overlay", "profile_feed", "notification"),
            "instagram_positions",
            Set.of("stream", "story", "explore", "explore_home", "reels", "profile_feed", "ig_search",
                    "profile_reels"),
            "messenger_positions", Set.of("messenger_home", "sponsored_messages", "story"),
            "audience_network_positions", Set.of("classic", "rewarded_video"), "threads_positions",
            Set.of("threads_stream"));

    private final Schema schema;

    TargetingRules(Schema schema) {
        this.schema = schema;
    }

    /// @throws GraphError for what Facebook refuses in an ad set, with the field to blame
    void check(ObjectNode targeting) {
        checkReach(targeting);
        checkAdvantage(targeting);
        if (!targeting.path("exclusions").isEmpty()) {
            throw GraphError.refused(2_446_394, "Detailed targeting exclusions are no longer available",
                    "Remove exclusions, or exclude a custom audience instead.", TARGETING, "exclusions");
        }
    }

    /// What any use of a specification is held to, an estimate too.
    ///
    /// @throws GraphError for what Facebook refuses, with the field to blame
    void checkReach(ObjectNode targeting) {
        for (Map.Entry<String, JsonNode> entry : targeting.properties()) {
            String key = entry.getKey();
            if (!schema.targetingKeys().contains(key) || key.startsWith("effective_")
                    || "targeting_optimization".equals(
                            key)) {
                throw GraphError.refused(0, "Invalid targeting", "The targeting key " + key + " can't be written.",
                        TARGETING, key);
            }
        }
        checkLocation(targeting);
        checkAges(targeting);
        checkDetails(targeting);
        checkPlacements(targeting);
    }

    /// Ad sets of campaigns for housing, employment and financial products reach everybody in whole places.
    ///
    /// @param categories of the campaign
    /// @throws GraphError without a subcode, for its number is not known (graph-api chapter 07)
    static void checkSpecial(ObjectNode targeting, JsonNode categories) {
        if (categories.valueStream().noneMatch(one -> SPECIAL.contains(one.asString("")))) {
            return;
        }
        String narrow = targeting.path("age_min").asInt(18) > 18 || targeting.path("age_max").asInt(OLDEST) < OLDEST
                ? "age_min"
                : targeting.has("age_range")
                        ? "age_range"
                        : !targeting.path("genders").isEmpty()
                                ? "genders"
                                : !targeting.path(GEO).path("zips").isEmpty() ? GEO : "";
        boolean close = List.of("cities", "custom_locations").stream().flatMap(list -> targeting.path(GEO).path(list)
                .valueStream()).anyMatch(place -> place.has("radius") && miles(place) < SPECIAL_MILES - 0.5);
        if (!narrow.isEmpty() || close) {
            throw GraphError.refused(0, "Targeting not available for a special ad category",
                    "Ads of a special ad category can't be limited by age, gender or postcode, nor to less than 15 miles.",
                    TARGETING, narrow.isEmpty() ? GEO : narrow);
        }
    }

    private static double miles(JsonNode place) {
        double radius = place.path("radius").asDouble();
        return "kilometer".equals(place.path("distance_unit").asString("mile")) ? radius / 1.609344 : radius;
    }

    private static void checkLocation(ObjectNode targeting) {
        JsonNode geo = targeting.path("geo_locations");
        boolean audience = !targeting.path("custom_audiences").isEmpty();
        boolean located = geo.properties().stream().anyMatch(one -> !"location_types".equals(one.getKey()) && !one
                .getValue().isEmpty());
        if (!located && !audience) {
            throw GraphError.refused(1_885_364, "Missing Target Audience Location",
                    "Your ad set must include at least one location or custom audience.", TARGETING, "geo_locations");
        }
        JsonNode types = geo.path("location_types");
        if (!types.isMissingNode() && !Set.of("home", "recent").equals(Set.copyOf(types.valueStream().map(
                JsonNode::asString).distinct().toList()))) {
            throw GraphError.refused(1_870_199, "Location types are no longer available",
                    "Remove location_types: people living in or recently in the location are always reached.",
                    TARGETING, "geo_locations", "location_types");
        }
        for (String side : List.of(GEO, "excluded_geo_locations")) {
            checkPlaces(targeting.path(side), side);
        }
    }

    private static void checkPlaces(JsonNode geo, String side) {
        geo.properties().forEach(entry -> {
            if (!LISTS.contains(entry.getKey())) {
                throw GraphError.refused(0, "Invalid targeting", "The location key " + entry.getKey()
                        + " can't be written.", TARGETING, side, entry.getKey());
            }
            if (entry.getValue().size() > MOST.getOrDefault(entry.getKey(), Integer.MAX_VALUE)) {
                throw GraphError.refused(0, "Too many locations", "At most " + MOST.get(entry.getKey()) + " "
                        + entry.getKey() + " can be used.", TARGETING, side, entry.getKey());
            }
        });
        geo.path("countries").forEach(country -> {
            if (!country.asString("").matches("[A-Z]{2}")) {
                throw GraphError.refused(0, "Invalid country", "Countries are two capital letters.", TARGETING, side,
                        "countries");
            }
        });
        for (String list : List.of("regions", "cities", "zips")) {
            geo.path(list).forEach(place -> {
                if (place.path("key").asString("").isEmpty()) {
                    throw GraphError.refused(0, "Invalid location", "Each of " + list + " needs its key.", TARGETING,
                            side, list);
                }
            });
        }
        geo.path("cities").forEach(city -> radius(city, side, "cities", 17, 80, 10, 50));
        geo.path("custom_locations").forEach(place -> {
            if (!place.path("latitude").isNumber() || !place.path("longitude").isNumber()
                    || Math.abs(place.path("latitude").asDouble()) > 90
                    || Math.abs(place.path("longitude").asDouble()) > 180 || !place.has("radius")) {
                throw GraphError.refused(0, "Invalid location",
                        "A custom location needs latitude, longitude and radius.",
                        TARGETING, side, "custom_locations");
            }
            radius(place, side, "custom_locations", 1, 80, 0.63, 50);
        });
    }

    private static void radius(JsonNode place, String side, String field, double leastKm, double mostKm,
            double leastMiles,
            double mostMiles) {
        if (!place.has("radius")) {
            return;
        }
        if (!List.of("kilometer", "mile").contains(place.path("distance_unit").asString("mile"))) {
            throw GraphError.refused(0, "Invalid distance unit", "distance_unit is kilometer or mile.", TARGETING, side,
                    field);
        }
        double radius = place.path("radius").asDouble();
        boolean km = "kilometer".equals(place.path("distance_unit").asString("mile"));
        if (radius < (km ? leastKm : leastMiles) || radius > (km ? mostKm : mostMiles)) {
            throw GraphError.refused(1_815_946, "Radius out of range", String.format(Locale.ROOT,
                    "The radius must be between %s and %s %s.", km ? leastKm : leastMiles, km ? mostKm : mostMiles, km
                            ? "kilometers"
                            : "miles"),
                    TARGETING, side, field);
        }
    }

    private static void checkDetails(ObjectNode targeting) {
        targeting.path("genders").forEach(gender -> {
            if (gender.asInt() != 1 && gender.asInt() != 2) {
                throw GraphError.refused(0, "Invalid gender", "Genders are 1 for men and 2 for women.", TARGETING,
                        "genders");
            }
        });
        targeting.path("locales").forEach(locale -> {
            if (!locale.isIntegralNumber()) {
                throw GraphError.refused(0, "Invalid language", "Languages are numbers.", TARGETING, "locales");
            }
        });
        targeting.path("flexible_spec").forEach(group -> group.properties().forEach(list -> {
            if (!DETAILS.contains(list.getKey())) {
                throw GraphError.refused(0, "Invalid targeting", "The key " + list.getKey()
                        + " can't be written in flexible_spec.", TARGETING, "flexible_spec", list.getKey());
            }
            list.getValue().forEach(one -> {
                if (Places.option(one.path("id").asString("")).filter(row -> !SearchCalls.alive(row)).isPresent()) {
                    throw GraphError.refused(1_487_694, "Targeting option is no longer available", one.path("name")
                            .asString(one.path("id").asString()) + " can't be used any more.", TARGETING,
                            "flexible_spec", list.getKey());
                }
            });
        }));
    }

    private static void checkAges(ObjectNode targeting) {
        int youngest = targeting.path("age_min").asInt(18);
        int oldest = targeting.path("age_max").asInt(OLDEST);
        if (youngest < 13 || oldest > OLDEST || youngest > oldest) {
            throw GraphError.refused(0, "Invalid age range", "Ages go from 13 to 65, the minimum first.", "targeting",
                    "age_min");
        }
        int ofAge = targeting.path(GEO).path("countries").valueStream().map(JsonNode::asString)
                .mapToInt(country -> OF_AGE.getOrDefault(country, 18)).max().orElse(18);
        boolean more = BESIDE_AGE.stream().anyMatch(field -> !targeting.path(field).isEmpty());
        if (youngest < ofAge && more) {
            throw GraphError.refused(ofAge == 18 ? 1_870_165 : 3_858_064, "Options not available under " + ofAge,
                    "People under " + ofAge + " can only be reached by location and age.", TARGETING, "age_min");
        }
    }

    private static void checkPlacements(ObjectNode targeting) {
        List<String> chosen = targeting.path("publisher_platforms").valueStream().map(JsonNode::asString).toList();
        PLATFORMS.forEach((positions, platform) -> {
            if (targeting.has(positions) && !chosen.contains(platform)) {
                throw GraphError.refused(0, "Placement without its platform", positions + " needs " + platform
                        + " in publisher_platforms.", TARGETING, positions);
            }
        });
        POSITIONS.forEach((list, known) -> targeting.path(list).forEach(position -> {
            if (!known.contains(position.asString(""))) {
                throw GraphError.refused(0, "Invalid placement", position.asString("") + " is no position of " + list
                        + ".", TARGETING, list);
            }
        }));
        for (String alone : List.of("audience_network", "messenger")) {
            if (chosen.contains(alone) && !chosen.contains("facebook")) {
                throw GraphError.refused(0, "Placement needs another",
                        alone + " needs facebook in publisher_platforms.",
                        TARGETING, "publisher_platforms");
            }
        }
        JsonNode instagram = targeting.path("instagram_positions");
        if (chosen.contains("threads") && !(chosen.contains("instagram") && (instagram.isMissingNode() || instagram
                .valueStream().anyMatch(one -> "stream".equals(one.asString()))))) {
            throw GraphError.refused(0, "Placement needs another", "threads needs the instagram stream.", TARGETING,
                    "publisher_platforms");
        }
        if (targeting.path("instagram_positions").valueStream().anyMatch(one -> "explore".equals(one.asString()))) {
            throw GraphError.refused(0, "Placement is gone", "The Instagram Explore placement is no longer available.",
                    TARGETING, "instagram_positions");
        }
    }

    private static void checkAdvantage(ObjectNode targeting) {
        JsonNode flag = targeting.path("targeting_automation").path("advantage_audience");
        if (!flag.isNumber() || (flag.asInt() != 0 && flag.asInt() != 1)) {
            throw GraphError.refused(1_870_227, "Advantage audience flag required",
                    "To create your ad set, you need to enable or disable the Advantage audience feature: set"
                            + " targeting_automation.advantage_audience to 1 or 0.",
                    TARGETING, "targeting_automation");
        }
        if (flag.asInt() == 1 && (targeting.path("age_min").asInt(18) > 25 || targeting.path("age_min").asInt(18) < 18
                || targeting.path("age_max").asInt(
                        OLDEST) < OLDEST)) {
            throw GraphError.refused(0, "Age range is only a suggestion",
                    "With Advantage audience the minimum age is 18 to 25 and the maximum 65; suggest others in age_range.",
                    TARGETING, "age_min");
        }
    }

    /// Whether these places include one in the EU, where advertiser and payer must be named.
    static boolean reachesEu(ObjectNode targeting) {
        JsonNode geo = targeting.path("geo_locations");
        boolean country = geo.path("countries").valueStream().anyMatch(one -> EU.contains(one.asString()));
        boolean zip = geo.path("zips").valueStream().anyMatch(one -> EU.contains(one.path("key").asString("").split(":",
                -1)[0]));
        boolean group = geo.path("country_groups").valueStream()
                .anyMatch(one -> Set.of("eea", "europe", "worldwide", "eu")
                        .contains(one.asString().toLowerCase(Locale.ROOT)));
        boolean named = List.of("cities", "regions", "custom_locations").stream().anyMatch(kind -> geo.path(kind)
                .valueStream().anyMatch(one -> EU.contains(one.path("country").asString(""))));
        return country || zip || group || named;
    }

    private static void checkLength(String text, String field) {
        if (text.length() > LONGEST_NAME) {
            throw GraphError.refused(0, "Text is too long", field + " can have " + LONGEST_NAME + " characters.",
                    field);
        }
    }

    /// @throws GraphError 3858079 or 3858081 where the payer or the advertiser is missing
    static void checkTransparency(Node account, ObjectNode targeting, String payor, String beneficiary) {
        checkLength(payor, "dsa_payor");
        checkLength(beneficiary, "dsa_beneficiary");
        if (!reachesEu(targeting)) {
            return;
        }
        if (payor.isEmpty() && account.text("default_dsa_payor").isEmpty()) {
            throw GraphError.refused(3_858_079, "No payer specified",
                    "Ads shown in the EU must say who pays for them: set dsa_payor.", "dsa_payor");
        }
        if (beneficiary.isEmpty() && account.text("default_dsa_beneficiary").isEmpty()) {
            throw GraphError.refused(3_858_081, "No beneficiary specified",
                    "Ads shown in the EU must say whom they serve: set dsa_beneficiary.", "dsa_beneficiary");
        }
    }
}
