package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Previews: escaped markup with the address of a page that the sandbox serves (graph-api chapter 08).
final class PreviewCalls {

    private final Media media;
    private final CreativeCalls creatives;

    PreviewCalls(Media media, CreativeCalls creatives) {
        this.media = media;
        this.creatives = creatives;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_CREATIVE, "GET previews", (call, creative) -> preview(call, creative));
        operations.serve(Kind.AD, "GET previews",
                (call, ad) -> preview(call, call.world().find(Structure.creativeId(ad))
                        .orElseThrow(() -> GraphError.of(400, 2606, "(#2606) Unable to generate a preview"))));
        operations.serve(Kind.AD_ACCOUNT, "GET generatepreviews", this::generated);
    }

    private JsonNode preview(Call call, Node creative) {
        return markup(call, media.preview(creative.id(), call.required("ad_format")));
    }

    private JsonNode generated(Call call, Node account) {
        ObjectNode creative = call.object("creative").orElseThrow();
        String id = creative.path("creative_id").asString(creative.path("id").asString(""));
        if (!id.isEmpty()) {
            Node known = call.world().find(id)
                    .filter(node -> node.kind() == Kind.AD_CREATIVE && node.accountId().equals(
                            account.id()))
                    .orElseThrow(() -> GraphError.notFound(id, "get"));
            return preview(call, known);
        }
        creatives.checkInline(call, account, creative);
        JsonNode story = creative.path("object_story_spec");
        JsonNode data = story.has("link_data") ? story.path("link_data") : story.path("video_data");
        if (!data.isObject()) {
            throw GraphError.of(400, 2606, "(#2606) Unable to generate a preview");
        }
        ObjectNode inline = Json.object().put("title", data.path("name").asString(data.path("title").asString(""))).put(
                "body", data.path("message").asString("")).put("picture", data.path("image_hash").asString("none"));
        return markup(call, media.previewOf(inline, call.required("ad_format")));
    }

    private static JsonNode markup(Call call, String address) {
        String format = call.text("ad_format");
        int width = format.contains("DESKTOP") ? 500 : 335;
        int height = format.contains("STORY") || format.contains("REELS") ? 595 : 450;
        return Lists.rows(call,
                List.of(Json.object().put("body", "<iframe src=\"" + Media.escape(address) + "\" width=\""
                        + width + "\" height=\"" + height + "\" scrolling=\"yes\" style=\"border: none;\"></iframe>")));
    }
}
