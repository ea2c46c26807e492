package com.bizosaas.adsdesk.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The placements and devices of a targeting (graph-api chapter 07): read from it, or changed in it. Without any, Facebook
/// chooses.
final class TargetingPlacements {

    private static final String PLATFORMS = "publisher_platforms";
    private static final String DEVICES = "device_platforms";

    private TargetingPlacements() {
    }

    static boolean automatic(JsonNode spec) {
        return !spec.has(PLATFORMS);
    }

    static void clear(ObjectNode spec) {
        spec.remove(PLATFORMS);
        spec.propertyNames().stream().filter(key -> key.endsWith("_positions")).toList().forEach(spec::remove);
    }

    /// Each by its name. Only message campaigns have Messenger's, and no other placement beside it.
    static void all(ObjectNode spec) {
        clear(spec);
        Placement.ALL.stream().filter(placement -> placement.platform() != Placement.Platform.MESSENGER)
                .forEach(placement -> place(spec, placement, true));
    }

    static boolean has(JsonNode spec, Placement placement) {
        boolean platform = Trees.texts(spec, PLATFORMS).contains(placement.platform().value());
        String list = placement.platform().positions();
        return platform && (!spec.has(list) || Trees.texts(spec, list).contains(placement.value()));
    }

    static void place(ObjectNode spec, Placement placement, boolean on) {
        String list = placement.platform().positions();
        String platform = placement.platform().value();
        Set<Placement> chosen = new LinkedHashSet<>(
                Placement.of(placement.platform()).stream().filter(one -> has(spec, one)).toList());
        if (on) {
            chosen.add(placement);
        } else {
            chosen.remove(placement);
        }
        List<String> unknown = Trees.texts(spec, list).stream().filter(value -> Placement.of(placement.platform())
                .stream().noneMatch(one -> one.value().equals(value))).toList();
        spec.remove(list);
        Trees.remove(spec, PLATFORMS, one -> one.asString().equals(platform));
        if (chosen.isEmpty() && unknown.isEmpty()) {
            if (!spec.has(PLATFORMS)) {
                spec.putArray(PLATFORMS);
            }
            return;
        }
        Trees.array(spec, PLATFORMS).add(platform);
        ArrayNode positions = spec.putArray(list);
        Placement.of(placement.platform()).stream().filter(chosen::contains).forEach(one -> positions.add(one.value()));
        unknown.forEach(positions::add);
    }

    /// `mobile` and `desktop`, both where nothing is said.
    static Set<String> devices(JsonNode spec) {
        List<String> chosen = Trees.texts(spec, DEVICES);
        return chosen.isEmpty() ? Set.of("mobile", "desktop") : Set.copyOf(chosen);
    }

    static void devices(ObjectNode spec, Set<String> chosen) {
        spec.remove(DEVICES);
        if (chosen.size() == 1) {
            spec.putArray(DEVICES).add(chosen.iterator().next());
        }
    }
}
