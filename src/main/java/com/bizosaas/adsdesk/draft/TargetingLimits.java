package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// How much one targeting may hold, and what Facebook has taken away (graph-api chapter 07, "Limits").
final class TargetingLimits {

    /// Places of each kind, included or excluded.
    private static final Map<String, Integer> MOST = new TreeMap<>(Map.of("regions", 200, "cities", 250, "zips", 50_000,
            "places", 200, "custom_locations", 200, "geo_markets", 2_500));
    private static final Map<String, String> WORDS = Map.of("zips", "postcodes", "custom_locations", "pins",
            "geo_markets", "market areas");
    /// Where people are of age later than elsewhere.
    private static final Map<String, Integer> OF_AGE = new TreeMap<>(Map.of("TH", 20, "ID", 21));
    private static final int ADULT = 18;
    private static final Set<String> ANYBODY_THERE = Set.of("home", "recent");

    private final DraftKey key;
    private final JsonNode spec;

    TargetingLimits(DraftKey key, JsonNode spec) {
        this.key = key;
        this.spec = spec;
    }

    List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        for (String side : List.of("geo_locations", "excluded_geo_locations")) {
            MOST.forEach((kind, most) -> {
                int count = spec.path(side).path(kind).size();
                if (count > most) {
                    String words = WORDS.getOrDefault(kind, kind);
                    findings.add(red("targeting.many", String.format(Locale.ROOT, "%,d %s are too many", count, words),
                            String.format(Locale.ROOT, "Use at most %,d, or larger areas.", most)));
                }
            });
        }
        minors().ifPresent(findings::add);
        JsonNode types = spec.path("geo_locations").path("location_types");
        if (!types.isMissingNode() && !ANYBODY_THERE.equals(Set.copyOf(types.valueStream().map(JsonNode::asString)
                .distinct().toList()))) {
            findings.add(red("targeting.there", "Whether people live in a place can be chosen no more",
                    "Take location_types out: whoever lives there or was there lately is reached."));
        }
        if (!spec.path("exclusions").isEmpty()) {
            findings.add(red("targeting.exclusions", "Detailed targeting cannot keep people out any more",
                    "Take those entries out; exclude a custom audience instead."));
        }
        return findings;
    }

    /// Interests and the like are for people who are of age (1870165, 3858064).
    private Optional<Finding> minors() {
        int youngest = spec.path("age_min").asInt(ADULT);
        List<String> countries = spec.path("geo_locations").path("countries").valueStream().map(JsonNode::asString)
                .toList();
        int ofAge = OF_AGE.entrySet().stream().filter(one -> countries.contains(one.getKey()))
                .mapToInt(Map.Entry::getValue).max().orElse(ADULT);
        boolean more = List.of("flexible_spec", "interests", "behaviors", "genders", "custom_audiences", "locales")
                .stream().anyMatch(field -> !spec.path(field).isEmpty());
        return youngest < ofAge && youngest >= 13 && more
                ? Optional.of(red("targeting.minors", "People under " + ofAge + " are reached by place and age alone",
                        "Raise the minimum age to " + ofAge + ", or take the rest out."))
                : Optional.empty();
    }

    private Finding red(String code, String text, String fix) {
        return Finding.red(key, Fields.TARGETING, code, text, fix);
    }
}
