package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CampaignWritesTest {

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

    @Test
    void createsReadsUpdatesAndDeletesACampaign() {
        String id = sandbox.campaign(account);
        var read = sandbox.api.get(id, "fields",
                "name,status,configured_status,effective_status,objective,daily_budget");
        assertThat(read.text("/name")).isEqualTo("Autumn sale");
        assertThat(read.text("/effective_status")).isEqualTo("PAUSED");
        assertThat(read.text("/configured_status")).isEqualTo("PAUSED");
        assertThat(sandbox.api.post(id, "name", "Winter sale", "status", "ACTIVE").at("/success").asBoolean()).isTrue();
        assertThat(sandbox.api.get(id, "fields", "name,effective_status").text("/effective_status"))
                .isEqualTo("ACTIVE");
        assertThat(sandbox.api.delete(id).at("/success").asBoolean()).isTrue();
        assertThat(sandbox.api.get(id, "fields", "status").text("/status")).isEqualTo("DELETED");
        assertThat(sandbox.api.get(account + "/campaigns", "fields", "id", "limit", "500").http().body())
                .doesNotContain(id);
        assertThat(sandbox.api.post(id, "name", "x").subcode()).isEqualTo(1_487_566);
    }

    @Test
    void refusesACampaignWithoutItsRequiredParameters() {
        assertThat(sandbox.api.post(account + "/campaigns", "name", "x", "objective", "OUTCOME_SALES").text(
                "/error/message")).contains("special_ad_categories");
        var sharing = sandbox.api.post(account + "/campaigns", "name", "x", "objective", "OUTCOME_SALES",
                "special_ad_categories", "[]");
        assertThat(sharing.status()).isEqualTo(400);
        assertThat(sharing.text("/error/error_user_msg")).contains("is_adset_budget_sharing_enabled");
        assertThat(sandbox.api.post(account + "/campaigns", "name", "x", "objective", "OUTCOME_NONSENSE",
                "special_ad_categories", "[]").text("/error/message")).contains("Param objective must be one of {");
        assertThat(sandbox.api.post(account + "/campaigns", "name", "x", "objective", "CONVERSIONS",
                "special_ad_categories", "[]", "daily_budget", "2000").code()).isEqualTo(100);
    }

    @Test
    void refusesABudgetBelowTheAccountsMinimumAndBlamesTheField() {
        var reply = sandbox.api.post(account + "/campaigns", "name", "x", "objective", "OUTCOME_SALES",
                "special_ad_categories", "[]", "daily_budget", "1");
        assertThat(reply.subcode()).isEqualTo(1_885_272);
        assertThat(reply.at("/error/error_data").toString()).contains("blame_field_specs").contains("daily_budget");
        assertThat(reply.at("/error/is_transient").asBoolean(true)).isFalse();
        long minimum = sandbox.api.get(account + "/minimum_budgets").at("/data/0/min_daily_budget_imp").asLong();
        assertThat(minimum).isPositive();
    }

    @Test
    void writesNothingWhenOnlyValidating() {
        var reply = sandbox.api.post(account + "/campaigns", "name", "Only checked", "objective", "OUTCOME_SALES",
                "status",
                "PAUSED", "special_ad_categories", "[]", "daily_budget", "5000", "execution_options",
                "[\"validate_only\"]");
        assertThat(reply.at("/success").asBoolean()).isTrue();
        assertThat(sandbox.api.get(account + "/campaigns", "fields", "name", "limit", "500").http().body())
                .doesNotContain(
                        "Only checked");
    }

    @Test
    void editsAnArchivedCampaignOnlyByNameAndDeletion() {
        String id = sandbox.campaign(account);
        sandbox.api.post(id, "status", "ARCHIVED");
        assertThat(sandbox.api.get(account + "/campaigns", "fields", "id", "limit", "500").http().body())
                .doesNotContain(id);
        assertThat(sandbox.api.get(account + "/campaigns", "fields", "id", "limit", "500", "effective_status",
                "[\"ARCHIVED\"]").http().body()).contains(id);
        assertThat(sandbox.api.post(id, "status", "ACTIVE").subcode()).isEqualTo(1_487_056);
        assertThat(sandbox.api.post(id, "name", "Old").status()).isEqualTo(200);
        assertThat(sandbox.api.post(id, "status", "DELETED").status()).isEqualTo(200);
    }

    @Test
    void movesTheUpdateStampForANameButNotForABudget() {
        String id = sandbox.campaign(account, "daily_budget", "5000");
        String before = sandbox.api.get(id, "fields", "updated_time").text("/updated_time");
        sandbox.server.clock().advance(java.time.Duration.ofMinutes(5));
        sandbox.api.post(id, "daily_budget", "6000");
        var read = sandbox.api.get(id, "fields", "updated_time,daily_budget,budget_remaining");
        assertThat(read.text("/updated_time")).isEqualTo(before);
        assertThat(read.at("/daily_budget").isString()).isTrue();
        assertThat(read.text("/daily_budget")).isEqualTo("6000");
        sandbox.api.post(id, "name", "Renamed");
        assertThat(sandbox.api.get(id, "fields", "updated_time").text("/updated_time")).isNotEqualTo(before);
    }

    @Test
    void recordsWhoChangedWhat() {
        String id = sandbox.campaign(account, "daily_budget", "5000");
        sandbox.api.post(id, "daily_budget", "7000");
        var row = sandbox.api.get(account + "/activities", "category", "BUDGET").at("/data/0");
        assertThat(row.path("object_id").asString()).isEqualTo(id);
        assertThat(row.path("actor_name").asString()).isEqualTo(sandbox.server.operators().getFirst().name());
        assertThat(row.path("extra_data").asString()).contains("5000").contains("7000");
    }
}
