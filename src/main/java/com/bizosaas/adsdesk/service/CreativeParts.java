package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.draft.Fields;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the description of a new creative of the parts of one that was read.
final class CreativeParts {

    /// Returned by a read and refused by a write (graph-api chapter 16, trap 37).
    private static final String RETIRED = "standard_enhancements";

    private CreativeParts() {
    }

    /// @param parts as read, by field
    /// @throws DeskException if the parts were never read
    static String with(Map<String, String> parts, String urlTags) {
        ObjectNode creative = Json.MAPPER.createObjectNode();
        for (String part : List.of("object_story_spec", "asset_feed_spec", "degrees_of_freedom_spec")) {
            JsonNode value = Json.read(parts.getOrDefault(part, ""));
            if (value.isObject() && !value.isEmpty()) {
                if (value.path("creative_features_spec") instanceof ObjectNode features) {
                    features.remove(RETIRED);
                }
                creative.set(part, value);
            }
        }
        if (creative.isEmpty()) {
            throw new DeskException(
                    Problem.invalid(Fields.URL_TAGS, "What the ad's creative is made of is not known yet",
                            "Open the ad while you are online, then try again."));
        }
        String name = parts.getOrDefault("name", "");
        if (!name.isEmpty()) {
            creative.put("name", name);
        }
        if (!urlTags.isEmpty()) {
            creative.put(Fields.URL_TAGS, urlTags);
        }
        return Json.MAPPER.writeValueAsString(creative);
    }
}
