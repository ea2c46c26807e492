package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageBudgetTest {

    private static final AdAccountId ACCOUNT = AdAccountId.of("701234567890123");
    private static final AdAccountId OTHER = AdAccountId.of("702");
    private static final TenantId TENANT = Script.TENANT;
    private static final GraphRequest CAMPAIGNS = GraphRequest.list("act_701234567890123/campaigns").on(ACCOUNT,
            UseCase.ADS_MANAGEMENT);
    private static final GraphRequest INSIGHTS = GraphRequest.list("act_701234567890123/insights").on(ACCOUNT,
            UseCase.ADS_INSIGHTS);

    private final VirtualClock clock = new VirtualClock();
    private final UsageBudget budget = new UsageBudget(clock);

    @ParameterizedTest(name = "{0}/{1} closes for {4} s")
    @CsvSource(textBlock = """
            80004, 2446079, x-business-use-case-usage, '{"701234567890123":[{"type":"ads_management","call_count":118,"estimated_time_to_regain_access":47}]}', 2820
            17,    2446079, x-ad-account-usage, '{"acc_id_util_pct":100,"reset_time_duration":100}', 100
            17,    2446079, x-ad-account-usage, '{"acc_id_util_pct":100,"reset_time_duration":100,"ads_api_access_tier":"development_access"}', 300
            17,    2446079, x-nothing, '{}', 60
            613,   1487742, x-ad-account-usage, '{"ads_api_access_tier":"development_access"}', 300
            4,     0,       retry-after, '42', 42
            4,     0,       x-nothing, '{}', 60
            613,   1487632, x-nothing, '{}', 3600
            """)
    void closesUntilTheTimeThatTheServerNames(int code, int subcode, String header, String value, long seconds)
            throws InterruptedException {
        Instant until = refuse(CAMPAIGNS, Script.error(code, subcode, header, value));

        assertThat(until).isEqualTo(VirtualClock.START.plusSeconds(seconds));
    }

    @Test
    void aQuestionThatIsPutAsAWriteCostsAsMuch() {
        AdAccountId account = AdAccountId.of("701");
        GraphRequest question = GraphRequest.start("act_701/campaigns").on(account, UseCase.ADS_MANAGEMENT);
        GraphRequest run = GraphRequest.start("act_701/insights").on(account, UseCase.ADS_INSIGHTS);
        GraphRequest read = GraphRequest.read("act_701").on(account, UseCase.ADS_MANAGEMENT);
        assertThat(question.points()).isEqualTo(3);
        assertThat(run.points()).isOne();
        GraphRequest batch = GraphRequest.start("").holding(List.of(question, read, read));
        assertThat(batch.points()).isEqualTo(5);
        assertThat(LimitScope.charges(Script.TENANT, batch)).containsEntry(LimitScope.account("701", ""), 5);
    }

    @Test
    void aFullWindowClosesBeforeItIsHit() throws InterruptedException {
        admitted(CAMPAIGNS, Script.json(200, "{\"data\":[]}", "x-business-use-case-usage",
                """
                {"701234567890123":[{"type":"ads_management","call_count":100,"estimated_time_to_regain_access":3}]}"""));

        assertThatThrownBy(() -> budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant()))
                .isInstanceOfSatisfying(GraphException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.LIMIT);
                    assertThat(refusal.until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(3)));
                });
        assertThat(budget.usage(TENANT, ACCOUNT).calls()).isEqualTo(100);
        assertThat(budget.usage(TENANT, ACCOUNT).blockedUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(budget.usage(TENANT, OTHER).blockedUntil()).isNull();
    }

    @Test
    void whatIsClosedHoldsNothingElseUp() throws InterruptedException {
        refuse(INSIGHTS, Script.error(80000, 0));

        assertOpen(TENANT, CAMPAIGNS);
        assertOpen(TENANT, GraphRequest.list("act_702/insights").on(OTHER, UseCase.ADS_INSIGHTS));
        assertOpen(TENANT, GraphRequest.read("me"));
        assertClosed(INSIGHTS);
    }

    @Test
    void anAccountsScoreClosesAllItsUseCases() throws InterruptedException {
        refuse(CAMPAIGNS, Script.error(17, 2446079));

        assertClosed(CAMPAIGNS);
        assertClosed(INSIGHTS);
        assertOpen(TENANT, GraphRequest.list("act_702/campaigns").on(OTHER, UseCase.ADS_MANAGEMENT));
    }

    @Test
    void aPersonsLimitLeavesOtherTenantsAlone() throws InterruptedException {
        refuse(GraphRequest.list("me/adaccounts"), Script.error(17, 0));

        assertClosed(GraphRequest.read("me"));
        assertOpen(new TenantId("other"), GraphRequest.read("me"));
    }

    @Test
    void theAppsLimitClosesEverything() throws InterruptedException {
        refuse(CAMPAIGNS, Script.error(4, 0));

        assertClosed(GraphRequest.read("me"));
        assertThatThrownBy(() -> budget.admit(new TenantId("other"), GraphRequest.read("me"), () -> Priority.CLICK,
                clock.instant()))
                .isInstanceOf(GraphException.class);
    }

    /// Facebook says code 4 to a tenant whose share of the app's calls is used up; nobody else need wait.
    @Test
    void aLimitOfTheAppThatOthersDoNotMeetIsTheTenantsOwn() throws InterruptedException {
        TenantId other = new TenantId("other");
        GraphRequest me = GraphRequest.read("me");
        Admission refused = budget.admit(TENANT, me, () -> Priority.CLICK, clock.instant());
        Admission later = budget.admit(other, me, () -> Priority.CLICK, clock.instant());
        refused.note(Verdict.of(me, Script.error(4, 0)));
        refused.close();
        assertThatThrownBy(() -> budget.admit(other, me, () -> Priority.CLICK, clock.instant()))
                .isInstanceOf(GraphException.class);

        later.note(Verdict.of(me, Script.json(200, "{}")));
        later.close();

        assertOpen(other, me);
        assertClosed(me);
    }

    @Test
    void aLimitOfTheAppThatItsHeaderShowsIsEverybodys() throws InterruptedException {
        TenantId other = new TenantId("other");
        GraphRequest me = GraphRequest.read("me");
        Admission refused = budget.admit(TENANT, me, () -> Priority.CLICK, clock.instant());
        Admission later = budget.admit(other, me, () -> Priority.CLICK, clock.instant());
        refused.note(Verdict.of(me, Script.error(4, 0, "x-app-usage", "{\"call_count\":104}")));
        refused.close();
        later.note(Verdict.of(me, Script.json(200, "{}")));
        later.close();

        assertThatThrownBy(() -> budget.admit(other, me, () -> Priority.CLICK, clock.instant()))
                .isInstanceOf(GraphException.class);
    }

    @Test
    void theInsightsLimitOfTheAppClosesInsightsOnly() throws InterruptedException {
        refuse(INSIGHTS, Script.error(4, 1504022));

        assertOpen(TENANT, CAMPAIGNS);
        assertClosed(GraphRequest.list("act_702/insights").on(OTHER, UseCase.ADS_INSIGHTS));
    }

    @Test
    void oneProbeGoesFirstAndTheOthersFollowItsSuccess() throws Exception {
        refuse(CAMPAIGNS, Script.error(80004, 0));
        clock.advance(Duration.ofSeconds(60));

        Admission probe = budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant());
        AtomicInteger through = new AtomicInteger();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(Thread.ofVirtual().start(() -> enter(through)));
        }
        await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        assertThat(through).hasValue(0);

        probe.note(Verdict.of(CAMPAIGNS, Script.json(200, "{\"data\":[]}")));
        probe.close();
        await().untilAtomic(through, is(3));
    }

    @Test
    void aProbeThatIsRefusedClosesForTwiceAsLong() throws InterruptedException {
        refuse(CAMPAIGNS, Script.error(80004, 0));
        clock.advance(Duration.ofSeconds(60));
        Instant second = refuse(CAMPAIGNS, Script.error(80004, 0));

        assertThat(second).isEqualTo(clock.instant().plusSeconds(120));

        clock.advance(Duration.ofSeconds(120));
        admitted(CAMPAIGNS, Script.json(200, "{\"data\":[]}"));
        assertThat(refuse(CAMPAIGNS, Script.error(80004, 0))).isEqualTo(clock.instant().plusSeconds(60));
    }

    @Test
    void aProbeWithoutAnAnswerLeavesTheTryToTheNext() throws InterruptedException {
        refuse(CAMPAIGNS, Script.error(80004, 0));
        clock.advance(Duration.ofSeconds(60));
        try (Admission probe = budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant())) {
            assertThat(probe.probes()).hasSize(1);
            probe.note(Verdict.lost(CAMPAIGNS, Map.of(), "reset"));
        }

        try (Admission next = budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant())) {
            assertThat(next.probes()).hasSize(1);
        }
    }

    @Test
    void answersThatWereOnTheirWayDoNotOpenAClosedScope() throws InterruptedException {
        Admission early = budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant());
        refuse(CAMPAIGNS, Script.error(80004, 0));
        early.note(Verdict.of(CAMPAIGNS, Script.json(200, "{\"data\":[]}")));
        early.close();

        assertClosed(CAMPAIGNS);
    }

    @Test
    void aShortWaitIsWaitedForAndALongOneIsTold() throws InterruptedException {
        refuse(CAMPAIGNS, Script.error(80004, 0));

        budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant().plusSeconds(61)).close();

        assertThat(clock.slept()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void fourCallsRunSideBySideForOneAccount() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try (Admission admission = budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant())) {
                    assertThat(admission.lane()).isEqualTo(ACCOUNT.value());
                    inside.incrementAndGet();
                    end.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        await().untilAtomic(inside, is(4));
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        assertThat(inside).hasValue(4);
        assertOpen(TENANT, GraphRequest.list("act_702/campaigns").on(OTHER, UseCase.ADS_MANAGEMENT));

        end.countDown();
        await().untilAtomic(inside, is(9));
    }

    @Test
    void theOperatorGoesFirstThenTheVisibleTabThenTheBackgroundTenantByTenant() throws Exception {
        List<Admission> full = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            full.add(budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant()));
        }
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        TenantId other = new TenantId("other");
        line(order, "history 1", TENANT, Priority.BACKGROUND);
        line(order, "history 2", TENANT, Priority.BACKGROUND);
        line(order, "other's history", other, Priority.BACKGROUND);
        line(order, "tab", TENANT, Priority.VISIBLE);
        line(order, "click", TENANT, Priority.CLICK);

        full.removeLast().close();
        await().until(() -> order.size() == 2);
        full.removeLast().close();
        await().until(() -> order.size() == 5);

        assertThat(order).as("the background never takes the last lane")
                .containsExactly("click", "tab", "other's history", "history 1", "history 2");
    }

    @Test
    void aWriteIsTheOperatorsOwnWhoeverSendsIt() throws Exception {
        List<Admission> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            taken.add(budget.admit(TENANT, CAMPAIGNS, () -> Priority.BACKGROUND, clock.instant()));
        }
        GraphRequest write = GraphRequest.update("12").with("name", "A").on(ACCOUNT, UseCase.ADS_MANAGEMENT);

        try (Admission admission = budget.admit(TENANT, write, () -> Priority.BACKGROUND, clock.instant())) {
            assertThat(admission.charges()).containsEntry(LimitScope.account(ACCOUNT.number(), ""), 3);
        }
        assertThat(taken).hasSize(3);
    }

    @Test
    void withoutAnyHeaderTheLimitedTierIsNeverHit() throws InterruptedException {
        admitted(CAMPAIGNS, Script.json(200, "{\"data\":[]}", "x-ad-account-usage",
                "{\"ads_api_access_tier\":\"development_access\"}"));
        List<Instant> sent = new ArrayList<>();
        while (sent.size() < 300) {
            try (Admission admission = budget.admit(TENANT, CAMPAIGNS, () -> Priority.VISIBLE,
                    clock.instant().plusSeconds(300))) {
                sent.add(clock.instant());
                admission.note(Verdict.of(CAMPAIGNS, Script.json(200, "{\"data\":[]}")));
            }
        }

        assertThat(sent).allSatisfy(at -> assertThat(sent)
                .filteredOn(other -> !other.isAfter(at) && other.isAfter(at.minusSeconds(300)))
                .as("points within 300 seconds").hasSizeLessThan(55));
        assertThat(Duration.between(sent.getFirst(), sent.getLast())).as("and nothing is wasted")
                .isLessThan(Duration.ofSeconds(300 * 306 / 53));
    }

    @Test
    void fourBudgetChangesAnHourCloseThatAdSetsBudgetOnly() throws InterruptedException {
        GraphRequest change = GraphRequest.update("555").with("daily_budget", "900").on(ACCOUNT,
                UseCase.ADS_MANAGEMENT);
        refuse(change, Script.error(613, 1487632));

        assertClosed(change);
        assertOpen(TENANT, GraphRequest.update("555").with("name", "A").on(ACCOUNT, UseCase.ADS_MANAGEMENT));
        assertOpen(TENANT, GraphRequest.update("556").with("daily_budget", "9").on(ACCOUNT, UseCase.ADS_MANAGEMENT));
        clock.advance(Duration.ofHours(1));
        admitted(change, Script.json(200, "{\"success\":true}"));
    }

    @Test
    void theForecastNamesWritesAndTheTimeOfTheWholeAllowance() throws InterruptedException {
        admitted(CAMPAIGNS, Script.json(200, "{\"data\":[]}", "x-ad-account-usage", """
                {"acc_id_util_pct":50,"reset_time_duration":150,"ads_api_access_tier":"development_access"}"""));

        GraphAccess.Forecast forecast = budget.forecast(TENANT, ACCOUNT);

        assertThat(forecast.writes()).isEqualTo(9);
        assertThat(forecast.wholeAt()).isEqualTo(clock.instant().plusSeconds(150));
        assertThat(forecast.blockedUntil()).isNull();
        assertThat(forecast.takes(0, 9, clock.instant())).isLessThan(Duration.ofSeconds(1));
        assertThat(forecast.takes(0, 40, clock.instant())).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(8));
        assertThat(budget.forecast(TENANT, OTHER).writes()).isEqualTo(20);
    }

    @Test
    void whatIsPublishedGoesBeforeWhatIsReadInTheBackground() throws InterruptedException {
        admitted(CAMPAIGNS, Script.json(200, "{\"data\":[]}", "x-ad-account-usage", """
                {"acc_id_util_pct":50,"reset_time_duration":150,"ads_api_access_tier":"development_access"}"""));
        budget.reserve(TENANT, ACCOUNT, GraphAccess.Need.PUBLISHED, 29);

        assertThatThrownBy(() -> budget.admit(TENANT, CAMPAIGNS, () -> Priority.VISIBLE, Instant.MAX))
                .as("whatever its patience").isInstanceOf(GraphException.class).extracting("kind", "userTitle")
                .containsExactly(Kind.LIMIT, "What is left of the limit is kept for publishing");
        assertOpen(TENANT, CAMPAIGNS);
        budget.reserve(TENANT, ACCOUNT, GraphAccess.Need.PUBLISHED, 0);
        budget.admit(TENANT, CAMPAIGNS, () -> Priority.BACKGROUND, clock.instant()).close();
    }

    @Test
    void windowsOutliveTheProgram() throws InterruptedException {
        Map<LimitScope, LimitMemory.Kept> disk = new HashMap<>();
        LimitMemory memory = memory(disk);
        budget.remember(memory);
        refuse(CAMPAIGNS, Script.error(80004, 0));
        UsageBudget restarted = new UsageBudget(clock);
        restarted.remember(memory);

        assertThatThrownBy(() -> restarted.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant()))
                .isInstanceOf(GraphException.class);
        clock.advance(Duration.ofSeconds(60));
        try (Admission probe = restarted.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant())) {
            assertThat(probe.probes()).as("a restart does not reopen it, a probe does").hasSize(1);
            probe.note(Verdict.of(CAMPAIGNS, Script.json(200, "{\"data\":[]}")));
        }
        UsageBudget third = new UsageBudget(clock);
        third.remember(memory);
        try (Admission open = third.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant())) {
            assertThat(open.probes()).isEmpty();
        }
    }

    private static LimitMemory memory(Map<LimitScope, LimitMemory.Kept> disk) {
        return new LimitMemory() {

            @Override
            public List<Kept> load() {
                return List.copyOf(disk.values());
            }

            @Override
            public void save(TenantId tenant, Collection<Kept> windows) {
                windows.forEach(kept -> disk.put(kept.scope(), kept));
            }
        };
    }

    private void line(List<String> order, String name, TenantId tenant, Priority priority) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try (Admission admission = budget.admit(tenant, CAMPAIGNS, () -> priority, clock.instant())) {
                assertThat(admission.lane()).isNotEmpty();
                order.add(name);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }

    private void enter(AtomicInteger through) {
        try (Admission admission = budget.admit(TENANT, CAMPAIGNS, () -> Priority.CLICK, clock.instant())) {
            admission.note(Verdict.of(CAMPAIGNS, Script.json(200, "{\"data\":[]}")));
            through.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant refuse(GraphRequest request, WireReply reply) throws InterruptedException {
        try (Admission admission = budget.admit(TENANT, request, () -> Priority.CLICK, clock.instant())) {
            return admission.note(Verdict.of(request, reply)).until();
        }
    }

    private void admitted(GraphRequest request, WireReply reply) throws InterruptedException {
        assertThat(refuse(request, reply)).isNull();
    }

    private void assertOpen(TenantId tenant, GraphRequest request) throws InterruptedException {
        try (Admission admission = budget.admit(tenant, request, () -> Priority.CLICK, clock.instant())) {
            assertThat(admission.probes()).isEmpty();
        }
    }

    private void assertClosed(GraphRequest request) {
        assertThatThrownBy(() -> budget.admit(TENANT, request, () -> Priority.CLICK, clock.instant()))
                .isInstanceOf(GraphException.class)
                .extracting("kind").isEqualTo(Kind.LIMIT);
    }
}
