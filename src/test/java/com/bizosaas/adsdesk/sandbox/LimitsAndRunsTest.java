package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.sandbox.limits.Budgets;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsAndRunsTest {

    private SandboxFixture sandbox;
    private String account;

    @BeforeEach
    void start() throws IOException {
        sandbox = new SandboxFixture(options -> options.withBudgets(Budgets.LIMITED));
        account = sandbox.account();
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void closesALimitedAccountAtSixtyPointsAndOpensItAfterItsWait() {
        Client.Reply last = sandbox.api.get(account);
        int calls = 1;
        while (last.status() == 200 && calls < 100) {
            last = sandbox.api.get(account);
            calls++;
        }
        assertThat(calls).isEqualTo(61);
        assertThat(last.status()).isEqualTo(400);
        assertThat(last.code()).isEqualTo(17);
        assertThat(last.subcode()).isEqualTo(2_446_079);
        assertThat(last.at("/error/is_transient").asBoolean(true)).isFalse();
        assertThat(last.header("retry-after")).isEmpty();
        var usage = last.headerJson("x-ad-account-usage");
        assertThat(usage.path("acc_id_util_pct").asDouble()).isGreaterThanOrEqualTo(100);
        assertThat(usage.path("ads_api_access_tier").asString()).isEqualTo("development_access");
        sandbox.server.clock().advance(Duration.ofSeconds(usage.path("reset_time_duration").asLong()));
        assertThat(sandbox.api.get(account).status()).isEqualTo(200);
    }

    @Test
    void countsEachUseCaseByTheHour() {
        sandbox.control.post("/sandbox/budgets", "account", account, "tier", "full", "insights", "3");
        for (int i = 0; i < 3; i++) {
            assertThat(sandbox.api.get(account + "/insights", "date_preset", "yesterday").status()).isEqualTo(200);
        }
        var refused = sandbox.api.get(account + "/insights", "date_preset", "yesterday");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(80_000);
        int minutes = refused.headerJson("x-business-use-case-usage").path(account.replace("act_", "")).valueStream()
                .filter(
                        one -> one.path("type").asString().equals("ads_insights"))
                .findFirst().orElseThrow().path(
                        "estimated_time_to_regain_access")
                .asInt();
        assertThat(minutes).isBetween(1, 60);
        assertThat(sandbox.api.get(account, "fields", "name").status()).isEqualTo(200);
        sandbox.server.clock().advance(Duration.ofMinutes(minutes));
        assertThat(sandbox.api.get(account + "/insights", "date_preset", "yesterday").status()).isEqualTo(200);
    }

    @Test
    void closesAUseCaseOnDemand() {
        sandbox.control.post("/sandbox/throttle", "account", account, "useCase", "ads_management", "minutes", "47");
        var refused = sandbox.api.get(account + "/campaigns");
        assertThat(refused.code()).isEqualTo(80_004);
        assertThat(refused.header("x-business-use-case-usage")).contains("\"call_count\":118").contains(
                "\"estimated_time_to_regain_access\":47");
        sandbox.server.clock().advance(Duration.ofMinutes(47));
        assertThat(sandbox.api.get(account + "/campaigns").status()).isEqualTo(200);
    }

    @Test
    void countsTheAppsOwnCalls() {
        sandbox.control.post("/sandbox/budgets", "tier", "limited", "appCalls", "3");
        List<Integer> statuses = new ArrayList<>();
        Client.Reply last = null;
        for (int i = 0; i < 4; i++) {
            last = sandbox.api.get("me");
            statuses.add(last.status());
        }
        assertThat(statuses).endsWith(400);
        assertThat(last.code()).isEqualTo(4);
        assertThat(last.headerJson("x-app-usage").path("call_count").asInt()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void finishesARunInStepsAndServesItOnlyWhenItIsWhole() {
        String run = sandbox.api
                .post(account + "/insights", "level", "campaign", "fields", "campaign_id,spend", "date_preset",
                        "last_7d")
                .text("/report_run_id");
        var early = sandbox.api.get(run + "/insights");
        assertThat(early.code()).isEqualTo(2601);
        assertThat(early.subcode()).isEqualTo(1_815_107);
        assertThat(early.at("/error/is_transient").asBoolean()).isTrue();
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var poll = sandbox.api.get(run);
            seen.add(poll.text("/async_status") + " " + poll.at("/async_percent_completion").asInt());
        }
        assertThat(seen).first().isEqualTo("Job Started 0");
        assertThat(seen).last().isEqualTo("Job Completed 100");
        assertThat(seen.get(2)).isIn("Job Running 100", "Job Completed 93");
        var direct = sandbox.api.get(account + "/insights", "level", "campaign", "fields", "campaign_id,spend",
                "date_preset",
                "last_7d", "limit", "500");
        assertThat(sandbox.api.get(run + "/insights", "limit", "500").at("/data")).isEqualTo(direct.at("/data"));
        assertThat(direct.at("/data").size()).isPositive();
        assertThat(direct.at("/data/0/spend").isString()).isTrue();
    }

    @Test
    void finishesARunByTheClockAndLetsItFailOnDemand() {
        String run = sandbox.api.post(account + "/insights", "fields", "spend").text("/report_run_id");
        sandbox.server.clock().advance(Duration.ofSeconds(10));
        assertThat(sandbox.api.get(run).text("/async_status")).isEqualTo("Job Completed");
        sandbox.control.post("/sandbox/faults", "kind", "run-failed", "path", account + "/insights");
        String failing = sandbox.api.post(account + "/insights", "fields", "spend").text("/report_run_id");
        sandbox.server.clock().advance(Duration.ofSeconds(10));
        var failed = sandbox.api.get(failing, "fields",
                "async_status,error_code,error_message,async_percent_completion");
        assertThat(failed.text("/async_status")).isEqualTo("Job Failed");
        assertThat(failed.at("/error_code").asInt()).isEqualTo(-3);
    }

    @Test
    void pagesInsightsAndAddsTotalsOnDemand() {
        var page = sandbox.api.get(account + "/insights", "level", "ad", "fields", "ad_id,impressions", "date_preset",
                "last_30d", "limit", "2", "summary", "[\"impressions\"]");
        assertThat(page.at("/data").size()).isEqualTo(2);
        assertThat(page.at("/summary/impressions").isString()).isTrue();
        var next = sandbox.api.get(account + "/insights", "level", "ad", "fields", "ad_id,impressions", "date_preset",
                "last_30d", "limit", "2", "after", page.text("/paging/cursors/after"));
        assertThat(next.text("/data/0/ad_id")).isNotEqualTo(page.text("/data/0/ad_id"));
        assertThat(
                sandbox.api.get(account, "fields", "insights.date_preset(last_7d){spend}").at("/insights/data/0/spend")
                        .isString())
                .isTrue();
        assertThat(sandbox.api.get(account + "/insights", "breakdowns", "nonsense").code()).isEqualTo(100);
    }
}
