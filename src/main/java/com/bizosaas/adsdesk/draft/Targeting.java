package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.targeting.Radius;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A targeting specification (graph-api chapter 07) in one sentence, and what can be told from it without asking Facebook.
public final class Targeting {

    private static final Set<String> EU = Set.of("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR",
            "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");
    private static final Map<String, String> POSITIONS = Map.of("facebook_positions", "facebook", "instagram_positions",
            "instagram", "messenger_positions", "messenger", "audience_network_positions", "audience_network",
            "threads_positions", "threads");
    private static final Set<String> SPECIAL = Set.of("HOUSING", "EMPLOYMENT", "CREDIT",
            "FINANCIAL_PRODUCTS_SERVICES");
    private static final String PLATFORMS = "publisher_platforms";
    private static final int OLDEST = 65;
    private static final int ADULT = 18;

    private final JsonNode spec;

    private Targeting(JsonNode spec) {
        this.spec = spec;
    }

    public static Targeting of(String json) {
        return new Targeting(Trees.read(json));
    }

    /// In one sentence, for lists and the review.
    public String sentence() {
        return String.join(", ", parts());
    }

    /// What of it changes between two targetings, `before → after`, where the whole sentences would hide it.
    public static String difference(String before, String after) {
        List<String> was = of(before).parts();
        List<String> is = of(after).parts();
        List<String> gone = new ArrayList<>(was);
        gone.removeAll(is);
        List<String> come = new ArrayList<>(is);
        come.removeAll(was);
        return (gone.isEmpty() ? "—" : String.join(", ", gone)) + " → "
                + (come.isEmpty() ? "—" : String.join(", ", come));
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(people());
        String places = places(spec.path("geo_locations"));
        parts.add(places.isEmpty() ? "anywhere" : "in " + places);
        String not = places(spec.path("excluded_geo_locations"));
        if (!not.isEmpty()) {
            parts.add("but not " + not);
        }
        List<String> interests = new ArrayList<>();
        spec.path("flexible_spec").valueStream().forEach(group -> {
            List<String> one = group.valueStream().flatMap(JsonNode::valueStream).map(Targeting::nameOf).toList();
            if (!one.isEmpty()) {
                interests.add(String.join(" or ", one));
            }
        });
        if (!interests.isEmpty()) {
            parts.add("who match " + String.join(", and also ", interests));
        }
        audiences("custom_audiences", "in the audience ", parts);
        audiences("excluded_custom_audiences", "not in the audience ", parts);
        int languages = spec.path("locales").size();
        if (languages > 0) {
            parts.add("in " + languages + (languages == 1 ? " language" : " languages"));
        }
        String platforms = texts(PLATFORMS).stream().map(Targeting::words)
                .collect(Collectors.joining(", "));
        parts.add(platforms.isEmpty() ? "on placements that Facebook chooses" : "on " + platforms);
        if (advantage() == 1) {
            parts.add("as a suggestion that Facebook may widen");
        }
        return parts;
    }

    private String people() {
        List<Integer> genders = spec.path("genders").valueStream().map(JsonNode::asInt).toList();
        String who = genders.equals(List.of(1)) ? "Men" : genders.equals(List.of(2)) ? "Women" : "People";
        int oldest = spec.path("age_max").asInt(OLDEST);
        return who + " " + spec.path("age_min").asInt(ADULT) + "–" + (oldest >= OLDEST ? OLDEST + "+" : oldest);
    }

    private static String places(JsonNode geo) {
        List<String> names = new ArrayList<>();
        geo.path("countries").valueStream().forEach(one -> names.add(one.asString()));
        geo.path("country_groups").valueStream().forEach(one -> names.add(words(one.asString())));
        for (String kind : List.of("regions", "cities", "zips", "geo_markets", "places", "custom_locations")) {
            geo.path(kind).valueStream().forEach(one -> names.add(nameOf(one) + radius(one)));
        }
        return names.size() <= 4
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    private static String radius(JsonNode place) {
        return place.has("radius")
                ? " +" + place.path("radius").asString() + ("kilometer"
                        .equals(place.path("distance_unit").asString("mile")) ? " km" : " mi")
                : "";
    }

    private static String nameOf(JsonNode one) {
        if (!one.isObject()) {
            return one.asString("");
        }
        String name = one.path("name").asString("");
        if (!name.isEmpty()) {
            return name;
        }
        String key = one.path("key").asString(one.path("id").asString(""));
        return key.isEmpty() && one.has("latitude")
                ? one.path("latitude").asString() + "/" + one.path("longitude").asString()
                : key;
    }

    private void audiences(String field, String words, List<String> parts) {
        List<String> names = spec.path(field).valueStream().map(Targeting::nameOf).toList();
        if (!names.isEmpty()) {
            parts.add(words + String.join(" or ", names));
        }
    }

    private static String words(String word) {
        return word.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /// Countries by code, as `{country}` of a naming template has them.
    public List<String> countries() {
        return spec.path("geo_locations").path("countries").valueStream().map(JsonNode::asString).toList();
    }

    /// The ages, as `{age}` of a naming template has them.
    public String ages() {
        int oldest = spec.path("age_max").asInt(OLDEST);
        return spec.path("age_min").asInt(ADULT) + "-" + (oldest >= OLDEST ? OLDEST + "+" : oldest);
    }

    /// 1 or 0 as written, -1 where nothing is said.
    int advantage() {
        return spec.path("targeting_automation").path("advantage_audience").asInt(-1);
    }

    /// Whether a place in the EU is among those aimed at, so that Facebook wants to know who pays and who benefits (3858079,
    /// 3858081).
    public boolean reachesEu() {
        return reaches(EU, Set.of("eea", "europe", "worldwide", "eu"));
    }

    /// Whether a place in one of these countries of Asia or Oceania is among those aimed at.
    boolean reaches(Set<String> countries) {
        return reaches(countries, Set.of("asia", "oceania", "worldwide"));
    }

    private boolean reaches(Set<String> countries, Set<String> groups) {
        JsonNode geo = spec.path("geo_locations");
        return geo.path("countries").valueStream().anyMatch(one -> countries.contains(one.asString()))
                || geo.path("country_groups").valueStream().anyMatch(one -> groups.contains(words(one.asString())))
                || List.of("cities", "regions", "zips", "custom_locations").stream()
                        .flatMap(kind -> geo.path(kind).valueStream())
                        .anyMatch(one -> countries.contains(one.path("country").asString("")) || countries.contains(
                                one.path("key").asString("").split(":", -1)[0]));
    }

    /// What stands against publishing it, in sentences with their remedy; empty where nothing does.
    ///
    /// @param specialCategories of its campaign
    public List<String> gaps(List<String> specialCategories) {
        DraftKey nobody = new DraftKey(AdAccountId.of("0"), Level.AD_SET, "0");
        return check(nobody, isSpecial(specialCategories)).stream().map(gap -> gap.text() + ". " + gap.fix()).toList();
    }

    /// Whether a campaign's special ad categories limit its targetings: those for housing, jobs and money do; politics and
    /// gambling do not, gambling even needs an age.
    public static boolean isSpecial(List<String> categories) {
        return categories.stream().anyMatch(SPECIAL::contains);
    }

    /// The categories in the value of `special_ad_categories`; none for a text that is no list.
    public static List<String> categories(String json) {
        return Trees.read(json).valueStream().map(one -> one.asString("")).toList();
    }

    /// Whether neither a place nor a custom audience is aimed at.
    public boolean aimsAtNobody() {
        return spec.path("geo_locations").valueStream().allMatch(JsonNode::isEmpty)
                && spec.path("custom_audiences").isEmpty();
    }

    List<Finding> check(DraftKey key, boolean specialCategory) {
        List<Finding> findings = new ArrayList<>();
        if (!spec.isObject()) {
            return List.of(red(key, "targeting.shape", "The targeting cannot be read", "Open it in the editor."));
        }
        if (aimsAtNobody()) {
            findings.add(red(key, "targeting.place", "The targeting names no place",
                    "Add a country, or a custom audience."));
        }
        Set<String> both = new HashSet<>(ids("custom_audiences"));
        both.retainAll(ids("excluded_custom_audiences"));
        if (!both.isEmpty()) {
            findings.add(red(key, "targeting.audience", "An audience is both included and excluded",
                    "Take it out of one of the two lists."));
        }
        ages(key, findings);
        placements(key, findings);
        radii(key, specialCategory, findings);
        findings.addAll(new TargetingLimits(key, spec).check());
        if (specialCategory) {
            special(key, findings);
        }
        return findings;
    }

    private void ages(DraftKey key, List<Finding> findings) {
        int youngest = spec.path("age_min").asInt(ADULT);
        int oldest = spec.path("age_max").asInt(OLDEST);
        if (youngest < 13 || oldest > OLDEST || youngest > oldest) {
            findings.add(red(key, "targeting.age", "The ages cannot be targeted", "Ages go from 13 to 65."));
        }
        int advantage = advantage();
        if (advantage != 0 && advantage != 1) {
            findings.add(red(key, "targeting.advantage", "Advantage+ audience is neither on nor off",
                    "Say whether Facebook may widen the audience."));
        } else if (advantage == 1 && (youngest > 25 || oldest < OLDEST)) {
            findings.add(red(key, "targeting.suggestion", "With Advantage+ audience ages are a suggestion only",
                    "Use a minimum of 18 to 25 and no maximum, or switch Advantage+ audience off."));
        }
    }

    private void placements(DraftKey key, List<Finding> findings) {
        List<String> platforms = texts(PLATFORMS);
        POSITIONS.forEach((positions, platform) -> {
            if (spec.has(positions) && !platforms.contains(platform)) {
                findings.add(red(key, "targeting.placement", "A position is chosen without its platform",
                        "Add " + words(platform) + " to the platforms, or take its positions out."));
            }
        });
        if (texts("instagram_positions").contains("explore")) {
            findings.add(red(key, "targeting.explore", "The placement Instagram Explore is gone",
                    "Take it out of the positions."));
        }
        if (texts("messenger_positions").contains("story")) {
            findings.add(red(key, "targeting.stories", "The placement Messenger Stories is gone",
                    "Take it out of the positions."));
        }
        String gap = placementGap();
        if (!gap.isEmpty()) {
            int end = gap.indexOf(". ");
            findings.add(red(key, "targeting.companion", gap.substring(0, end), gap.substring(end + 2)));
        }
    }

    /// Placements that Facebook shows ads on only beside others; empty where nothing is missing.
    String placementGap() {
        List<String> platforms = texts(PLATFORMS);
        if (spec.has(PLATFORMS) && platforms.isEmpty()) {
            return "No placement is chosen. Tick one, or let Facebook choose.";
        }
        for (String alone : List.of("audience_network", "messenger")) {
            if (platforms.contains(alone) && !platforms.contains("facebook")) {
                return (alone.equals("messenger") ? "Messenger" : "The Audience Network")
                        + " does not stand alone. Add a placement on Facebook, or take it out.";
            }
        }
        boolean stream = platforms.contains("instagram")
                && (!spec.has("instagram_positions") || texts("instagram_positions").contains("stream"));
        return platforms.contains("threads") && !stream
                ? "Threads does not stand alone. Add the Instagram feed, or take Threads out."
                : "";
    }

    private void special(DraftKey key, List<Finding> findings) {
        boolean narrow = spec.path("age_min").asInt(ADULT) > ADULT || spec.path("age_max").asInt(OLDEST) < OLDEST
                || spec.has("age_range") || !spec.path("genders").isEmpty()
                || !spec.path("geo_locations").path("zips").isEmpty()
                || !spec.path("excluded_geo_locations").path("zips").isEmpty();
        if (narrow) {
            findings.add(red(key, "targeting.special", "A special ad category allows no age, gender or postcode",
                    "Widen the targeting to all adults and whole places."));
        }
    }

    /// Radii are limited, more so in a special ad category (1815946).
    private void radii(DraftKey key, boolean special, List<Finding> findings) {
        for (boolean excluded : List.of(false, true)) {
            for (TargetingSpec.Spot spot : TargetingSpec.of(Trees.write(spec)).places(excluded)) {
                Radius radius = spot.radius();
                if (radius != null && spot.hasRadius()) {
                    radius.problem(spot.isPin(), special).ifPresent(wrong -> findings.add(red(key, "targeting.radius",
                            wrong, "Change the radius around " + spot.name() + ".")));
                }
            }
        }
    }

    private Set<String> ids(String field) {
        return spec.path(field).valueStream().map(one -> one.isObject() ? one.path("id").asString("") : one.asString())
                .collect(Collectors.toSet());
    }

    private List<String> texts(String field) {
        return spec.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static Finding red(DraftKey key, String code, String text, String fix) {
        return Finding.red(key, Fields.TARGETING, code, text, fix);
    }
}
