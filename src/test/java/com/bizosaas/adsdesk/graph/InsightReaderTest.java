package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightReaderTest {

    private static final AdAccountId ACCOUNT = AdAccountId.of("701");
    private static final DateRange WEEK = range("2026-11-01", "2026-11-07");
    private static final String STARTED = "{\"report_run_id\":\"602\"}";
    private static final String ROWS = """
            {"data":[{"campaign_id":"12","date_start":"2026-11-01","date_stop":"2026-11-01","impressions":"10"}]}""";

    private final VirtualClock clock = new VirtualClock();
    private final Script script = new Script();
    private final AccountMemory memory = new AccountMemory();

    @Test
    void aRowsTextsBecomeFactsAndWhatIsMissingIsZero() {
        script.then("""
                {"data":[{"campaign_id":"120210000000010001","impressions":"18420","clicks":"412","inline_link_clicks":"287",
                 "outbound_clicks":[{"action_type":"outbound_click","value":"250"}],"spend":"93.41",
                 "actions":[{"action_type":"link_click","value":"287"},{"action_type":"purchase","value":"9"}],
                 "action_values":[{"action_type":"purchase","value":"541.2"}],
                 "date_start":"2026-11-01","date_stop":"2026-11-01"},
                 {"campaign_id":"120210000000010002","impressions":"1","date_start":"2026-11-02"},
                 {"impressions":"5","date_start":"2026-11-02"}]}""");

        List<DailyFact> facts = reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        });

        assertThat(facts).hasSize(2);
        DailyFact first = facts.getFirst();
        assertThat(first.objectId()).isEqualTo("120210000000010001");
        assertThat(first.date()).isEqualTo("2026-11-01");
        assertThat(first.facts().impressions()).isEqualTo(18420);
        assertThat(first.facts().outboundClicks()).isEqualTo(250);
        assertThat(first.facts().spend()).isEqualByComparingTo("93.41");
        assertThat(first.facts().reach()).isNull();
        assertThat(first.facts().actions()).hasSize(2);
        assertThat(first.facts().actionValues().get("purchase")).isEqualByComparingTo("541.2");
        assertThat(facts.get(1).facts().clicks()).isZero();
        assertThat(facts.get(1).facts().spend()).isZero();
        assertThat(script.asked(0)).containsEntry("level", "campaign").containsEntry("time_increment", "1")
                .containsEntry("time_range", "{\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}")
                .doesNotContainKey("breakdowns");
        assertThat(script.asked(0).get("fields")).doesNotContain("reach", "date_start");
    }

    @Test
    void aRangeAsksForReachAndForTheAccountByItsOwnId() {
        script.then("{\"data\":[{\"account_id\":\"701\",\"impressions\":\"10\",\"reach\":\"7\"}]}");

        List<RangeFact> facts = reader().range(ACCOUNT, Level.ACCOUNT, WEEK, _ -> {
        });

        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.objectId()).isEqualTo("act_701");
            assertThat(fact.facts().reach()).isEqualTo(7);
            assertThat(fact.range()).isEqualTo(WEEK);
        });
        assertThat(script.asked(0).get("fields")).contains("reach");
        assertThat(script.asked(0)).doesNotContainKey("time_increment");
    }

    @Test
    void aBreakdownsColumnsAreNotFields() {
        script.then("""
                {"data":[{"account_id":"701","impressions":"10","publisher_platform":"facebook","platform_position":"feed"},
                 {"account_id":"701","impressions":"3","publisher_platform":"audience_network"}]}""");

        assertThat(reader().breakdown(ACCOUNT, WEEK, Breakdown.PLACEMENT)).extracting(row -> row.values())
                .containsExactly(List.of("facebook", "feed"), List.of("audience_network", "unknown"));
        assertThat(script.asked(0)).containsEntry("breakdowns", "publisher_platform,platform_position");
        assertThat(script.asked(0).get("fields")).doesNotContain("publisher_platform");
    }

    @Test
    void aLargeQuestionBecomesARunThatIsDoneOnlyWhenBothSaySo() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 5000);
        script.then(STARTED).then(run("Job Running", 100)).then(run("Job Completed", 80))
                .then(run("Job Completed", 100)).then(ROWS);
        List<Integer> progress = new ArrayList<>();

        assertThat(reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, progress::add)).hasSize(1);

        WireRequest start = script.requests().getFirst();
        assertThat(start.method()).isEqualTo("POST");
        assertThat(Script.parameters(start)).containsEntry("level", "campaign").containsKey("fields");
        assertThat(Script.parameters(script.requests().getLast())).containsOnlyKeys("limit");
        assertThat(clock.slept()).containsExactly(Duration.ofSeconds(5), Duration.ofMillis(7500),
                Duration.ofMillis(11250));
        assertThat(progress).containsExactly(1);
    }

    @Test
    void aRunThatFailsIsReplacedOnceAndThenSplitByDate() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 10_000);
        List<Map<String, String>> started = new ArrayList<>();
        script.always(request -> {
            if (request.method().equals("POST")) {
                started.add(Script.parameters(request));
                return Script.json(200, STARTED);
            }
            if (request.uri().getPath().endsWith("/602")) {
                return Script.json(200, started.size() <= 2 ? run("Job Failed", 0) : run("Job Completed", 100));
            }
            return Script.json(200, ROWS.replace("2026-11-01", started.getLast().get("time_range").substring(10, 20)));
        });

        List<DailyFact> facts = reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        });

        assertThat(facts).extracting(fact -> fact.date().toString()).containsExactly("2026-11-01", "2026-11-05");
        assertThat(started).extracting(form -> form.get("time_range")).containsExactly(
                "{\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}",
                "{\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}",
                "{\"since\":\"2026-11-01\",\"until\":\"2026-11-04\"}",
                "{\"since\":\"2026-11-05\",\"until\":\"2026-11-07\"}");
    }

    @Test
    void aRunThatHangsIsGivenUp() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 50_000);
        script.always(request -> Script.json(200,
                request.method().equals("POST") ? STARTED : run("Job Running", 40)));

        DateRange day = range("2026-11-01", "2026-11-01");
        assertThatThrownBy(() -> reader().daily(ACCOUNT, Level.CAMPAIGN, day, _ -> {
        })).extracting("kind").isEqualTo(Kind.TRANSIENT);
        assertThat(script.requests()).filteredOn(request -> request.method().equals("POST")).hasSize(2);
        assertThat(Duration.between(VirtualClock.START, clock.instant())).isLessThan(Duration.ofMinutes(25));
    }

    @Test
    void aRunThatTellsOfADeadTokenIsNotReplaced() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 50_000);
        script.then(STARTED).then("""
                {"id":"602","async_status":"Job Failed","async_percent_completion":0,"error_code":190,
                 "error_subcode":463,"error_message":"Session has expired"}""");

        assertThatThrownBy(() -> reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).extracting("kind").isEqualTo(Kind.TOKEN);
    }

    @Test
    void rowsThatAreFetchedTooEarlyAreAwaited() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 5000);
        script.then(STARTED).then(run("Job Completed", 100)).then(Script.error(2601, 1815107)).then(ROWS);

        assertThat(reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(1);
    }

    @Test
    void tooMuchDataHalvesTheRange() {
        script.then(Script.error(100, 1487534)).then(ROWS).then(ROWS.replace("11-01", "11-06"));

        assertThat(reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(2);
        assertThat(script.asked(1)).containsEntry("time_range", "{\"since\":\"2026-11-01\",\"until\":\"2026-11-04\"}");
    }

    @Test
    void aQueryThatRunsOutOfTimeBecomesARun() {
        script.then(Script.error(100, 1504018)).then(STARTED).then(run("Job Completed", 100)).then(ROWS);

        assertThat(reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(1);
    }

    @Test
    void reachIsNotPutTogetherFromParts() {
        script.always(request -> request.method().equals("POST")
                ? Script.json(200, STARTED)
                : request.uri().getPath().endsWith("/602")
                        ? Script.json(200, run("Job Failed", 0))
                        : Script.error(100, 1504018));

        assertThatThrownBy(() -> reader().range(ACCOUNT, Level.AD, WEEK, _ -> {
        })).extracting("kind").isEqualTo(Kind.REFUSED);
    }

    @Test
    void aPartThatBreaksOffLeavesNoRowsBehind() {
        script.then("""
                {"data":[{"campaign_id":"12","date_start":"2026-11-01","impressions":"10"}],
                 "paging":{"cursors":{"after":"c"},"next":"https://graph.facebook.com/x?after=c"}}""")
                .then(Script.error(100, 1487534)).then(ROWS).then("{\"data\":[]}");

        assertThat(reader().daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(1);
    }

    @Test
    void theThirtySevenMonthsAreKeptWithAMargin() {
        script.always(_ -> Script.json(200, "{\"data\":[]}"));

        reader().daily(ACCOUNT, Level.ACCOUNT, range("2020-01-01", "2026-11-19"), _ -> {
        });
        assertThat(script.asked(0).get("time_range")).contains("\"since\":\"2023-10-22\"");
        assertThat(reader().daily(ACCOUNT, Level.ACCOUNT, range("2020-01-01", "2020-12-31"), _ -> {
        })).isEmpty();
        assertThat(script.sent()).isOne();
    }

    private InsightReader reader() {
        return new InsightReader(script.client(clock), memory);
    }

    private static String run(String status, int percent) {
        return "{\"id\":\"602\",\"async_status\":\"%s\",\"async_percent_completion\":%d}".formatted(status, percent);
    }

    private static DateRange range(String since, String until) {
        return new DateRange(LocalDate.parse(since), LocalDate.parse(until));
    }
}
