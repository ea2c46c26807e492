package com.bizosaas.adsdesk.graph.wire;

import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.Creative.Format;
import com.bizosaas.adsdesk.domain.GraphId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ad creative (graph-api chapter 08). What a viewer reads stands in the story's data, in the asset feed, or at the top,
/// depending on how it was made; the first that says something counts.
public final class CreativeJson {

    public static final String FIELDS = "id,name,status,object_type,title,body,call_to_action_type,link_url,"
            + "image_hash,video_id,thumbnail_url,object_story_spec,asset_feed_spec";

    private CreativeJson() {
    }

    public static @Nullable Creative read(WireObject wire) {
        GraphId id = wire.id("id");
        if (id == null) {
            return null;
        }
        WireObject story = wire.object("object_story_spec");
        WireObject link = story.has("template_data") ? story.object("template_data") : story.object("link_data");
        WireObject video = story.object("video_data");
        WireObject photo = story.object("photo_data");
        WireObject feed = wire.object("asset_feed_spec");
        WireObject action = link.has("call_to_action")
                ? link.object("call_to_action")
                : video.object("call_to_action");
        int cards = link.list("child_attachments").size();
        String videoId = first(wire.text("video_id"), video.text("video_id"), asset(feed, "videos", "video_id"));
        String image = first(wire.text("image_hash"), link.text("image_hash"), photo.text("image_hash"),
                video.text("image_hash"), asset(feed, "images", "hash"));
        return new Creative(id, wire.text("name"), wire.text("status"), format(wire, cards, videoId, image),
                first(wire.text("title"), link.text("name"), video.text("title"), asset(feed, "titles", "text")),
                first(wire.text("body"), link.text("message"), video.text("message"), photo.text("caption"),
                        asset(feed, "bodies", "text")),
                first(wire.text("call_to_action_type"), action.text("type"), firstOf(feed.texts(
                        "call_to_action_types"))),
                first(wire.text("link_url"), link.text("link"), action.object("value").text("link"),
                        asset(feed, "link_urls", "website_url")),
                cards, orNull(videoId), orNull(image), story.textOrNull("page_id"), wire.textOrNull("thumbnail_url"));
    }

    private static Format format(WireObject wire, int cards, String videoId, String image) {
        if (cards > 0) {
            return Format.CAROUSEL;
        }
        if (!videoId.isEmpty() || "VIDEO".equals(wire.text("object_type"))) {
            return Format.VIDEO;
        }
        return image.isEmpty() && !"PHOTO".equals(wire.text("object_type")) ? Format.OTHER : Format.IMAGE;
    }

    private static String asset(WireObject feed, String list, String name) {
        List<WireObject> assets = feed.list(list);
        return assets.isEmpty() ? "" : assets.getFirst().text(name);
    }

    private static String firstOf(List<String> texts) {
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
