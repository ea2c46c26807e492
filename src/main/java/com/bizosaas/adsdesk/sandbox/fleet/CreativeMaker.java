package com.bizosaas.adsdesk.sandbox.fleet;

import com.bizosaas.adsdesk.sandbox.model.Kind;
import com.bizosaas.adsdesk.sandbox.model.Node;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Makes an account's images, videos and creatives: single images, videos and carousels in the shapes of graph-api
/// chapter 08. Addresses of pictures are not stored, because only the server knows its own address.
final class CreativeMaker {

    private static final List<String> CALLS = List.of("SHOP_NOW", "LEARN_MORE", "SHOP_NOW", "SIGN_UP", "GET_OFFER",
            "SUBSCRIBE", "ORDER_NOW");
    private static final List<Double> LENGTHS = List.of(6.0, 9.0, 15.04, 15.0, 20.5, 31.2, 45.0, 62.4);
    private static final int HASH_DIGITS = 32;

    private final AccountMaker account;
    private final AccountPlan plan;
    private final Dice dice;
    private final List<String> hashes = new ArrayList<>();
    private final List<Node> videos = new ArrayList<>();

    CreativeMaker(AccountMaker account, Dice dice) {
        this.account = account;
        this.plan = account.plan();
        this.dice = dice;
    }

    List<Node> make(int count) {
        for (int i = 0; i < Math.max(6, count * 7 / 10); i++) {
            image(i);
        }
        for (int i = 0; i < Math.max(3, count * 4 / 10); i++) {
            video(i);
        }
        List<Node> creatives = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            creatives.add(creative(i));
        }
        return creatives;
    }

    /// One more, of a sale that is over.
    Node spring() {
        Node creative = creative(2);
        creative.fields().put("name", AccountPlan.Spring.NAME).put("url_tags", AccountPlan.Spring.URL_TAGS);
        return creative;
    }

    private void image(int i) {
        String hash = dice.hex(HASH_DIGITS);
        hashes.add(hash);
        boolean square = dice.chance(0.5);
        ObjectNode fields = account.add(Kind.AD_IMAGE, plan.number() + ":" + hash, null).fields();
        fields.put("hash", hash);
        fields.put("name", plan.voice().ads().get(i % plan.voice().ads().size()) + " " + (i + 1) + ".jpg");
        fields.put("width", 1080).put("height", square ? 1080 : 1350);
        fields.put("original_width", 1080).put("original_height", square ? 1080 : 1350);
        fields.put("status", "ACTIVE");
        stamp(fields);
    }

    private void video(int i) {
        Node video = account.add(Kind.AD_VIDEO, null);
        videos.add(video);
        ObjectNode fields = video.fields();
        fields.put("title", plan.voice().ads().get(i % plan.voice().ads().size()));
        fields.put("length", LENGTHS.get(i % LENGTHS.size()));
        fields.put("published", false);
        ObjectNode status = fields.putObject("status");
        status.put("video_status", "ready");
        for (String phase : List.of("uploading_phase", "processing_phase", "publishing_phase")) {
            status.putObject(phase).put("status", "complete");
        }
        stamp(fields);
    }

    private void stamp(ObjectNode fields) {
        String time = Anchor.text(account.anchor().days(-dice.between(20, 700), dice.between(7, 18)), plan.zone());
        fields.put("created_time", time).put("updated_time", time);
    }

    private Node creative(int i) {
        Voice voice = plan.voice();
        Node creative = account.add(Kind.AD_CREATIVE, null);
        ObjectNode fields = creative.fields();
        String title = dice.pick(voice.headlines());
        String body = dice.pick(voice.bodies());
        String call = dice.pick(CALLS);
        fields.put("name", voice.ads().get(i % voice.ads().size())
                + (i < voice.ads().size() ? "" : " · v" + (1 + i / voice.ads().size())));
        fields.put("status", "ACTIVE");
        fields.put("title", title).put("body", body).put("call_to_action_type", call);
        fields.put("actor_id", plan.client().pageId());
        fields.put("instagram_user_id", plan.client().instagramId());
        String story = plan.client().pageId() + "_" + creative.id().substring(2);
        fields.put("object_story_id", story).put("effective_object_story_id", story);
        fields.put("url_tags",
                "utm_source=facebook&utm_medium=paid&utm_campaign={{campaign.name}}&utm_content={{ad.id}}");
        ObjectNode spec = fields.putObject("object_story_spec");
        spec.put("page_id", plan.client().pageId()).put("instagram_user_id", plan.client().instagramId());
        switch (i % 5) {
            case 0, 3 -> video(fields, spec, title, body, call);
            case 1 -> carousel(fields, spec, title, body, call);
            default -> image(fields, spec, title, body, call);
        }
        return creative;
    }

    private void image(ObjectNode fields, ObjectNode spec, String title, String body, String call) {
        String hash = dice.pick(hashes);
        fields.put("object_type", "SHARE").put("image_hash", hash).put("link_url", link(""));
        ObjectNode data = spec.putObject("link_data");
        data.put("link", link("")).put("message", body).put("name", title).put("image_hash", hash);
        data.put("description", dice.pick(plan.voice().headlines()));
        call(data, call, link(""));
    }

    private void video(ObjectNode fields, ObjectNode spec, String title, String body, String call) {
        Node video = dice.pick(videos);
        String hash = dice.pick(hashes);
        fields.put("object_type", "VIDEO").put("video_id", video.id()).put("image_hash", hash);
        ObjectNode data = spec.putObject("video_data");
        data.put("video_id", video.id()).put("image_hash", hash).put("title", title).put("message", body);
        call(data, call, link(""));
    }

    private void carousel(ObjectNode fields, ObjectNode spec, String title, String body, String call) {
        fields.put("object_type", "SHARE").put("link_url", link(""));
        ObjectNode data = spec.putObject("link_data");
        data.put("link", link("")).put("message", body).put("name", title);
        data.put("multi_share_optimized", true).put("multi_share_end_card", false);
        call(data, call, link(""));
        var cards = data.putArray("child_attachments");
        int count = dice.between(3, 6);
        for (int c = 1; c <= count; c++) {
            ObjectNode card = cards.addObject();
            card.put("link", link("/" + c)).put("name", dice.pick(plan.voice().headlines()));
            card.put("description", dice.between(19, 249) + " " + plan.currency().name());
            card.put("image_hash", dice.pick(hashes));
            call(card, call, link("/" + c));
        }
        fields.put("image_hash", cards.get(0).get("image_hash").asString());
    }

    private static void call(ObjectNode data, String type, String link) {
        ObjectNode call = data.putObject("call_to_action");
        call.put("type", type).putObject("value").put("link", link);
    }

    private String link(String path) {
        return "https://" + plan.client().site() + "/shop" + path;
    }
}
