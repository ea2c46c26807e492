package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.metrics.Breakdown;
import com.bizosaas.adsdesk.domain.metrics.DailyFact;
import com.bizosaas.adsdesk.domain.metrics.RangeFact;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class InsightReaderTest {

    private static final TenantId TENANT = new TenantId("t");
    private static final AdAccountId ACCOUNT = AdAccountId.of("701");
    private static final DateRange WEEK = range("2026-11-01", "2026-11-07");
    private static final String STARTED = "{\"report_run_id\":\"602\"}";
    private static final String ROWS = """
            {"data":[{"campaign_id":"12","date_start":"2026-11-01","date_stop":"2026-11-01","impressions":"10"}]}""";

    private final VirtualClock clock = new VirtualClock();
    private final Script script = new Script();
    private final AccountMemory memory = new AccountMemory();
    private final List<DateRange> stretches = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> remembered = new ConcurrentHashMap<>();
    private final RunMemory runs = new RunMemory() {
        @Override
        public Optional<String> find(TenantId tenant, AdAccountId account, String question, Instant notBefore) {
            return Optional.ofNullable(remembered.get(question));
        }

        @Override
        public void started(TenantId tenant, AdAccountId account, String question, String run, Instant at) {
            remembered.put(question, run);
        }

        @Override
        public void ended(TenantId tenant, AdAccountId account, String question) {
            remembered.remove(question);
        }
    };

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

        List<DailyFact> facts = daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
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

        assertThat(daily(ACCOUNT, Level.CAMPAIGN, WEEK, progress::add)).hasSize(1);

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
        List<Map<String, String>> started = Collections.synchronizedList(new ArrayList<>());
        script.always(request -> {
            String path = request.uri().getPath();
            if (request.method().equals("POST")) {
                synchronized (started) {
                    started.add(Script.parameters(request));
                    return Script.json(200, "{\"report_run_id\":\"60" + started.size() + "\"}");
                }
            }
            String run = path.replaceAll(".*/(60[0-9]+).*", "$1");
            if (path.endsWith("/" + run)) {
                return Script.json(200, run.compareTo("602") <= 0 ? run("Job Failed", 0) : run("Job Completed", 100));
            }
            Map<String, String> form = started.get(Integer.parseInt(run.substring(2)) - 1);
            return Script.json(200, ROWS.replace("2026-11-01", form.get("time_range").substring(10, 20)));
        });

        List<DailyFact> facts = daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        });

        assertThat(facts).extracting(fact -> fact.date().toString()).containsExactly("2026-11-01", "2026-11-05");
        assertThat(started).extracting(form -> form.get("time_range")).containsExactlyInAnyOrder(
                "{\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}",
                "{\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}",
                "{\"since\":\"2026-11-01\",\"until\":\"2026-11-04\"}",
                "{\"since\":\"2026-11-05\",\"until\":\"2026-11-07\"}");
    }

    @Test
    void aRunThatHangsIsGivenUp() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 50_000);
        script.always(request -> Script.json(200, request.method().equals("POST")
                ? STARTED
                : request.uri().getPath().endsWith("/insights") ? "{\"data\":[]}" : run("Job Running", 40)));

        DateRange day = range("2026-11-01", "2026-11-01");
        assertThatThrownBy(() -> daily(ACCOUNT, Level.CAMPAIGN, day, _ -> {
        })).extracting("kind").isEqualTo(Kind.TRANSIENT);
        assertThat(script.requests()).filteredOn(request -> request.method().equals("POST")).hasSize(2);
        assertThat(Duration.between(VirtualClock.START, clock.instant())).isLessThan(Duration.ofMinutes(25));
    }

    @Test
    void aRunThatTellsOfADeadTokenIsNotReplaced() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 10_000);
        script.then(STARTED).then("""
                {"id":"602","async_status":"Job Failed","async_percent_completion":0,"error_code":190,
                 "error_subcode":463,"error_message":"Session has expired"}""");

        assertThatThrownBy(() -> daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).extracting("kind").isEqualTo(Kind.TOKEN);
    }

    @Test
    void rowsThatAreFetchedTooEarlyAreAwaited() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 5000);
        script.then(STARTED).then(run("Job Completed", 100)).then(Script.error(2601, 1815107)).then(ROWS);

        assertThat(daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(1);
    }

    @Test
    void tooMuchDataHalvesTheRange() {
        script.then(Script.error(100, 1487534)).then(ROWS).then(ROWS.replace("11-01", "11-06"));

        assertThat(daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(2);
        assertThat(script.requests()).extracting(request -> Script.parameters(request).get("time_range"))
                .containsExactlyInAnyOrder("{\"since\":\"2026-11-01\",\"until\":\"2026-11-07\"}",
                        "{\"since\":\"2026-11-01\",\"until\":\"2026-11-04\"}",
                        "{\"since\":\"2026-11-05\",\"until\":\"2026-11-07\"}");
    }

    @Test
    void aQueryThatRunsOutOfTimeBecomesARun() {
        script.then(Script.error(100, 1504018)).then(STARTED).then(run("Job Completed", 100)).then(ROWS);

        assertThat(daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(1);
    }

    @Test
    void reachIsNotPutTogetherFromParts() {
        script.always(request -> request.method().equals("POST")
                ? Script.json(200, STARTED)
                : request.uri().getPath().endsWith("/602")
                        ? Script.json(200, run("Job Failed", 0))
                        : Script.error(100, 1504018));

        assertThatThrownBy(() -> reader().range(ACCOUNT, Level.ACCOUNT, WEEK, _ -> {
        })).extracting("kind").isEqualTo(Kind.REFUSED);
        assertThat(script.requests()).noneMatch(request -> Script.parameters(request).containsKey("filtering"));
    }

    @Test
    void aSingleDayThatIsTooLargeIsCutByItsObjects() {
        Set<String> ads = Collections.synchronizedSet(new HashSet<>());
        script.always(request -> {
            Map<String, String> asked = Script.parameters(request);
            String within = asked.getOrDefault("filtering", "");
            if (asked.get("fields").equals("campaign_id")) {
                return Script.json(200,
                        "{\"data\":[{\"campaign_id\":\"1\"},{\"campaign_id\":\"2\"},{\"campaign_id\":\"3\"}]}");
            }
            if (asked.get("fields").equals("adset_id")) {
                return Script.json(200, "{\"data\":[{\"adset_id\":\"31\"},{\"adset_id\":\"32\"}]}");
            }
            if (within.contains("\"2\"") && !within.contains("\"1\"") || within.contains("adset.id")) {
                String id = within.replaceAll("[^0-9]", "");
                ads.add(id);
                return Script.json(200, "{\"data\":[{\"ad_id\":\"" + id
                        + "\",\"date_start\":\"2026-11-01\",\"impressions\":\"10\"}]}");
            }
            return within.contains("\"1\"") && !within.contains("\"2\"")
                    ? Script.json(200, "{\"data\":[]}")
                    : Script.error(100, 1487534);
        });

        List<DailyFact> facts = daily(ACCOUNT, Level.AD, range("2026-11-01", "2026-11-01"), _ -> {
        });

        assertThat(facts).extracting(DailyFact::objectId).containsExactlyInAnyOrder("2", "31", "32");
        assertThat(ads).containsExactlyInAnyOrder("2", "31", "32");
        assertThat(stretches).as("The day is whole once, when all its parts are")
                .containsExactly(range("2026-11-01", "2026-11-01"));
    }

    @Test
    void aQuestionThatIsFarTooLargeStartsInPartsOfWhichThreeRunAtATime() throws InterruptedException {
        memory.note(ACCOUNT, Level.CAMPAIGN, 50_000);
        AtomicInteger number = new AtomicInteger(600);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        script.always(request -> {
            if (request.method().equals("POST")) {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                three.countDown();
                await(three);
                return Script.json(200, "{\"report_run_id\":\"" + number.incrementAndGet() + "\"}");
            }
            if (request.uri().getPath().endsWith("/insights")) {
                atOnce.decrementAndGet();
                return Script.json(200, "{\"data\":[]}");
            }
            return Script.json(200, run("Job Completed", 100));
        });

        daily(ACCOUNT, Level.CAMPAIGN, range("2026-11-01", "2026-11-14"), _ -> {
        });

        assertThat(stretches).hasSize(7).allMatch(days -> days.days() == 2);
        assertThat(most.get()).isEqualTo(3);
        assertThat(remembered).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRunIsTakenUpAgainAfterARestart() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 5000);
        script.then(STARTED).then(Script.error(190, 463));
        assertThatThrownBy(() -> daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).extracting("kind").isEqualTo(Kind.TOKEN);
        assertThat(remembered).containsValue("602");

        Script after = new Script();
        after.then(run("Job Completed", 100)).then(ROWS);
        List<DailyFact> facts = new ArrayList<>();
        new InsightReader(after.client(clock), memory, runs).daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        }, Batch<DailyFact>::new, (_, batches) -> batches.forEach(batch -> facts.addAll(batch.rows())));

        assertThat(facts).hasSize(1);
        assertThat(after.requests()).as("No second run").noneMatch(request -> request.method().equals("POST"));
        assertThat(remembered).isEmpty();
    }

    @Test
    void aRunThatFacebookForgotIsMadeAnew() {
        memory.note(ACCOUNT, Level.CAMPAIGN, 5000);
        runs.started(TENANT, ACCOUNT, question(), "599", clock.instant());
        script.then(Script.error(100, 33)).then(STARTED).then(run("Job Completed", 100)).then(ROWS);

        assertThat(daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(1);
        assertThat(remembered).isEmpty();
    }

    private static String question() {
        return new InsightQuery(ACCOUNT, Level.CAMPAIGN, WEEK, true, null, null).key();
    }

    @Test
    void aPartThatBreaksOffLeavesNoRowsBehind() {
        script.then("""
                {"data":[{"campaign_id":"12","date_start":"2026-11-01","impressions":"10"}],
                 "paging":{"cursors":{"after":"c"},"next":"https://graph.facebook.com/x?after=c"}}""")
                .then(Script.error(100, 1487534)).then(ROWS).then("{\"data\":[]}");

        assertThat(daily(ACCOUNT, Level.CAMPAIGN, WEEK, _ -> {
        })).hasSize(1);
    }

    @Test
    void theThirtySevenMonthsAreKeptWithAMargin() {
        script.always(_ -> Script.json(200, "{\"data\":[]}"));

        daily(ACCOUNT, Level.ACCOUNT, range("2020-01-01", "2026-11-19"), _ -> {
        });
        assertThat(script.asked(0).get("time_range")).contains("\"since\":\"2023-10-22\"");
        assertThat(daily(ACCOUNT, Level.ACCOUNT, range("2020-01-01", "2020-12-31"), _ -> {
        })).isEmpty();
        assertThat(script.sent()).isOne();
    }

    private List<DailyFact> daily(AdAccountId account, Level level, DateRange range, IntConsumer progress) {
        List<DailyFact> all = Collections.synchronizedList(new ArrayList<>());
        reader().daily(account, level, range, progress, Batch<DailyFact>::new, (days, batches) -> {
            stretches.add(days);
            batches.forEach(batch -> all.addAll(batch.rows()));
        });
        return all.stream().sorted(Comparator.comparing(DailyFact::date)).toList();
    }

    private InsightReader reader() {
        return new InsightReader(script.client(clock), memory, runs);
    }

    private static String run(String status, int percent) {
        return "{\"id\":\"602\",\"async_status\":\"%s\",\"async_percent_completion\":%d}".formatted(status, percent);
    }

    private static DateRange range(String since, String until) {
        return new DateRange(LocalDate.parse(since), LocalDate.parse(until));
    }
}
