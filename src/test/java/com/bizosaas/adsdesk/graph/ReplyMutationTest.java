package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Whatever a reply is bent into, the engine answers or throws a [GraphException]; and the same reply ends the same way.
class ReplyMutationTest {

    private static final int MUTATIONS = 4000;
    private static final AdAccountId ACCOUNT = AdAccountId.of("701");
    private static final DateRange DAY = new DateRange(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-01"));
    private static final List<String> SPLINTERS = List.of("null", "\"\"", "{}", "[]", "-1", "1e400", "1e-400", "true",
            "99999999999999999999999999", "\"\\ud800\"", "{\"error\":{}}", "\"9999-99-99T99:99:99+9999\"", "\u0000",
            "\"");

    private static final List<String> REPLIES = List.of("""
            {"data":[{"id":"act_701","account_id":"701","name":"N","account_status":1,"currency":"EUR",
             "timezone_name":"Europe/Berlin","timezone_offset_hours_utc":1,"amount_spent":"1284550","balance":"20417",
             "spend_cap":"0","min_daily_budget":100,"business":{"id":"30","name":"F"},"user_tasks":["ADVERTISE"]}],
             "paging":{"cursors":{"before":"a","after":"b"}}}""", """
            {"data":[{"id":"12","campaign_id":"11","adset_id":"10","name":"A","objective":"OUTCOME_SALES","status":"ACTIVE",
             "effective_status":"ACTIVE","daily_budget":"2500","bid_amount":3,"start_time":"2026-10-01T08:00:00+0200",
             "creative":{"id":"9"},"learning_stage_info":{"status":"LEARNING","conversions":3},"currency":"EUR",
             "issues_info":[{"error_code":1,"error_type":"HARD_ERROR"}],"ad_review_feedback":{"global":{"a":"b"}}}],
             "currency":"EUR"}""", """
            {"data":[{"account_id":"701","campaign_id":"12","impressions":"18420","clicks":"412","spend":"93.41","reach":"7",
             "outbound_clicks":[{"action_type":"outbound_click","value":"2"}],"date_start":"2026-11-01",
             "actions":[{"action_type":"purchase","value":"9"}],"age":"18-24","gender":"female"}]}""",
            """
            {"data":[{"id":"5","name":"LAL","subtype":"LOOKALIKE","approximate_count_lower_bound":-1,"time_created":1788000000,
             "delivery_status":{"code":200},"lookalike_spec":"{\\"ratio\\":0.01,\\"origin\\":[{\\"id\\":\\"1\\"}]}"}]}""",
            """
            {"data":[{"id":"6","object_story_spec":{"link_data":{"child_attachments":[{"name":"a"}]}},
             "asset_feed_spec":{"titles":[{"text":"T"}],"call_to_action_types":["X"]}}]}""", """
            {"error":{"message":"m","type":"OAuthException","code":100,"error_subcode":1885621,"is_transient":false,
             "error_data":"{\\"blame_field_specs\\":[[\\"daily_budget\\"]]}","fbtrace_id":"T"}}""", """
            [{"code":200,"headers":[{"name":"a","value":"b"}],"body":"{\\"thumbnail_url\\":\\"https://x\\"}"},null]""",
            """
            {"id":"602","report_run_id":"602","success":true,"async_status":"Job Completed","async_percent_completion":100}""");

    private static final List<Consumer<AdsApi>> CALLS = List.of(api -> api.adAccounts(_ -> {
    }), api -> api.adAccount(ACCOUNT), api -> api.structure(ACCOUNT, _ -> {
    }), api -> api.daily(ACCOUNT, Level.CAMPAIGN, DAY, _ -> {
    }), api -> api.range(ACCOUNT, Level.ACCOUNT, DAY, _ -> {
    }), api -> api.breakdown(ACCOUNT, DAY, Breakdown.AGE_GENDER), api -> api.audiences(ACCOUNT, _ -> {
    }), api -> api.creatives(ACCOUNT, _ -> {
    }), api -> api.send(Writes.create(ACCOUNT, "campaigns", Map.of("name", "x"))),
            api -> api.send(Writes.update(ACCOUNT, new GraphId("12"), Map.of("name", "x"))),
            api -> api.fields(ACCOUNT, new GraphId("12"), List.of("name", "creative")),
            api -> api.thumbnailUrls(ACCOUNT, List.of(new GraphId("1"), new GraphId("2")), 1, 1), AdsApi::me);

    /// Which reply each call would get.
    private static final List<Integer> FITTING = List.of(0, 0, 1, 2, 2, 2, 3, 4, 7, 7, 7, 6, 1);

    @Test
    void noReplyEndsInAnythingButAnAnswerOrAGraphException() {
        int answered = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            int chosen = random.nextInt(CALLS.size());
            Consumer<AdsApi> call = CALLS.get(chosen);
            boolean fitting = random.nextInt(4) > 0;
            WireReply reply = bent(random, REPLIES.get(fitting ? FITTING.get(chosen) : random.nextInt(REPLIES.size())));
            String first = outcome(call, reply);
            assertThat(outcome(call, reply)).as("seed %d ends the same way again", seed).isEqualTo(first);
            answered += first.equals("answer") ? 1 : 0;
        }
        assertThat(answered).as("some mutations leave a readable reply").isGreaterThan(MUTATIONS / 20);
    }

    @Test
    void aRowThatIsBentTakesNoGoodRowWithIt() {
        for (String splinter : SPLINTERS.subList(0, 12)) {
            for (String field : List.of("id", "name", "status", "daily_budget", "created_time", "issues_info",
                    "special_ad_categories")) {
                String body = """
                        {"data":[{"id":"1","name":"First","daily_budget":"100"},{"id":"2","%s":%s},
                         {"id":"3","name":"Last","daily_budget":"300"}],"currency":"EUR"}""".formatted(field, splinter);
                WireReply reply = Script.json(200, field.equals("id") ? body.replace("\"id\":\"2\",", "") : body);
                AdsApi api = new Script().always(request -> request.uri().getPath().endsWith("/campaigns")
                        ? reply
                        : Script.json(200, "{\"data\":[],\"currency\":\"EUR\"}")).api(new VirtualClock());

                assertThat(api.structure(ACCOUNT, _ -> {
                }).campaigns()).as("%s is %s", field, splinter).extracting(Campaign::name).contains("First", "Last");
            }
        }
    }

    private static String outcome(Consumer<AdsApi> call, WireReply reply) {
        VirtualClock clock = new VirtualClock();
        Script script = new Script().always(_ -> reply);
        try {
            call.accept(script.api(clock));
            return "answer";
        } catch (GraphException known) {
            return known.kind() + " " + known.code() + "/" + known.subcode();
        }
    }

    private static WireReply bent(Random random, String whole) {
        StringBuilder body = new StringBuilder(whole);
        int bends = 1 + random.nextInt(3);
        for (int i = 0; i < bends; i++) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(6)) {
                case 0 -> body.setCharAt(at, (char) random.nextInt(0x250));
                case 1 -> body.replace(at, at + 1, " ");
                case 2 -> body.setLength(Math.max(1, at));
                case 3 -> body.insert(at, body.substring(at, Math.min(body.length(), at + random.nextInt(40))));
                case 4 -> replaceValue(body, at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                default -> replaceValue(body, at, "\"" + random.nextLong() + "\"");
            }
        }
        int status = List.of(200, 200, 200, 400, 500).get(random.nextInt(5));
        return new WireReply(status, Map.of("content-type", "application/json", "x-business-use-case-usage",
                body.toString().replace('\n', ' ')), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Puts something else where the next value stands.
    private static void replaceValue(StringBuilder body, int from, String splinter) {
        int colon = body.indexOf(":", from);
        if (colon < 0) {
            return;
        }
        int end = colon + 1;
        boolean quoted = end < body.length() && body.charAt(end) == '"';
        int stop = quoted ? body.indexOf("\"", end + 1) + 1 : end + 1;
        while (!quoted && stop < body.length() && ",}]".indexOf(body.charAt(stop)) < 0) {
            stop++;
        }
        body.replace(end, Math.max(end, Math.min(body.length(), stop)), splinter);
    }
}
