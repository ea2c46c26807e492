package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.sandbox.http.Json;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {

    private SandboxFixture sandbox;
    private String account;

    @BeforeEach
    void start() throws IOException {
        sandbox = new SandboxFixture();
        account = sandbox.account();
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private void fault(String... details) {
        assertThat(sandbox.control.post("/sandbox/faults", details).status()).isEqualTo(200);
    }

    @Test
    void answersWithAPlannedErrorAsOftenAsAsked() {
        fault("kind", "error", "path", "act_*/campaigns", "code", "2", "status", "500", "is_transient", "true", "count",
                "2");
        assertThat(sandbox.api.get(account + "/adsets").status()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            var reply = sandbox.api.get(account + "/campaigns");
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.code()).isEqualTo(2);
            assertThat(reply.at("/error/fbtrace_id").isString()).isTrue();
        }
        assertThat(sandbox.api.get(account + "/campaigns").status()).isEqualTo(200);
    }

    @Test
    void answersWithHtmlAndWithABareStatus() {
        fault("kind", "html", "path", "me", "status", "502");
        fault("kind", "status", "path", "me", "status", "200");
        var html = sandbox.api.get("me");
        assertThat(html.status()).isEqualTo(502);
        assertThat(html.http().body()).startsWith("<html>");
        assertThat(sandbox.api.get("me").http().body()).isEqualTo("Service Unavailable");
    }

    @Test
    void cutsAReplyShort() {
        fault("kind", "truncate", "path", account, "count", "2");
        assertThatThrownBy(() -> sandbox.api.sendRaw(sandbox.api.request(account + "?fields=name,currency").GET()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void resetsAndStalls() {
        fault("kind", "reset", "path", "me", "count", "2");
        assertThatThrownBy(() -> sandbox.api.sendRaw(sandbox.api.request("me").GET())).isInstanceOf(IOException.class);
        sandbox.control.delete("/sandbox/faults");
        fault("kind", "stall", "path", "me", "millis", "60000");
        assertThatThrownBy(() -> sandbox.api.sendRaw(sandbox.api.request("me").GET().timeout(Duration.ofMillis(300))))
                .isInstanceOf(java.net.http.HttpTimeoutException.class);
    }

    @Test
    void losesTheAnswerOfAWriteThatWasDone() {
        fault("kind", "lost-answer", "path", account + "/campaigns", "method", "POST");
        assertThatThrownBy(() -> sandbox.api.sendRaw(sandbox.api.request(account + "/campaigns").header("Content-Type",
                "application/x-www-form-urlencoded").POST(
                        java.net.http.HttpRequest.BodyPublishers.ofString(Client.form(
                                "name", "Lost and found", "objective", "OUTCOME_SALES", "special_ad_categories", "[]",
                                "daily_budget",
                                "5000", "status", "PAUSED")))))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.api.get(account + "/campaigns", "fields", "name", "limit", "1").text("/data/0/name"))
                .isEqualTo(
                        "Lost and found");
    }

    @Test
    void letsABatchItemTimeOut() {
        fault("kind", "timed-out-item", "path", account);
        var reply = sandbox.api.post("/v26.0/", "batch",
                "[{\"method\":\"GET\",\"relative_url\":\"me\"},{\"method\":\"GET\","
                        + "\"relative_url\":\"" + account + "\"}]");
        assertThat(reply.at("/0/code").asInt()).isEqualTo(200);
        assertThat(reply.at("/1").isNull()).isTrue();
    }

    @Test
    void keepsAJournalWithoutSecrets() {
        sandbox.control.delete("/sandbox/journal");
        sandbox.api.get("me", "access_token", sandbox.server.operators().getFirst().token(), "fields", "id,name");
        sandbox.api.post("/v26.0/", "batch", "[{\"method\":\"GET\",\"relative_url\":\"me?access_token=" + sandbox.server
                .operators().getFirst().token() + "\"}]");
        var journal = sandbox.control.get("/sandbox/journal");
        assertThat(journal.json().size()).isEqualTo(2);
        assertThat(journal.text("/0/path")).isEqualTo("/v26.0/me");
        assertThat(journal.text("/0/parameters/fields")).isEqualTo("id,name");
        assertThat(journal.at("/0/status").asInt()).isEqualTo(200);
        assertThat(journal.http().body()).doesNotContain("EAASANDBOX");
    }

    @Test
    void changesAnObjectInAnotherPersonsName() {
        String campaign = sandbox.campaign(account);
        sandbox.control.post("/sandbox/objects/" + campaign, "fields", "{\"name\":\"Theirs\"}", "actor",
                "Jo Colleague");
        assertThat(sandbox.api.get(campaign, "fields", "name").text("/name")).isEqualTo("Theirs");
        assertThat(sandbox.api.get(account + "/activities").text("/data/0/actor_name")).isEqualTo("Jo Colleague");
        assertThat(sandbox.control.post("/sandbox/objects/1", "fields", "{}").status()).isEqualTo(404);
        assertThat(sandbox.control.post("/sandbox/faults", "kind", "nonsense").status()).isEqualTo(400);
    }

    @Test
    void tellsWhoItIs() {
        var info = sandbox.control.get("/sandbox/info");
        assertThat(info.text("/appSecret")).isEqualTo(sandbox.server.appSecret());
        assertThat(info.at("/operators").size()).isEqualTo(sandbox.fleet.operators().size());
        assertThat(sandbox.api.as(info.text("/systemUserToken")).get("me/adaccounts").at("/data").isEmpty()).isFalse();
        assertThat(Json.text(info.json())).contains("controlUrl");
    }
}
