package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AudiencesAndMediaTest {

    private static final String HASH = "f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79";
    private static SandboxFixture sandbox;
    private static String account;

    @BeforeAll
    static void start() throws IOException {
        sandbox = new SandboxFixture();
        account = sandbox.account();
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    private static Client.Reply website(String pixel, long seconds) {
        return sandbox.api.post(account + "/customaudiences", "name", "Cart 30d", "prefill", "true", "rule",
                ("{\"inclusions\":{\"operator\":\"or\",\"rules\":[{\"event_sources\":[{\"id\":\"%s\",\"type\":\"pixel\"}],"
                        + "\"retention_seconds\":%d,\"filter\":{\"operator\":\"and\",\"filters\":[{\"field\":\"event\",\"operator\":"
                        + "\"eq\",\"value\":\"AddToCart\"}]}}]}}").formatted(pixel, seconds));
    }

    @Test
    void fillsAWebsiteAudienceInItsOwnTime() {
        String id = SandboxFixture.id(website(sandbox.pixel(account), 2_592_000));
        var fresh = sandbox.api.get(id, "fields",
                "name,subtype,approximate_count_lower_bound,operation_status,time_created,retention_days,rule");
        assertThat(fresh.text("/subtype")).isEqualTo("WEBSITE");
        assertThat(fresh.at("/approximate_count_lower_bound").asInt()).isEqualTo(-1);
        assertThat(fresh.at("/operation_status/code").asInt()).isEqualTo(441);
        assertThat(fresh.at("/time_created").isNumber()).isTrue();
        assertThat(fresh.at("/rule").isString()).isTrue();
        assertThat(fresh.at("/retention_days").asInt()).isEqualTo(30);
        sandbox.server.clock().advance(Duration.ofHours(1));
        var filled = sandbox.api.get(id, "fields", "approximate_count_lower_bound,operation_status");
        assertThat(filled.at("/approximate_count_lower_bound").asInt()).isPositive();
        assertThat(filled.at("/operation_status/code").asInt()).isEqualTo(200);
        assertThat(website("1", 2_592_000).status()).isEqualTo(400);
        assertThat(website(sandbox.pixel(account), 999_999_999).status()).isEqualTo(400);
    }

    @Test
    void makesALookalikeOfASeedAndRefusesAWrongRatio() {
        String seed = SandboxFixture.id(website(sandbox.pixel(account), 2_592_000));
        sandbox.server.clock().advance(Duration.ofHours(1));
        String[] right = {"name", "LAL 1% DE", "subtype", "LOOKALIKE", "origin_audience_id", seed, "lookalike_spec",
                "{\"ratio\":0.01,\"country\":\"DE\"}"};
        String id = SandboxFixture.id(sandbox.api.post(account + "/customaudiences", right));
        assertThat(sandbox.api.get(id, "fields", "lookalike_spec,approximate_count_upper_bound").at(
                "/lookalike_spec/origin/0/id").asString()).isEqualTo(seed);
        right[7] = "{\"ratio\":\"0.01\",\"country\":\"DE\"}";
        assertThat(sandbox.api.post(account + "/customaudiences", right).status()).isEqualTo(400);
        right[7] = "{\"ratio\":0.5,\"country\":\"DE\"}";
        assertThat(sandbox.api.post(account + "/customaudiences", right).at("/error/error_data").toString()).contains(
                "lookalike_spec");
    }

    @Test
    void takesPeopleIntoAListInSessions() {
        String id = SandboxFixture
                .id(sandbox.api.post(account + "/customaudiences", "name", "Newsletter", "subtype", "CUSTOM",
                        "customer_file_source", "USER_PROVIDED_ONLY"));
        var added = sandbox.api.post(id + "/users", "payload", "{\"schema\":[\"EMAIL\",\"FN\"],\"data\":[[\"" + HASH
                + "\",\"\"],[\"mary@example.com\",\"\"]]}", "session",
                "{\"session_id\":7,\"batch_seq\":1,\"last_batch_flag\":true,\"estimated_num_total\":2}");
        assertThat(added.at("/num_received").asInt()).isEqualTo(2);
        assertThat(added.at("/num_invalid_entries").asInt()).isEqualTo(1);
        assertThat(added.text("/session_id")).isEqualTo("7");
        assertThat(sandbox.api.get(id + "/sessions").text("/data/0/num_received")).isEqualTo("2");
        assertThat(sandbox.api
                .post(id + "/users", "payload", "{\"schema\":[\"EMAIL\",\"FN\"],\"data\":[\"" + HASH + "\"]}")
                .code()).isEqualTo(2650);
        assertThat(
                sandbox.api.post(account + "/customaudiences", "name", "x", "subtype", "CUSTOM").text("/error/message"))
                .contains("customer_file_source");
    }

    @Test
    void pausesTheAdSetsOfADeletedAudience() {
        String audience = SandboxFixture.id(website(sandbox.pixel(account), 2_592_000));
        String set = SandboxFixture.id(sandbox.postAdSet(account, sandbox.campaign(account), "daily_budget", "2500",
                "targeting", "{\"custom_audiences\":[{\"id\":\"" + audience
                        + "\"}],\"targeting_automation\":{\"advantage_audience\":0}}",
                "status", "ACTIVE"));
        assertThat(sandbox.api.delete(audience).at("/success").asBoolean()).isTrue();
        assertThat(sandbox.api.get(set, "fields", "status").text("/status")).isEqualTo("PAUSED");
        assertThat(sandbox.api.get(audience).subcode()).isEqualTo(33);
    }

    @Test
    void servesThumbnailsOfTheAskedSizeUntilTheyExpire() {
        var creative = sandbox.api.get(account + "/adcreatives", "fields", "id,thumbnail_url", "thumbnail_width", "600",
                "thumbnail_height", "400", "limit", "1");
        String url = creative.text("/data/0/thumbnail_url");
        var picture = new Client("", "").get(url);
        assertThat(picture.header("content-type")).isEqualTo("image/png");
        assertThat(picture.http().body()).isEqualTo(creative.text("/data/0/id") + "600x400");
        assertThat(new Client("", "").get(url.replace("600x400", "601x400")).status()).isEqualTo(403);
        sandbox.server.clock().advance(Duration.ofDays(5));
        assertThat(new Client("", "").get(url).status()).isEqualTo(403);
    }

    @Test
    void servesPreviewsAsEscapedMarkup() {
        String ad = sandbox.api.get(account + "/ads", "fields", "id", "limit", "1").text("/data/0/id");
        String body = sandbox.api.get(ad + "/previews", "ad_format", "MOBILE_FEED_STANDARD").text("/data/0/body");
        assertThat(body).startsWith("<iframe src=\"http://127.0.0.1").contains("&amp;t=MOBILE_FEED_STANDARD");
        String address = body.substring(body.indexOf('"') + 1, body.indexOf("\" width")).replace("&amp;", "&");
        assertThat(new Client("", "").get(address).http().body()).contains("<img src=");
        String page = sandbox.api.get(account + "/promote_pages", "fields", "id").text("/data/0/id");
        String spec = "{\"object_story_spec\":{\"page_id\":\"" + page
                + "\",\"link_data\":{\"name\":\"Not <yet> kept\",\"link\":\"https://a.example\"}}}";
        var inline = sandbox.api.get(account + "/generatepreviews", "ad_format", "DESKTOP_FEED_STANDARD", "creative",
                spec);
        String inlineBody = inline.text("/data/0/body");
        assertThat(
                new Client("", "").get(inlineBody.substring(inlineBody.indexOf('"') + 1, inlineBody.indexOf("\" width"))
                        .replace("&amp;", "&")).http().body())
                .contains("Not &lt;yet&gt; kept");
        assertThat(sandbox.api.get(ad + "/previews", "ad_format", "NONSENSE").code()).isEqualTo(100);
    }

    @Test
    void holdsACreativeToItsContract() {
        String page = sandbox.api.get(account + "/promote_pages", "fields", "id").text("/data/0/id");
        String instagram = sandbox.api.get(account + "/instagram_accounts", "fields", "id,username").text("/data/0/id");
        String good = "{\"object_story_spec\":{\"page_id\":\"" + page + "\",\"instagram_user_id\":\"" + instagram
                + "\",\"link_data\":{\"name\":\"Coats\",\"link\":\"https://a.example\",\"call_to_action\":{\"type\":"
                + "\"SHOP_NOW\",\"value\":{\"link\":\"https://a.example\"}}}}}";
        assertThat(preview(good).status()).isEqualTo(200);
        assertThat(preview(good.replace("\"name\"", "\"headline\"")).text("/error/message"))
                .contains("Invalid keys \"headline\"").contains("link_data");
        assertThat(preview(good.replace("\"page_id\"", "\"page\"")).text("/error/message")).contains("\"page\"");
        assertThat(preview(good.replace("\"type\":", "\"kind\":")).text("/error/message")).contains("\"kind\"");
        assertThat(preview(good.replaceFirst("\\{", "{\"desk\":{},")).text("/error/message")).contains("\"desk\"");
        assertThat(preview(good.replace(instagram, "17")).code()).isEqualTo(100);
        assertThat(preview(good.replace(page, "17")).subcode()).isEqualTo(1_885_029);
        assertThat(preview(good.replace("\"link\":\"https://a.example\",\"call", "\"call")).subcode())
                .isEqualTo(2_446_383);
        assertThat(preview(good.replace("\"link\":\"https://a.example\",\"call", "\"image_hash\":\"ab\",\"link\":"
                + "\"https://a.example\",\"call")).subcode()).isEqualTo(1_487_212);
        String freedom = good.replaceFirst("\\{",
                "{\"degrees_of_freedom_spec\":{\"creative_features_spec\":{\"image_touchups\":{\"enroll_status\":\"OFF\"}}},");
        assertThat(preview(freedom).text("/error/message")).contains("enroll_status");
        assertThat(preview(freedom.replace("\"OFF\"", "\"OPT_OUT\"")).status()).isEqualTo(200);
    }

    private Client.Reply preview(String creative) {
        return sandbox.api.get(account + "/generatepreviews", "ad_format", "INSTAGRAM_STORY", "creative", creative);
    }

    @Test
    void keepsOneImageForTheSameBytes() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        String bytes = Base64.getEncoder().encodeToString(png.toByteArray());
        var first = sandbox.api.post(account + "/adimages", "bytes", bytes);
        String hash = first.text("/images/bytes/hash");
        assertThat(hash).hasSize(32);
        assertThat(first.at("/images/bytes/width").asInt()).isEqualTo(40);
        assertThat(sandbox.api.post(account + "/adimages", "bytes", bytes).text("/images/bytes/hash")).isEqualTo(hash);
        assertThat(
                sandbox.api.get(account + "/adimages", "hashes", "[\"" + hash + "\"]", "fields", "hash,url,width").at(
                        "/data").size())
                .isEqualTo(1);
        assertThat(sandbox.api.delete(account + "/adimages", "hash", hash).at("/success").asBoolean()).isTrue();
        assertThat(sandbox.api.post(account + "/adimages", "bytes", "AAAA").status()).isEqualTo(400);
    }

    @Test
    void searchesEstimatesAndPutsTargetingIntoWords() {
        assertThat(sandbox.api.get("search", "type", "adgeolocation", "q", "hamb", "location_types", "[\"city\"]").text(
                "/data/0/key")).isEqualTo("547891");
        assertThat(sandbox.api.get("search", "type", "adinterest", "q", "cycl").at("/data/0/audience_size_lower_bound")
                .isNumber()).isTrue();
        assertThat(sandbox.api.get("search", "type", "nonsense", "q", "x").code()).isEqualTo(100);
        assertThat(sandbox.api.get("search", "type", "adgeolocation").code()).isEqualTo(100);
        assertThat(sandbox.api.get("search", "type", "adgeolocation", "q", "x", "location_types", "[\"moon\"]").code())
                .isEqualTo(100);
        assertThat(sandbox.api.get("search", "type", "adTargetingCategory").code()).isEqualTo(100);
        assertThat(sandbox.api.get("search", "type", "adTargetingCategory", "class", "hobbies").code()).isEqualTo(100);
        assertThat(sandbox.api.get("search", "type", "adinterestvalid").code()).isEqualTo(100);
        var valid = sandbox.api.get("search", "type", "adinterestvalid", "interest_list",
                "[\"cycling\",\"Snowboard cross\"]");
        assertThat(valid.at("/data/0/valid").asBoolean()).isTrue();
        assertThat(valid.at("/data/1/valid").asBoolean()).isFalse();
        assertThat(sandbox.api.get("search", "type", "adinterest", "q", "snowboard").at("/data").size()).isZero();
        assertThat(sandbox.api.get(account + "/targetingvalidation", "id_list", "[6003139266461,6003017204650]")
                .at("/data/0/audience_size_lower_bound").asLong()).isPositive();
        assertThat(sandbox.api.get("search", "type", "targetingoptionstatus", "targeting_option_list",
                "[\"6003017204650\"]").text("/data/0/current_status")).isEqualTo("NON-DELIVERABLE");
        assertThat(sandbox.api.get(account + "/delivery_estimate", "optimization_goal", "LINK_CLICKS",
                "targeting_spec", "{\"age_min\":20}").subcode()).isEqualTo(1_885_364);
        assertThat(sandbox.api.get(account + "/delivery_estimate", "optimization_goal", "HAPPINESS", "targeting_spec",
                "{\"geo_locations\":{\"countries\":[\"DE\"]}}").code()).isEqualTo(100);
        String spec = "{\"geo_locations\":{\"countries\":[\"DE\"]},\"age_min\":25,\"age_max\":54}";
        var estimate = sandbox.api.get(account + "/delivery_estimate", "optimization_goal", "LINK_CLICKS",
                "targeting_spec",
                spec);
        assertThat(estimate.at("/data/0/estimate_mau_upper_bound").asLong()).isGreaterThan(estimate.at(
                "/data/0/estimate_mau_lower_bound").asLong());
        assertThat(estimate.at("/data/0/estimate_dau").isMissingNode()).isTrue();
        var lines = sandbox.api.get(account + "/targetingsentencelines", "targeting_spec", spec);
        assertThat(lines.http().body()).contains("Germany").contains("25 - 54");
        assertThat(sandbox.api.get(account + "/advideos", "fields", "status,picture", "limit", "1").text(
                "/data/0/status/video_status")).isEqualTo("ready");
    }
}
