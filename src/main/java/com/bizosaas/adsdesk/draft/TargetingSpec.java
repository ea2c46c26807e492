package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Pin;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.Radius;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A targeting to be edited. Every change makes a new one and touches only what it is about: keys that the desk does not
/// know stay as they are. What a read adds and a write refuses is left out (graph-api chapter 07, "Reading does not
/// round-trip").
///
/// Immutable.
public final class TargetingSpec {

    /// The oldest age; it means “and older”.
    public static final int OLDEST = 65;
    public static final int ADULT = 18;
    /// Below this age only places and ages can be chosen.
    public static final int YOUNGEST = 13;
    /// With Advantage+ audience the age minimum that is kept goes up to this.
    public static final int LATEST_MINIMUM = 25;

    private static final String GEO = "geo_locations";
    private static final String NOT_GEO = "excluded_geo_locations";
    private static final String PINS = "custom_locations";
    private static final String GROUPS = "flexible_spec";
    private static final String AUDIENCES = "custom_audiences";
    private static final String NOT_AUDIENCES = "excluded_custom_audiences";
    private static final String PLATFORMS = "publisher_platforms";
    private static final String DEVICES = "device_platforms";
    private static final String AUTOMATION = "targeting_automation";
    private static final String MIN = "age_min";
    private static final String MAX = "age_max";
    private static final String RANGE = "age_range";
    private static final String GENDERS = "genders";
    private static final String EXCLUSIONS = "exclusions";
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    /// Whom the ads are for.
    public enum Gender {
        ALL(0), WOMEN(2), MEN(1);

        private final int code;

        Gender(int code) {
            this.code = code;
        }
    }

    /// A place that is chosen.
    ///
    /// @param list the list that holds it, such as `cities`
    /// @param words what it is: “region”, “+40 km”, “whole country”
    /// @param radius null where it has none
    public record Spot(String list, String key, String name, String region, String words, @Nullable Radius radius) {

        /// Whether a radius can be put around it.
        public boolean hasRadius() {
            return list.equals(PINS) || list.equals("cities");
        }

        public boolean isPin() {
            return list.equals(PINS);
        }
    }

    /// One entry of the detailed targeting or an audience.
    ///
    /// @param kind the list that holds it
    public record Entry(String kind, String id, String name) {
    }

    private final ObjectNode spec;

    private TargetingSpec(ObjectNode spec) {
        this.spec = spec;
    }

    /// Empty, with Advantage+ audience off, for a text that is no JSON object.
    public static TargetingSpec of(String json) {
        if (!(Trees.read(json) instanceof ObjectNode read)) {
            return new TargetingSpec(MAKE.objectNode()).advantage(false);
        }
        ObjectNode own = read.deepCopy();
        own.propertyNames().stream().filter(key -> key.startsWith("effective_") || key.equals("targeting_optimization"))
                .toList().forEach(own::remove);
        for (String geo : List.of(GEO, NOT_GEO)) {
            if (own.path(geo) instanceof ObjectNode places) {
                places.remove("location_types");
            }
        }
        return new TargetingSpec(own);
    }

    /// As it is written to an ad set.
    public String json() {
        return Trees.write(spec);
    }

    private TargetingSpec changed(Consumer<ObjectNode> change) {
        ObjectNode copy = spec.deepCopy();
        change.accept(copy);
        return new TargetingSpec(copy);
    }

    // Places

    /// @param excluded whether those that are kept out are asked for
    public List<Spot> places(boolean excluded) {
        List<Spot> spots = new ArrayList<>();
        JsonNode geo = spec.path(geo(excluded));
        for (Place.Kind kind : Place.Kind.values()) {
            geo.path(kind.list()).valueStream().forEach(one -> spots.add(spot(kind.list(), one, kind.words())));
        }
        for (String other : geo.propertyNames()) {
            boolean known = Arrays.stream(Place.Kind.values()).anyMatch(kind -> kind.list().equals(other));
            if (!known && geo.path(other).isArray()) {
                String words = other.equals(PINS) ? "pin" : Shown.words(other).toLowerCase(Locale.ROOT);
                geo.path(other).valueStream().forEach(one -> spots.add(spot(other, one, words)));
            }
        }
        return List.copyOf(spots);
    }

    private static Spot spot(String list, JsonNode one, String words) {
        String key = key(one);
        Radius radius = one.has("radius")
                ? new Radius(new BigDecimal(one.path("radius").asString("0")),
                        !"kilometer".equals(one.path("distance_unit").asString("mile")))
                : null;
        String name = one.path("name").asString(one.path("address_string").asString(""));
        return new Spot(list, key, name.isEmpty() ? list.equals("countries") ? country(key) : key : name,
                one.path("region").asString(""), radius == null ? words : radius.words(), radius);
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static String key(JsonNode one) {
        return one.isObject()
                ? one.has("key")
                        ? one.path("key").asString()
                        : one.has("latitude")
                                ? plain(one.path("latitude")) + ", " + plain(one.path("longitude"))
                                : one.path("id").asString("")
                : one.asString("");
    }

    private static String plain(JsonNode number) {
        return number.isNumber() ? number.decimalValue().toPlainString() : number.asString("");
    }

    private static String geo(boolean excluded) {
        return excluded ? NOT_GEO : GEO;
    }

    /// Adds a place; one that is there already stays as it is, one on the other side moves over.
    public TargetingSpec with(Place place, boolean excluded) {
        String list = place.kind().list();
        if (places(excluded).stream().anyMatch(spot -> spot.list().equals(list) && spot.key().equals(place.key()))) {
            return this;
        }
        return without(list, place.key(), !excluded).changed(next -> {
            ArrayNode places = array(object(next, geo(excluded)), list);
            if (place.kind() == Place.Kind.COUNTRY || place.kind() == Place.Kind.COUNTRY_GROUP) {
                places.add(place.key());
                return;
            }
            ObjectNode one = places.addObject().put("key", place.key()).put("name", place.name());
            if (!place.region().isEmpty() && place.kind() == Place.Kind.CITY) {
                one.put("region", place.region());
            }
            if (!place.country().isEmpty()) {
                one.put("country", place.country());
            }
            if (place.kind() == Place.Kind.CITY) {
                put(one, Radius.usual(place.country(), false));
            }
        });
    }

    /// Adds a pin; the same point again gets the new radius.
    public TargetingSpec with(Pin pin, boolean excluded) {
        return without(PINS, pin.at(), true).without(PINS, pin.at(), false).changed(next -> {
            ObjectNode one = array(object(next, geo(excluded)), PINS).addObject();
            one.put("latitude", pin.latitude()).put("longitude", pin.longitude());
            put(one, pin.radius());
        });
    }

    /// @param radius null for the city alone
    public TargetingSpec withRadius(Spot spot, boolean excluded, @Nullable Radius radius) {
        return changed(next -> next.path(geo(excluded)).path(spot.list()).valueStream()
                .filter(one -> key(one).equals(spot.key())).findFirst().map(ObjectNode.class::cast)
                .ifPresent(one -> put(one, radius)));
    }

    private static void put(ObjectNode place, @Nullable Radius radius) {
        if (radius == null) {
            place.remove(List.of("radius", "distance_unit"));
        } else {
            place.put("radius", radius.value()).put("distance_unit", radius.miles() ? "mile" : "kilometer");
        }
    }

    /// With these countries and no other places.
    TargetingSpec inCountries(Collection<String> codes) {
        return changed(next -> {
            ArrayNode countries = next.putObject(GEO).putArray("countries");
            codes.forEach(countries::add);
        });
    }

    /// To the other side, as it is.
    public TargetingSpec moved(Spot spot, boolean excluded) {
        return without(spot.list(), spot.key(), !excluded).changed(next -> next.path(geo(excluded)).path(spot.list())
                .valueStream().filter(one -> key(one).equals(spot.key())).findFirst()
                .ifPresent(one -> array(object(next, geo(!excluded)), spot.list()).add(one))).without(spot, excluded);
    }

    public TargetingSpec without(Spot spot, boolean excluded) {
        return without(spot.list(), spot.key(), excluded);
    }

    private TargetingSpec without(String list, String key, boolean excluded) {
        return changed(next -> {
            if (next.path(geo(excluded)) instanceof ObjectNode places) {
                remove(places, list, one -> key(one).equals(key));
                if (places.isEmpty()) {
                    next.remove(geo(excluded));
                }
            }
        });
    }

    // Age, gender, languages

    /// 1 or 0 as it is written, -1 where nothing is said.
    public int advantage() {
        return spec.path(AUTOMATION).path("advantage_audience").asInt(-1);
    }

    /// Says whether Facebook may widen the audience. With it ages become a suggestion, `age_range`, and back.
    public TargetingSpec advantage(boolean on) {
        int youngest = ageMin();
        int oldest = ageMax();
        return changed(next -> {
            object(next, AUTOMATION).put("advantage_audience", on ? 1 : 0);
            next.remove(RANGE);
            if (on) {
                next.put(MIN, Math.clamp(youngest, ADULT, LATEST_MINIMUM));
                next.remove(MAX);
            }
        }).ages(youngest, oldest);
    }

    /// The youngest that is wanted: a suggestion with Advantage+ audience.
    public int ageMin() {
        return spec.has(RANGE) ? spec.path(RANGE).path(0).asInt(ADULT) : spec.path(MIN).asInt(ADULT);
    }

    /// The oldest that is wanted, 65 for all above too.
    public int ageMax() {
        return spec.has(RANGE) ? spec.path(RANGE).path(1).asInt(OLDEST) : spec.path(MAX).asInt(OLDEST);
    }

    /// The age below which nobody is reached even with Advantage+ audience.
    public int minimum() {
        return spec.path(MIN).asInt(ADULT);
    }

    /// @param age 18 to 25, where Advantage+ audience is on
    public TargetingSpec minimum(int age) {
        return changed(next -> next.put(MIN, age));
    }

    public TargetingSpec ages(int youngest, int oldest) {
        return changed(next -> {
            if (advantage() == 1) {
                next.remove(RANGE);
                if (youngest != minimum() || oldest != OLDEST) {
                    next.putArray(RANGE).add(youngest).add(oldest);
                }
            } else {
                next.put(MIN, youngest).put(MAX, oldest);
            }
        });
    }

    public Gender gender() {
        List<Integer> codes = spec.path(GENDERS).valueStream().map(JsonNode::asInt).toList();
        return codes.equals(List.of(1)) ? Gender.MEN : codes.equals(List.of(2)) ? Gender.WOMEN : Gender.ALL;
    }

    public TargetingSpec gender(Gender gender) {
        return changed(next -> {
            next.remove(GENDERS);
            if (gender != Gender.ALL) {
                next.putArray(GENDERS).add(gender.code);
            }
        });
    }

    public List<Integer> languages() {
        return spec.path("locales").valueStream().map(JsonNode::asInt).toList();
    }

    /// @param keys empty to follow the places
    public TargetingSpec languages(Collection<Integer> keys) {
        return changed(next -> {
            next.remove("locales");
            if (!keys.isEmpty()) {
                keys.forEach(array(next, "locales")::add);
            }
        });
    }

    // Details

    /// What people must match: one entry of each group.
    public List<List<Entry>> groups() {
        return spec.path(GROUPS).valueStream().map(TargetingSpec::entries).toList();
    }

    private static List<Entry> entries(JsonNode group) {
        return group.properties().stream().flatMap(list -> list.getValue().valueStream()
                .map(one -> entry(list.getKey(), one))).toList();
    }

    private static Entry entry(String kind, JsonNode one) {
        String id = one.isObject() ? one.path("id").asString(one.path("key").asString("")) : one.asString("");
        String name = one.path("name").asString("");
        return new Entry(kind, id, name.isEmpty() ? one.isObject() ? id : Shown.words(kind) + " " + id : name);
    }

    /// @param group of [#groups()]; one behind the last narrows further
    public TargetingSpec with(Detail detail, int group) {
        boolean there = group < groups().size() && groups().get(group).stream()
                .anyMatch(one -> one.kind().equals(detail.kind()) && one.id().equals(detail.id()));
        return there ? this : changed(next -> {
            ArrayNode groups = array(next, GROUPS);
            ObjectNode into = group < groups.size() ? (ObjectNode) groups.get(group) : groups.addObject();
            array(into, detail.kind()).addObject().put("id", detail.id()).put("name", detail.name());
        });
    }

    public TargetingSpec without(Entry entry, int group) {
        return changed(next -> {
            if (next.path(GROUPS) instanceof ArrayNode groups && groups.get(group) instanceof ObjectNode from) {
                remove(from, entry.kind(), one -> entry(entry.kind(), one).id().equals(entry.id()));
                if (from.isEmpty()) {
                    groups.remove(group);
                }
                if (groups.isEmpty()) {
                    next.remove(GROUPS);
                }
            }
        });
    }

    /// Detailed targeting that keeps people out. Facebook has withdrawn it: what an old ad set has can only be taken out.
    public List<Entry> exclusions() {
        return entries(spec.path(EXCLUSIONS));
    }

    public TargetingSpec withoutExclusion(Entry entry) {
        return changed(next -> {
            if (next.path(EXCLUSIONS) instanceof ObjectNode from) {
                remove(from, entry.kind(), one -> entry(entry.kind(), one).id().equals(entry.id()));
                if (from.isEmpty()) {
                    next.remove(EXCLUSIONS);
                }
            }
        });
    }

    // Audiences

    public List<Entry> audiences(boolean excluded) {
        String list = excluded ? NOT_AUDIENCES : AUDIENCES;
        return spec.path(list).valueStream().map(one -> entry(list, one)).toList();
    }

    /// Adds a custom audience; one on the other side moves over.
    public TargetingSpec withAudience(String id, String name, boolean excluded) {
        if (audiences(excluded).stream().anyMatch(one -> one.id().equals(id))) {
            return this;
        }
        return withoutAudience(id, !excluded).changed(next -> array(next, excluded ? NOT_AUDIENCES : AUDIENCES)
                .addObject().put("id", id).put("name", name));
    }

    public TargetingSpec withoutAudience(String id, boolean excluded) {
        String list = excluded ? NOT_AUDIENCES : AUDIENCES;
        return changed(next -> remove(next, list, one -> entry(list, one).id().equals(id)));
    }

    // Placements

    /// Whether Facebook chooses the placements.
    public boolean automatic() {
        return !spec.has(PLATFORMS);
    }

    public TargetingSpec automatically() {
        return changed(next -> {
            next.remove(PLATFORMS);
            next.propertyNames().stream().filter(key -> key.endsWith("_positions")).toList().forEach(next::remove);
        });
    }

    /// Every placement by name, to take some out.
    public TargetingSpec byHand() {
        TargetingSpec all = automatically();
        for (Placement placement : Placement.ALL) {
            // Only message campaigns have it, and no other placement beside it.
            if (placement.platform() != Placement.Platform.MESSENGER) {
                all = all.placed(placement, true);
            }
        }
        return all;
    }

    /// Whether a placement is among those chosen. A platform without a list stands for all its positions.
    public boolean has(Placement placement) {
        boolean platform = texts(PLATFORMS).contains(placement.platform().value());
        String list = placement.platform().positions();
        return platform && (!spec.has(list) || texts(list).contains(placement.value()));
    }

    public TargetingSpec placed(Placement placement, boolean on) {
        String list = placement.platform().positions();
        String platform = placement.platform().value();
        Set<Placement> chosen = new LinkedHashSet<>(Placement.of(placement.platform()).stream()
                .filter(this::has).toList());
        if (on) {
            chosen.add(placement);
        } else {
            chosen.remove(placement);
        }
        List<String> unknown = texts(list).stream().filter(value -> Placement.of(placement.platform()).stream()
                .noneMatch(one -> one.value().equals(value))).toList();
        return changed(next -> {
            next.remove(list);
            remove(next, PLATFORMS, one -> one.asString().equals(platform));
            if (chosen.isEmpty() && unknown.isEmpty()) {
                if (!next.has(PLATFORMS)) {
                    next.putArray(PLATFORMS);
                }
                return;
            }
            array(next, PLATFORMS).add(platform);
            ArrayNode positions = next.putArray(list);
            Placement.of(placement.platform()).stream().filter(chosen::contains)
                    .forEach(one -> positions.add(one.value()));
            unknown.forEach(positions::add);
        });
    }

    /// What is missing beside the placements that are chosen, in a sentence with its remedy; empty where nothing is.
    public String placementGap() {
        return Targeting.of(json()).placementGap();
    }

    /// `mobile` and `desktop`, both where nothing is said.
    public Set<String> devices() {
        List<String> chosen = texts(DEVICES);
        return chosen.isEmpty() ? Set.of("mobile", "desktop") : Set.copyOf(chosen);
    }

    /// @param chosen one of `mobile` and `desktop`, or both
    public TargetingSpec devices(Set<String> chosen) {
        return changed(next -> {
            next.remove(DEVICES);
            if (chosen.size() == 1) {
                next.putArray(DEVICES).add(chosen.iterator().next());
            }
        });
    }

    // Special ad categories

    /// What a special ad category forbids, taken out: ages, gender, postcodes, and smaller radii than it allows.
    public TargetingSpec unrestricted() {
        TargetingSpec wide = changed(next -> {
            next.remove(List.of(GENDERS, RANGE));
            next.put(MIN, ADULT).put(MAX, OLDEST);
            for (String geo : List.of(GEO, NOT_GEO)) {
                if (next.path(geo) instanceof ObjectNode places) {
                    places.remove("zips");
                    if (places.isEmpty()) {
                        next.remove(geo);
                    }
                }
            }
        });
        for (boolean excluded : List.of(false, true)) {
            for (Spot spot : wide.places(excluded)) {
                Radius radius = spot.radius();
                if (radius != null && radius.problem(spot.isPin(), true).isPresent()) {
                    wide = wide.withRadius(spot, excluded,
                            new Radius(BigDecimal.valueOf(radius.miles() ? 15 : 25), radius.miles()));
                }
            }
        }
        return wide;
    }

    // Trees

    private List<String> texts(String list) {
        return spec.path(list).valueStream().map(JsonNode::asString).toList();
    }

    private static ObjectNode object(ObjectNode in, String name) {
        return in.path(name) instanceof ObjectNode there ? there : in.putObject(name);
    }

    private static ArrayNode array(ObjectNode in, String name) {
        return in.path(name) instanceof ArrayNode there ? there : in.putArray(name);
    }

    /// Takes what is met out of a list, and the list where nothing is left.
    private static void remove(ObjectNode from, String list, Predicate<JsonNode> met) {
        if (from.path(list) instanceof ArrayNode values) {
            ArrayNode left = MAKE.arrayNode();
            values.valueStream().filter(met.negate()).forEach(left::add);
            if (left.isEmpty()) {
                from.remove(list);
            } else {
                from.set(list, left);
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetingSpec that && spec.equals(that.spec);
    }

    @Override
    public int hashCode() {
        return spec.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
