package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Which keys the parts of a creative may have, as the contract lists them. Facebook refuses others by name where it ignores
/// unknown parameters of a call.
final class CreativeShape {

    private static final Set<String> STORY = Set.of("instagram_user_id", "link_data", "page_id", "photo_data",
            "product_data", "template_data", "text_data", "video_data");
    private static final Set<String> LINK = Set.of("ad_context", "additional_image_index", "app_link_spec",
            "attachment_style", "automated_product_tags", "boosted_product_set_id",
            "branded_content_shared_to_sponsor_status", "branded_content_sponsor_page_id", "call_to_action", "caption",
            "child_attachments", "collection_thumbnails", "customization_rules_spec", "description", "event_id",
            "force_single_link", "format_option", "image_crops", "image_hash", "image_layer_specs",
            "image_overlay_spec", "is_local_expansion", "link", "message", "multi_share_end_card",
            "multi_share_optimized", "name", "offer_id", "page_welcome_message", "picture", "post_click_configuration",
            "preferred_image_tags", "preferred_video_tags", "retailer_item_ids", "show_multiple_images",
            "smart_pse_enabled", "static_fallback_spec", "use_flexible_image_aspect_ratio");
    private static final Set<String> VIDEO = Set.of("additional_image_index",
            "branded_content_shared_to_sponsor_status", "branded_content_sponsor_page_id", "call_to_action",
            "collection_thumbnails", "customization_rules_spec", "image_hash", "image_url", "link_description",
            "message", "offer_id", "page_welcome_message", "post_click_configuration", "retailer_item_ids", "targeting",
            "title", "video_id");
    private static final Set<String> CARD = Set.of("android_url", "call_to_action", "caption", "description",
            "ig_media_id", "image_crops", "image_hash", "ios_url", "link", "marketing_message_buttons", "name",
            "picture", "place_data", "static_card", "video_id");
    private static final Set<String> CALL = Set.of("type", "value");
    private static final Set<String> FREEDOM = Set.of("ad_handle_type", "creative_features_spec",
            "degrees_of_freedom_type", "image_transformation_types", "multi_media_transformation_type",
            "stories_transformation_types", "text_transformation_types", "video_transformation_types");
    private static final Set<String> ENROLLED = Set.of("OPT_IN", "OPT_OUT", "DEFAULT_OPT_IN", "DEFAULT_OPT_OUT");

    private CreativeShape() {
    }

    /// @throws GraphError 100 that names the keys nobody knows
    static void check(JsonNode creative) {
        JsonNode story = creative.path("object_story_spec");
        only("object_story_spec", story, STORY);
        JsonNode link = story.path("link_data");
        only("object_story_spec[link_data]", link, LINK);
        only("object_story_spec[video_data]", story.path("video_data"), VIDEO);
        link.path("child_attachments")
                .forEach(card -> only("object_story_spec[link_data][child_attachments]", card, CARD));
        for (JsonNode part : new JsonNode[]{link, story.path("video_data")}) {
            only("call_to_action", part.path("call_to_action"), CALL);
        }
        if (link.has("picture") && link.has("image_hash")) {
            throw GraphError.invalidParameter("Only one of picture and image_hash can be given in link_data");
        }
        JsonNode freedom = creative.path("degrees_of_freedom_spec");
        only("degrees_of_freedom_spec", freedom, FREEDOM);
        freedom.path("creative_features_spec").properties().forEach(feature -> {
            if (!ENROLLED.contains(feature.getValue().path("enroll_status").asString(""))) {
                throw GraphError.invalidParameter("Param degrees_of_freedom_spec[creative_features_spec]["
                        + feature.getKey() + "][enroll_status] must be one of {OPT_IN, OPT_OUT}");
            }
        });
    }

    static void only(String where, JsonNode part, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        part.properties().forEach(entry -> unknown.add(entry.getKey()));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw GraphError.invalidParameter("Invalid keys \"" + String.join("\", \"", unknown)
                    + "\" were found in param \"" + where + "\".");
        }
    }
}
