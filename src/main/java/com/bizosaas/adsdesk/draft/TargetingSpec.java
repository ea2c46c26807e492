package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.targeting.Detail;
import com.bizosaas.adsdesk.domain.targeting.Pin;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.Radius;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

    private static final String GEO = TargetingPlaces.GEO;
    private static final String NOT_GEO = TargetingPlaces.NOT_GEO;
    private static final String PINS = "custom_locations";
    private static final String GROUPS = "flexible_spec";
    private static final String AUDIENCES = "custom_audiences";
    private static final String NOT_AUDIENCES = "excluded_custom_audiences";
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
        return TargetingPlaces.of(spec, excluded);
    }

    /// Adds a place; one that is there already stays as it is, one on the other side moves over.
    public TargetingSpec with(Place place, boolean excluded) {
        return changed(next -> TargetingPlaces.add(next, place, excluded));
    }

    /// Adds a pin; the same point again gets the new radius.
    public TargetingSpec with(Pin pin, boolean excluded) {
        return changed(next -> TargetingPlaces.add(next, pin, excluded));
    }

    /// @param radius null for the city alone
    public TargetingSpec withRadius(Spot spot, boolean excluded, @Nullable Radius radius) {
        return changed(next -> TargetingPlaces.radius(next, spot, excluded, radius));
    }

    /// With these countries and no other places.
    TargetingSpec inCountries(Collection<String> codes) {
        return changed(next -> TargetingPlaces.countries(next, codes));
    }

    /// To the other side, as it is.
    public TargetingSpec moved(Spot spot, boolean excluded) {
        return changed(next -> TargetingPlaces.move(next, spot, excluded));
    }

    public TargetingSpec without(Spot spot, boolean excluded) {
        return changed(next -> TargetingPlaces.remove(next, spot.list(), spot.key(), excluded));
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
            Trees.object(next, AUTOMATION).put("advantage_audience", on ? 1 : 0);
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
                keys.forEach(Trees.array(next, "locales")::add);
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
            ArrayNode groups = Trees.array(next, GROUPS);
            ObjectNode into = group < groups.size() ? (ObjectNode) groups.get(group) : groups.addObject();
            Trees.array(into, detail.kind()).addObject().put("id", detail.id()).put("name", detail.name());
        });
    }

    public TargetingSpec without(Entry entry, int group) {
        return changed(next -> {
            if (next.path(GROUPS) instanceof ArrayNode groups && groups.get(group) instanceof ObjectNode from) {
                Trees.remove(from, entry.kind(), one -> entry(entry.kind(), one).id().equals(entry.id()));
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
                Trees.remove(from, entry.kind(), one -> entry(entry.kind(), one).id().equals(entry.id()));
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
        return withoutAudience(id, !excluded).changed(next -> Trees.array(next, excluded ? NOT_AUDIENCES : AUDIENCES)
                .addObject().put("id", id).put("name", name));
    }

    public TargetingSpec withoutAudience(String id, boolean excluded) {
        String list = excluded ? NOT_AUDIENCES : AUDIENCES;
        return changed(next -> Trees.remove(next, list, one -> entry(list, one).id().equals(id)));
    }

    // Placements

    /// Whether Facebook chooses the placements.
    public boolean automatic() {
        return TargetingPlacements.automatic(spec);
    }

    public TargetingSpec automatically() {
        return changed(TargetingPlacements::clear);
    }

    /// Every placement by name, to take some out.
    public TargetingSpec byHand() {
        return changed(TargetingPlacements::all);
    }

    /// Whether a placement is among those chosen. A platform without a list stands for all its positions.
    public boolean has(Placement placement) {
        return TargetingPlacements.has(spec, placement);
    }

    public TargetingSpec placed(Placement placement, boolean on) {
        return changed(next -> TargetingPlacements.place(next, placement, on));
    }

    /// What is missing beside the placements that are chosen, in a sentence with its remedy; empty where nothing is.
    public String placementGap() {
        return Targeting.of(json()).placementGap();
    }

    /// `mobile` and `desktop`, both where nothing is said.
    public Set<String> devices() {
        return TargetingPlacements.devices(spec);
    }

    /// @param chosen one of `mobile` and `desktop`, or both
    public TargetingSpec devices(Set<String> chosen) {
        return changed(next -> TargetingPlacements.devices(next, chosen));
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
