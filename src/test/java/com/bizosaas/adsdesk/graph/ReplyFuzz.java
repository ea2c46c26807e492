package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
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
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Bends replies of the recorded shapes, each by its own seed. Whatever a reply is bent into, the engine answers or throws a
/// [GraphException]; the same reply ends the same way; and a row that is bent takes no other row with it.
final class ReplyFuzz {

    /// What came of it.
    ///
    /// @param ends how often each way to end was seen
    /// @param broken what should not have happened, by seed
    record Result(Map<String, Integer> ends, List<String> broken) {
    }

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

    /// Values that a field may hold one day.
    private static final List<String> ODD = List.of("null", "\"\"", "{}", "[]", "-1", "1e400", "true", "[[[]]]",
            "12345678901234567890", "\"12345678901234567890\"", "\"SOMETHING_NEW\"", "\"2026-13-45T99:00:00+9999\"",
            "{\"error\":{\"code\":190}}", "\"\\u0000\"", "[null,{},\"x\"]");

    /// A list's rows, how they are read, and what tells one from another.
    private record Rows(String edge, String row, Function<AdsApi, List<?>> read) {
    }

    private static final List<Rows> LISTS = List.of(new Rows("campaigns", """
            {"id":"%d","name":"C","objective":"OUTCOME_SALES","status":"ACTIVE","effective_status":"ACTIVE",
             "daily_budget":"2500","created_time":"2026-10-01T08:00:00+0200","special_ad_categories":["NONE"],
             "bid_strategy":"LOWEST_COST_WITHOUT_CAP","issues_info":[{"error_code":1}]}""",
            api -> api.structure(ACCOUNT,
                    _ -> {
                    }).campaigns()),
            new Rows("adsets", """
            {"id":"%d","campaign_id":"1","name":"S","status":"ACTIVE","effective_status":"ACTIVE","daily_budget":"2500",
             "bid_amount":3,"start_time":"2026-10-01T08:00:00+0200","optimization_goal":"REACH","billing_event":"IMPRESSIONS",
             "learning_stage_info":{"status":"LEARNING","conversions":3}}""", api -> api.structure(ACCOUNT, _ -> {
            }).adSets()), new Rows("ads", """
            {"id":"%d","campaign_id":"1","adset_id":"2","name":"A","status":"ACTIVE","effective_status":"ACTIVE",
             "creative":{"id":"9"},"ad_review_feedback":{"global":{"a":"b"}}}""", api -> api.structure(ACCOUNT, _ -> {
            }).ads()),
            new Rows("customaudiences", """
            {"id":"%d","name":"LAL","subtype":"LOOKALIKE","approximate_count_lower_bound":-1,"time_created":1788000000,
             "delivery_status":{"code":200},"operation_status":{"code":200},"retention_days":30}""",
                    api -> api.audiences(
                            ACCOUNT, _ -> {
                            })),
            new Rows("adcreatives", """
            {"id":"%d","name":"K","object_story_spec":{"link_data":{"child_attachments":[{"name":"a"}]}},
             "asset_feed_spec":{"titles":[{"text":"T"}],"call_to_action_types":["X"]}}""", api -> api.creatives(ACCOUNT,
                    _ -> {
                    })),
            new Rows("insights", """
            {"account_id":"701","campaign_id":"%d","impressions":"18420","clicks":"412","spend":"93.41","reach":"7",
             "outbound_clicks":[{"action_type":"outbound_click","value":"2"}],"date_start":"2026-11-01",
             "date_stop":"2026-11-01","actions":[{"action_type":"purchase","value":"9"}]}""", api -> api.daily(ACCOUNT,
                    Level.CAMPAIGN, DAY, _ -> {
                    })));

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS = 5;

    private ReplyFuzz() {
    }

    /// Bends whole replies: bytes, values, lengths, statuses, headers.
    static Result replies(long firstSeed, int count) {
        Map<String, Integer> ends = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            Random random = new Random(seed);
            int chosen = random.nextInt(CALLS.size());
            Consumer<AdsApi> call = CALLS.get(chosen);
            boolean fitting = random.nextInt(4) > 0;
            WireReply reply = bent(random, REPLIES.get(fitting ? FITTING.get(chosen) : random.nextInt(REPLIES.size())));
            String first = outcome(call, reply);
            if (first.startsWith("UNCAUGHT") || !outcome(call, reply).equals(first)) {
                broken.add("seed " + seed + ": " + first);
            }
            ends.merge(first.replaceAll(" .*", ""), 1, Integer::sum);
        }
        return new Result(ends, broken);
    }

    /// Bends one row of five, so that the reply stays whole JSON: the other four must come out as they are without it.
    static Result rows(long firstSeed, int count) {
        Map<String, Integer> ends = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            Random random = new Random(seed);
            Rows list = LISTS.get(random.nextInt(LISTS.size()));
            int victim = random.nextInt(ROWS);
            List<String> good = new ArrayList<>();
            List<String> all = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                String text = list.row.formatted(row + 1);
                all.add(row == victim ? bentRow(random, text) : text);
                if (row != victim) {
                    good.add(text);
                }
            }
            try {
                List<?> expected = read(list, good);
                List<?> came = read(list, all);
                boolean kept = expected.size() == ROWS - 1 && came.containsAll(expected);
                ends.merge(kept ? "kept" : "lost", 1, Integer::sum);
                if (!kept) {
                    broken.add("seed " + seed + ": " + list.edge + " lost a good row beside " + all.get(victim));
                }
            } catch (RuntimeException uncaught) {
                broken.add(
                        "seed " + seed + ": " + list.edge + " ended with " + uncaught + " beside " + all.get(victim));
            }
        }
        return new Result(ends, broken);
    }

    private static List<?> read(Rows list, List<String> rows) {
        String body = "{\"data\":[" + String.join(",", rows) + "],\"currency\":\"EUR\"}";
        return list.read.apply(new Script().always(request -> request.uri().getPath().endsWith("/" + list.edge)
                ? Script.json(200, body)
                : Script.json(200, "{\"data\":[],\"currency\":\"EUR\"}")).api(new VirtualClock()));
    }

    private static String bentRow(Random random, String row) {
        ObjectNode object = (ObjectNode) JSON.readTree(row);
        for (int bends = 1 + random.nextInt(3); bends > 0; bends--) {
            List<Entry<String, JsonNode>> fields = List.copyOf(object.properties());
            if (fields.isEmpty()) {
                break;
            }
            String field = fields.get(random.nextInt(fields.size())).getKey();
            switch (random.nextInt(4)) {
                case 0 -> object.remove(field);
                case 1 -> object.set("field_of_tomorrow_" + bends, odd(random));
                default -> object.set(field, odd(random));
            }
        }
        return object.toString();
    }

    private static JsonNode odd(Random random) {
        return JSON.readTree(ODD.get(random.nextInt(ODD.size())));
    }

    private static String outcome(Consumer<AdsApi> call, WireReply reply) {
        VirtualClock clock = new VirtualClock();
        Script script = new Script().always(_ -> reply);
        try {
            call.accept(script.api(clock));
            return "answer";
        } catch (GraphException known) {
            return known.kind() + " " + known.code() + "/" + known.subcode();
        } catch (RuntimeException | Error uncaught) {
            return "UNCAUGHT " + uncaught;
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

    /// `packaging/proof engine-fuzz [SEED [COUNT]]`
    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 0;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        Result replies = replies(seed, count);
        Result rows = rows(seed, count);
        replies.broken.forEach(System.out::println);
        rows.broken.forEach(System.out::println);
        System.out.printf(Locale.ROOT, "%d bent replies from seed %d, each twice: %s%n", count, seed, replies.ends);
        System.out.printf(Locale.ROOT, "%d replies with one bent row of %d: %s%n", count, ROWS, rows.ends);
        boolean kept = replies.broken.isEmpty() && rows.broken.isEmpty();
        System.out.println(kept ? "Kept" : "NOT kept");
        System.exit(kept ? 0 : 1);
    }
}
