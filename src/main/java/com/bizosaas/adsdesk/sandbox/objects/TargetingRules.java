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
            "instagram", "messenger_positions", "messenger", "audience_network_positions", "audience_network");
    private static final int OLDEST = 65;
    private static final int LONGEST_NAME = 512;

    private final Schema schema;

    TargetingRules(Schema schema) {
        this.schema = schema;
    }

    /// @throws GraphError for what Facebook refuses, with the field to blame
    void check(ObjectNode targeting) {
        for (Map.Entry<String, JsonNode> entry : targeting.properties()) {
            String key = entry.getKey();
            if (!schema.targetingKeys().contains(key) || key.startsWith("effective_")
                    || "targeting_optimization".equals(
                            key)) {
                throw GraphError.refused(0, "Invalid targeting", "The targeting key " + key + " can't be written.",
                        "targeting", key);
            }
        }
        checkLocation(targeting);
        checkAges(targeting);
        checkPlacements(targeting);
        checkAdvantage(targeting);
    }

    private static void checkLocation(ObjectNode targeting) {
        JsonNode geo = targeting.path("geo_locations");
        boolean audience = !targeting.path("custom_audiences").isEmpty();
        boolean located = geo.properties().stream().anyMatch(one -> !"location_types".equals(one.getKey()) && !one
                .getValue().isEmpty());
        if (!located && !audience) {
            throw GraphError.refused(1_885_364, "Missing Target Audience Location",
                    "Your ad set must include at least one location or custom audience.", "targeting", "geo_locations");
        }
        JsonNode types = geo.path("location_types");
        if (!types.isMissingNode() && !Set.of("home", "recent").equals(Set.copyOf(types.valueStream().map(
                JsonNode::asString).distinct().toList()))) {
            throw GraphError.refused(1_870_199, "Location types are no longer available",
                    "Remove location_types: people living in or recently in the location are always reached.",
                    "targeting", "geo_locations", "location_types");
        }
        geo.path("cities").forEach(city -> radius(city, "cities", 17, 80, 10, 50));
        geo.path("custom_locations").forEach(place -> radius(place, "custom_locations", 1, 80, 0.63, 50));
    }

    private static void radius(JsonNode place, String field, double leastKm, double mostKm, double leastMiles,
            double mostMiles) {
        if (!place.has("radius")) {
            return;
        }
        double radius = place.path("radius").asDouble();
        boolean km = "kilometer".equals(place.path("distance_unit").asString("mile"));
        if (radius < (km ? leastKm : leastMiles) || radius > (km ? mostKm : mostMiles)) {
            throw GraphError.refused(1_815_946, "Radius out of range", String.format(Locale.ROOT,
                    "The radius must be between %s and %s %s.", km ? leastKm : leastMiles, km ? mostKm : mostMiles, km
                            ? "kilometers"
                            : "miles"),
                    "targeting", "geo_locations", field);
        }
    }

    private static void checkAges(ObjectNode targeting) {
        int youngest = targeting.path("age_min").asInt(18);
        int oldest = targeting.path("age_max").asInt(OLDEST);
        if (youngest < 13 || oldest > OLDEST || youngest > oldest) {
            throw GraphError.refused(0, "Invalid age range", "Ages go from 13 to 65, the minimum first.", "targeting",
                    "age_min");
        }
        if (youngest < 18 && targeting.has("flexible_spec")) {
            throw GraphError.refused(1_870_165, "Options not available under 18",
                    "People under 18 can only be reached by location and age.", "targeting", "age_min");
        }
    }

    private static void checkPlacements(ObjectNode targeting) {
        List<String> chosen = targeting.path("publisher_platforms").valueStream().map(JsonNode::asString).toList();
        PLATFORMS.forEach((positions, platform) -> {
            if (targeting.has(positions) && !chosen.contains(platform)) {
                throw GraphError.refused(0, "Placement without its platform", positions + " needs " + platform
                        + " in publisher_platforms.", "targeting", positions);
            }
        });
        if (targeting.path("instagram_positions").valueStream().anyMatch(one -> "explore".equals(one.asString()))) {
            throw GraphError.refused(0, "Placement is gone", "The Instagram Explore placement is no longer available.",
                    "targeting", "instagram_positions");
        }
    }

    private static void checkAdvantage(ObjectNode targeting) {
        JsonNode flag = targeting.path("targeting_automation").path("advantage_audience");
        if (!flag.isNumber() || (flag.asInt() != 0 && flag.asInt() != 1)) {
            throw GraphError.refused(1_870_227, "Advantage audience flag required",
                    "To create your ad set, you need to enable or disable the Advantage audience feature: set"
                            + " targeting_automation.advantage_audience to 1 or 0.",
                    "targeting", "targeting_automation");
        }
        if (flag.asInt() == 1 && (targeting.path("age_min").asInt(18) > 25 || targeting.path("age_max").asInt(
                OLDEST) < OLDEST)) {
            throw GraphError.refused(0, "Age range is only a suggestion",
                    "With Advantage audience the minimum age is 18 to 25 and the maximum 65; suggest others in age_range.",
                    "targeting", "age_min");
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

    /// A special ad category allows no ages, genders or postcodes (graph-api chapter 07).
    static void checkSpecialCategory(Node campaign, ObjectNode targeting) {
        if (campaign.fields().path("special_ad_categories").isEmpty()) {
            return;
        }
        boolean narrow = targeting.path("age_min").asInt(18) > 18 || targeting.path("age_max").asInt(OLDEST) < OLDEST
                || !targeting.path("genders").isEmpty() || !targeting.path("geo_locations").path("zips").isEmpty();
        if (narrow) {
            throw GraphError.refused(0, "Targeting isn't available for a special ad category",
                    "Ads in a special ad category can't be targeted by age, gender or postcode.", "targeting");
        }
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
