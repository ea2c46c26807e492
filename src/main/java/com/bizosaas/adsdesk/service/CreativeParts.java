package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.draft.Copies;
import com.bizosaas.adsdesk.draft.FieldValues;
import com.bizosaas.adsdesk.draft.Fields;
import com.bizosaas.adsdesk.draft.NewCreative;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the description of a new creative of the parts of one that was read.
final class CreativeParts {

    /// Returned by a read and refused by a write (graph-api chapter 16, trap 37).
    private static final String RETIRED = "standard_enhancements";

    /// Kept with a draft, never sent: whose images the description names.
    private static final String IMAGES_FROM = "images_from";

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

    /// A creative that is made in another account too. Its images are copied there before it is.
    ///
    /// @throws DeskException if it shows a post, which belongs to a Page and cannot be described anew
    static String along(RemoteAssets.SourceCreative creative, AdAccountId source) {
        if (!(Json.read(creative.spec()) instanceof ObjectNode spec) || spec.isEmpty()) {
            throw new DeskException(Problem.invalid("mapping", "The creative “" + creative.name()
                    + "” shows a post and cannot be made again", "Choose a creative of the other account for it."));
        }
        spec.put(IMAGES_FROM, source.value());
        return Json.MAPPER.writeValueAsString(spec);
    }

    /// The account from which the images of a drafted creative are copied, empty where they are its own account's.
    static String imagesFrom(String creative) {
        return Json.read(creative).path(IMAGES_FROM).asString("");
    }

    /// The description as Facebook takes it.
    ///
    /// @param name what a new creative is called that has no name of its own
    static String sendable(String creative, String name) {
        if (!(Json.read(creative) instanceof ObjectNode spec) || !FieldValues.creativeId(creative).isEmpty()) {
            return creative;
        }
        spec.remove(List.of(IMAGES_FROM, NewCreative.DESK));
        if (!name.isEmpty() && !spec.has("name")) {
            spec.put("name", name);
        }
        return Json.MAPPER.writeValueAsString(spec);
    }

    /// A described creative with other URL parameters.
    static String tagged(String creative, String urlTags) {
        if (!(Json.read(creative) instanceof ObjectNode spec)) {
            return creative;
        }
        if (urlTags.isEmpty()) {
            spec.remove(Fields.URL_TAGS);
        } else {
            spec.put(Fields.URL_TAGS, urlTags);
        }
        return Json.MAPPER.writeValueAsString(spec);
    }

    /// Hashes of the images that a description shows.
    static Set<String> images(String creative) {
        return Copies.usedIn(creative).stream().filter(one -> one.kind().equals("image")).map(Copies.Used::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
