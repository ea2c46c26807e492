package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.targeting.Pin;
import com.bizosaas.adsdesk.domain.targeting.Place;
import com.bizosaas.adsdesk.domain.targeting.Radius;
import com.bizosaas.adsdesk.draft.TargetingSpec.Spot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The places of a targeting, in and out (graph-api chapter 07, `geo_locations`): read from it, or changed in it.
final class TargetingPlaces {

    static final String GEO = "geo_locations";
    static final String NOT_GEO = "excluded_geo_locations";
    private static final String PINS = "custom_locations";

    private TargetingPlaces() {
    }

    static List<Spot> of(JsonNode spec, boolean excluded) {
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

    /// One that is there already stays as it is, one on the other side moves over.
    static void add(ObjectNode spec, Place place, boolean excluded) {
        String list = place.kind().list();
        if (of(spec, excluded).stream().anyMatch(spot -> spot.list().equals(list) && spot.key().equals(place.key()))) {
            return;
        }
        remove(spec, list, place.key(), !excluded);
        ArrayNode places = Trees.array(Trees.object(spec, geo(excluded)), list);
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
    }

    /// The same point again gets the new radius.
    static void add(ObjectNode spec, Pin pin, boolean excluded) {
        remove(spec, PINS, pin.at(), true);
        remove(spec, PINS, pin.at(), false);
        ObjectNode one = Trees.array(Trees.object(spec, geo(excluded)), PINS).addObject();
        one.put("latitude", pin.latitude()).put("longitude", pin.longitude());
        put(one, pin.radius());
    }

    static void radius(ObjectNode spec, Spot spot, boolean excluded, @Nullable Radius radius) {
        spec.path(geo(excluded)).path(spot.list()).valueStream().filter(one -> key(one).equals(spot.key())).findFirst()
                .map(ObjectNode.class::cast).ifPresent(one -> put(one, radius));
    }

    /// @param radius null for none
    static void put(ObjectNode place, @Nullable Radius radius) {
        if (radius == null) {
            place.remove(List.of("radius", "distance_unit"));
        } else {
            place.put("radius", radius.value()).put("distance_unit", radius.miles() ? "mile" : "kilometer");
        }
    }

    static void countries(ObjectNode spec, Collection<String> codes) {
        ArrayNode countries = spec.putObject(GEO).putArray("countries");
        codes.forEach(countries::add);
    }

    static void move(ObjectNode spec, Spot spot, boolean excluded) {
        remove(spec, spot.list(), spot.key(), !excluded);
        spec.path(geo(excluded)).path(spot.list()).valueStream().filter(one -> key(one).equals(spot.key())).findFirst()
                .ifPresent(one -> Trees.array(Trees.object(spec, geo(!excluded)), spot.list()).add(one));
        remove(spec, spot.list(), spot.key(), excluded);
    }

    static void remove(ObjectNode spec, String list, String key, boolean excluded) {
        if (spec.path(geo(excluded)) instanceof ObjectNode places) {
            Trees.remove(places, list, one -> key(one).equals(key));
            if (places.isEmpty()) {
                spec.remove(geo(excluded));
            }
        }
    }
}
