package com.bizosaas.adsdesk.sandbox.objects;

import com.bizosaas.adsdesk.sandbox.graph.Call;
import com.bizosaas.adsdesk.sandbox.graph.GraphApi;
import com.bizosaas.adsdesk.sandbox.graph.Lists;
import com.bizosaas.adsdesk.sandbox.graph.Operations;
import com.bizosaas.adsdesk.sandbox.graph.Reach;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Creatives: what makes one valid, and that it stays as it was made but for its name, labels and status (graph-api
/// chapter 08).
final class CreativeCalls {

    private static final Set<String> CHANGEABLE = Set.of("name", "status", "adlabels", "account_id");

    private final Values values;
    private final Writes writes;
    private final Lists lists;

    CreativeCalls(Values values, Writes writes, Lists lists) {
        this.values = values;
        this.writes = writes;
        this.lists = lists;
    }

    void register(Operations operations) {
        operations.serve(Kind.AD_ACCOUNT, "GET adcreatives", lists.children(Kind.AD_CREATIVE));
        operations.serve(Kind.AD, "GET adcreatives", (call, ad) -> lists.page(call, Kind.AD_CREATIVE, call.world().find(
                Structure.creativeId(ad)).stream().toList()));
        operations.serve(Kind.AD_SET, "GET adcreatives",
                (call, adSet) -> lists.page(call, Kind.AD_CREATIVE, call.world()
                        .children(adSet.id(), Kind.AD).stream().map(Structure::creativeId).distinct()
                        .flatMap(id -> call.world()
                                .find(id).stream())
                        .toList()));
        operations.serve(Kind.AD_ACCOUNT, "POST adcreatives", this::create);
        operations.serve(Kind.AD_CREATIVE, "POST", this::update);
        operations.serve(Kind.AD_CREATIVE, "DELETE", this::delete);
    }

    private JsonNode create(Call call, Node account) {
        ObjectNode fields = values.of(call, Kind.AD_ACCOUNT, "POST adcreatives", Kind.AD_CREATIVE, account);
        check(call, account, fields);
        return call.validatesOnly() ? GraphApi.success() : Writes.id(add(call, account, fields));
    }

    /// Makes a creative from a specification inside an ad; empty where it is only to be checked.
    String createFrom(Call call, Node account, ObjectNode specification, boolean onlyChecking) {
        checkInline(call, account, specification);
        return onlyChecking ? "" : add(call, account, specification.deepCopy()).id();
    }

    /// A specification that is no call of its own: a key that Facebook does not know is refused in it.
    void checkInline(Call call, Node account, ObjectNode specification) {
        if (!specification.has("instagram_actor_id")) {
            CreativeShape.only("creative", specification, values.names(Kind.AD_ACCOUNT, "POST adcreatives"));
        }
        check(call, account, specification);
    }

    private Node add(Call call, Node account, ObjectNode fields) {
        JsonNode story = fields.path("object_story_spec");
        JsonNode link = story.path("link_data");
        JsonNode video = story.path("video_data");
        fields.put("status", "ACTIVE");
        fields.put("object_type", video.isObject() ? "VIDEO" : "SHARE");
        copy(fields, "title", link.path("name"), video.path("title"));
        copy(fields, "body", link.path("message"), video.path("message"));
        copy(fields, "image_hash", link.path("image_hash"), video.path("image_hash"));
        copy(fields, "video_id", video.path("video_id"));
        copy(fields, "call_to_action_type", link.path("call_to_action").path("type"), video.path("call_to_action").path(
                "type"));
        copy(fields, "instagram_user_id", story.path("instagram_user_id"));
        if (fields.has("object_story_id")) {
            fields.put("effective_object_story_id", fields.path("object_story_id").asString());
        } else if (story.has("page_id")) {
            fields.put("effective_object_story_id", story.path("page_id").asString() + "_" + call.world().newId());
        }
        if (!fields.has("name")) {
            fields.put("name", "Creative " + call.now());
        }
        Node node = writes.create(call, Kind.AD_CREATIVE, account, null, fields, "update_ad_creative");
        node.fields().remove(List.of("created_time", "updated_time"));
        return node;
    }

    private static void copy(ObjectNode fields, String name, JsonNode... sources) {
        for (JsonNode source : sources) {
            if (source.isString() && !fields.has(name)) {
                fields.set(name, source);
            }
        }
    }

    static void check(Call call, Node account, ObjectNode creative) {
        JsonNode story = creative.path("object_story_spec");
        boolean post = creative.has("object_story_id") || creative.has("source_instagram_media_id");
        boolean plain = creative.has("image_hash") || creative.has("asset_feed_spec") || creative.has("product_set_id");
        if (!story.isObject() && !post && !plain) {
            throw GraphError.refused(1_487_390, "Ad creative is incomplete",
                    "A creative needs object_story_spec, object_story_id or asset_feed_spec.", "object_story_spec");
        }
        if (creative.has("instagram_actor_id") || story.has("instagram_actor_id")) {
            throw GraphError.refused(2_238_055, "instagram_actor_id is gone", "Use instagram_user_id.",
                    "instagram_actor_id");
        }
        CreativeShape.check(creative);
        if (creative.path("degrees_of_freedom_spec").path("creative_features_spec").has("standard_enhancements")) {
            throw GraphError.refused(3_858_504, "Standard enhancements can't be set",
                    "Name the single enhancements instead of standard_enhancements.", "degrees_of_freedom_spec");
        }
        if (story.isObject()) {
            checkStory(call, account, story);
        }
    }

    private static void checkStory(Call call, Node account, JsonNode story) {
        String page = story.path("page_id").asString("");
        if (call.world().find(page)
                .filter(node -> node.kind() == Kind.PAGE && Reach.reaches(call.world(), call.caller(),
                        node))
                .isEmpty()) {
            throw GraphError.refused(1_885_029, "Page is missing", "The creative needs a Page that you can use.",
                    "object_story_spec", "page_id");
        }
        String instagram = story.path("instagram_user_id").asString("");
        if (!instagram.isEmpty() && call.world().roots(Kind.PAGE).stream().noneMatch(one -> one.fields()
                .path("instagram_business_account").path("id").asString("").equals(instagram))) {
            throw GraphError.refused(0, "Instagram account can't be used",
                    "The Instagram account is not connected to the Page.", "object_story_spec", "instagram_user_id");
        }
        JsonNode video = story.path("video_data");
        if (video.isObject()) {
            if (!video.has("image_hash") && !video.has("image_url")) {
                throw GraphError.refused(1_443_226, "Video needs a thumbnail",
                        "Set image_hash or image_url in video_data.", "object_story_spec", "video_data");
            }
            existing(call, account, Kind.AD_VIDEO, video.path("video_id").asString(""), "video_id");
        }
        JsonNode link = story.path("link_data");
        if (link.isObject() && link.path("link").asString("").isEmpty()) {
            throw GraphError.refused(2_446_383, "Website URL is missing", "link_data needs a link.",
                    "object_story_spec",
                    "link_data", "link");
        }
        for (JsonNode part : List.of(link, video)) {
            checkImage(call, account, part);
            checkCallToAction(part);
            part.path("child_attachments").forEach(card -> checkImage(call, account, card));
        }
    }

    private static void checkImage(Call call, Node account, JsonNode part) {
        String hash = part.path("image_hash").asString("");
        if (!hash.isEmpty()
                && call.world().children(account.id(), Kind.AD_IMAGE).stream().noneMatch(image -> image.text(
                        "hash").equals(hash))) {
            throw GraphError.refused(1_487_212, "Image not found", "The image " + hash
                    + " does not exist in this ad account.", "image_hash");
        }
    }

    private static void checkCallToAction(JsonNode part) {
        JsonNode call = part.path("call_to_action");
        if ("WHATSAPP_MESSAGE".equals(call.path("type").asString("")) && call.has("value")) {
            throw new GraphError(400, 105, 1_815_630, "OAuthException", "Invalid parameter", "Too many parameters",
                    "The call to action WHATSAPP_MESSAGE takes no value.", List.of("call_to_action"))
                    .withTransient(false);
        }
    }

    private static void existing(Call call, Node account, Kind kind, String id, String field) {
        if (call.world().find(id).filter(node -> node.kind() == kind && node.accountId().equals(account.id()))
                .isEmpty()) {
            throw GraphError.refused(0, "Object not found", id + " does not exist in this ad account.", field);
        }
    }

    private JsonNode update(Call call, Node creative) {
        for (Map.Entry<String, String> one : call.parameters().entrySet()) {
            if (creative.fields().has(one.getKey()) && !CHANGEABLE.contains(one.getKey())) {
                throw GraphError.refused(0, "Creative can't be changed",
                        "Only the name, the labels and the status of a creative can be changed.", one.getKey());
            }
        }
        ObjectNode changed = values.of(call, Kind.AD_CREATIVE, "POST", Kind.AD_CREATIVE,
                Writes.account(call, creative));
        if (call.has("status")) {
            changed.put("status", call.text("status"));
        }
        changed.properties().forEach(entry -> creative.fields().set(entry.getKey(), entry.getValue()));
        call.world().touch(creative);
        return GraphApi.success();
    }

    private JsonNode delete(Call call, Node creative) {
        boolean used = call.world().children(creative.accountId(), Kind.AD).stream()
                .anyMatch(ad -> Structure.creativeId(ad)
                        .equals(creative.id()) && !"DELETED".equals(ad.text("status")));
        if (used) {
            throw GraphError.refused(0, "Creative is in use", "A creative that an ad uses can't be deleted.");
        }
        call.world().remove(creative);
        return Json.object().put("success", true);
    }
}
