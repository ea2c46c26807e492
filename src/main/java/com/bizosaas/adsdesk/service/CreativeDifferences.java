package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Enhancement;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.PublishRow.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Compares a creative that was made with its ad, part by part, with what Facebook says it has. What Facebook adds of its
/// own is no difference; an enhancement that was switched off and is on is one.
final class CreativeDifferences {

    private static final String FEATURES = "creative_features_spec";

    private final List<Difference> found = new ArrayList<>();

    private CreativeDifferences() {
    }

    /// @param sent the creative as Facebook took it
    /// @param has what was read of the ad, with the creative's parts
    static List<Difference> of(String sent, Map<String, String> has) {
        CreativeDifferences differences = new CreativeDifferences();
        JsonNode spec = Json.read(sent);
        for (String part : List.of("object_story_spec", "asset_feed_spec")) {
            if (spec.path(part).isObject()) {
                differences.compare(part, spec.path(part), Json.read(RemoteDrafts.part(has, part)));
            }
        }
        differences.features(spec.path("degrees_of_freedom_spec").path(FEATURES),
                Json.read(RemoteDrafts.part(has, "degrees_of_freedom_spec")).path(FEATURES));
        return differences.found;
    }

    private void compare(String path, JsonNode wanted, JsonNode read) {
        if (wanted.isObject()) {
            wanted.properties().forEach(
                    part -> compare(path + "." + part.getKey(), part.getValue(), read.path(part.getKey())));
        } else if (wanted.isArray() ? !wanted.equals(read) : !wanted.asString("").equals(read.asString(""))) {
            found.add(new Difference(Fields.CREATIVE, "Creative, " + path.substring(path.lastIndexOf('.') + 1),
                    text(wanted), text(read)));
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode()
                ? ""
                : value.isContainer() ? Json.MAPPER.writeValueAsString(value) : value.asString("");
    }

    private void features(JsonNode wanted, JsonNode read) {
        wanted.properties().forEach(feature -> {
            String sent = feature.getValue().path("enroll_status").asString("");
            String now = read.path(feature.getKey()).path("enroll_status").asString("");
            if (!now.isEmpty() && !now.equals(sent)) {
                found.add(new Difference(Fields.CREATIVE, "Creative, "
                        + Enhancement.of(feature.getKey()).map(Enhancement::label).orElse(feature.getKey()), sent,
                        now));
            }
        });
    }
}
