package com.bizosaas.adsdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.api.ApiClient;
import com.bizosaas.adsdesk.api.ApiClient.Answer;
import com.bizosaas.adsdesk.api.SandboxBrowser;
import com.bizosaas.adsdesk.sandbox.SandboxOptions;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The operator's whole path from outside, against a desk without a window in a process of its own: in fair weather, and
/// with every kind of trouble on the way.
class HeadlessPathTest {

    @TempDir
    Path folder;

    private final SandboxBrowser browser = new SandboxBrowser();
    private SandboxServer sandbox;

    @BeforeEach
    void startSandbox() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.of(Fleets.of("small", 1), new SeededInsights(Statuses::effective),
                (id, width, height) -> new byte[]{1}));
    }

    @AfterEach
    void stopSandbox() throws IOException {
        sandbox.close();
    }

    private void control(String path, String form) throws IOException, InterruptedException {
        HttpResponse<String> reply = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    /// Signs a client in through the dialog's pages and chooses ad accounts in euros.
    ///
    /// @param elsewhere whether the answer goes to the API's port, under the path of the configured redirect address
    private List<String> connect(ApiClient api, String tenant, boolean elsewhere)
            throws IOException, InterruptedException {
        assertThat(api.post("/tenants", "{\"tenant_id\":\"" + tenant + "\",\"name\":\"" + tenant + " AS\"}").status())
                .isEqualTo(201);
        assertThat(status(api, tenant)).isEqualTo("disconnected");
        Answer started = api.post("/oauth/start", "{\"tenant_id\":\"" + tenant + "\"}");
        assertThat(started.body().propertyNames()).contains("auth_url", "state", "expires_at");
        assertThat(status(api, tenant)).isEqualTo("pending");
        String back = browser.answer(started.text("auth_url"), "continue", SandboxBrowser.ALL);
        HttpResponse<String> page = browser
                .follow(elsewhere ? back.replaceFirst("http://localhost:[0-9]+", api.url()) : back);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("AQSANDBOX").doesNotContain(started.text("state"));
        assertThat(status(api, tenant)).as("at once").isEqualTo("connected");

        List<String> euros = new ArrayList<>();
        for (JsonNode account : api.get("/accounts?tenant_id=" + tenant).data()) {
            if (account.path("currency").asString().equals("EUR") && account.path("connectable").asBoolean()
                    && account.path("can_advertise").asBoolean()) {
                euros.add(account.path("id").asString());
            }
        }
        assertThat(api.get("/campaigns?tenant_id=" + tenant + "&account_id=" + euros.getFirst()).status())
                .as("not chosen yet").isEqualTo(404);
        Answer connected = api.post("/connect",
                "{\"tenant_id\":\"" + tenant + "\",\"account_ids\":[\"" + String.join("\",\"", euros) + "\"]}");
        assertThat(connected.text("status")).isEqualTo("connected");
        return euros;
    }

    private static String status(ApiClient api, String tenant) throws IOException, InterruptedException {
        return api.get("/oauth/status?tenant_id=" + tenant).text("status");
    }

    private static String draft(String tenant, String account, String name) {
        return "{\"tenant_id\":\"" + tenant + "\",\"account_id\":\"" + account + "\",\"name\":\"" + name
                + "\",\"objective\":\"OUTCOME_TRAFFIC\",\"special_ad_categories\":[],"
                + "\"daily_budget\":{\"amount\":\"25.00\"}}";
    }

    @Test
    void theOperatorsPathInFairWeatherAndFoulWithoutAnyClassOfJavaFx() throws IOException, InterruptedException {
        try (HeadlessProcess desk = new HeadlessProcess(folder, sandbox)) {
            assertThat(desk.ready.path("ready").asBoolean()).isTrue();
            ApiClient api = desk.client();
            Path recovery = Path.of(desk.ready.path("recoveryCodeFile").asString());
            for (Path secret : List.of(Path.of(desk.ready.path("apiKeyFile").asString()), recovery)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                        .isEqualTo("rw-------");
            }
            assertThat(recovery.getParent()).as("not beside the vault").isNotEqualTo(desk.dataDir);

            String account = connect(api, "nordlys", false).getFirst();
            String query = "?tenant_id=nordlys&account_id=" + account;
            assertThat(api.post("/campaigns/sync", "{\"tenant_id\":\"nordlys\"}").text("status")).isEqualTo("done");
            Answer first = api.get("/campaigns" + query + "&limit=3");
            assertThat(first.data()).hasSize(3);
            assertThat(first.body().path("stale").asBoolean()).isFalse();
            assertThat(first.text("as_of")).contains("T").contains("+00:00");
            Answer second = api.get(first.body().path("paging").path("next").asString());
            assertThat(second.data().path(0).path("id")).isNotEqualTo(first.data().path(2).path("id"));

            assertThat(api.get("/audiences" + query).text("as_of")).as("never read yet").isEmpty();
            await().atMost(Duration.ofSeconds(60)).until(() -> !api.get("/audiences" + query).data().isEmpty());

            Answer made = api.post("/campaigns", draft("nordlys", account.replace("act_", ""), "From outside"));
            assertThat(made.status()).isEqualTo(201);
            String one = "/campaigns/" + made.text("id");
            assertThat(api.get(one + query).text("status")).isEqualTo("PAUSED");
            Answer changed = api.patch(one, "{\"tenant_id\":\"nordlys\",\"daily_budget\":{\"amount\":\"30.50\"}}");
            assertThat(changed.body().path("daily_budget").path("minor").asLong()).isEqualTo(3050);
            assertThat(api.post(one + "/resume", "{\"tenant_id\":\"nordlys\"}").text("status")).isEqualTo("ACTIVE");
            assertThat(api.post(one + "/pause", "{\"tenant_id\":\"nordlys\"}").text("status")).isEqualTo("PAUSED");
            assertThat(api.get(one + query + "&refresh=true").body().path("daily_budget").path("amount").asString())
                    .as("what Facebook holds").isEqualTo("30.50");
            assertThat(api.delete(one + query).status()).isEqualTo(200);
            assertThat(api.get(one + query).status()).isEqualTo(404);

            Answer out = api.post("/disconnect", "{\"tenant_id\":\"nordlys\"}");
            assertThat(out.body().path("revoked").asBoolean()).isTrue();
            assertThat(status(api, "nordlys")).isEqualTo("disconnected");

            theSamePathWithEveryKindOfTrouble(api);

            aSecondStartLeavesWithASentence(desk);

            assertThat(desk.terminate()).as("milliseconds to end").isLessThan(3000);
            assertThat(desk.output).as("nothing else on stdout").hasSize(1);
            assertThat(Files.readAllLines(desk.classes)).as("classes of JavaFX")
                    .noneMatch(line -> line.contains(" javafx.") || line.contains("com.sun.javafx"));
            assertThat(Files.readString(desk.errors)).doesNotContain("ERROR").doesNotContain("EAASANDBOX");
        }
    }

    /// With a window or without: it ends before anything is opened, and says why.
    private void aSecondStartLeavesWithASentence(HeadlessProcess desk) throws IOException, InterruptedException {
        for (List<String> how : List.of(List.of("--headless", "--passphrase-file", desk.passphraseFile.toString()),
                List.<String>of())) {
            StringWriter said = new StringWriter();
            List<String> options = new ArrayList<>(how);
            options.addAll(List.of("--data-dir", desk.dataDir.toString()));
            long start = System.nanoTime();
            int code = Main.run(options.toArray(String[]::new), new PrintWriter(Writer.nullWriter()),
                    new PrintWriter(said));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(code).isEqualTo(1);
            assertThat(said.toString()).contains("without a window (--headless)").contains("End that one first");
        }
    }

    private void theSamePathWithEveryKindOfTrouble(ApiClient api) throws IOException, InterruptedException {
        String account = connect(api, "fjord", true).getFirst();
        String query = "?tenant_id=fjord&account_id=" + account;
        control("faults", "kind=status&status=503&path=act_*/campaigns&count=1");
        assertThat(api.get("/campaigns" + query + "&refresh=true").status()).as("a 503 is tried again")
                .isEqualTo(200);

        control("faults", "kind=lost-answer&method=POST&path=act_*/campaigns");
        Answer made = api.post("/campaigns", draft("fjord", account, "Lost and found"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        Answer all = api.get("/campaigns" + query + "&refresh=true");
        assertThat(all.data().valueStream().filter(row -> row.path("name").asString().equals("Lost and found")))
                .as("made once").singleElement()
                .satisfies(row -> assertThat(row.path("id").asString()).isEqualTo(made.text("id")));

        String one = "/campaigns/" + made.text("id");
        control("faults", "kind=lost-answer&method=POST&path=" + made.text("id"));
        assertThat(api.post(one + "/resume", "{\"tenant_id\":\"fjord\"}").text("status")).isEqualTo("ACTIVE");

        control("faults", "kind=error&method=POST&path=" + made.text("id")
                + "&code=100&subcode=1885272&title=Budget+too+low&reason=Raise+it");
        Answer refused = api.patch(one, "{\"tenant_id\":\"fjord\",\"daily_budget\":{\"amount\":\"31.00\"}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asInt()).isEqualTo(100);
        assertThat(refused.body().path("subcode").asInt()).isEqualTo(1885272);
        assertThat(refused.text("fbtrace_id")).isNotEmpty();
        assertThat(refused.text("field")).isEqualTo("daily_budget");

        control("throttle", "account=" + account + "&minutes=30");
        Answer limited = api.post(one + "/pause", "{\"tenant_id\":\"fjord\"}");
        assertThat(limited.status()).as(limited.toString()).isEqualTo(429);
        assertThat(limited.text("type")).isEqualTo("urn:ads-desk:problem:rate-limited");
        assertThat(limited.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(api.get("/campaigns" + query).status()).as("reads go on").isEqualTo(200);

        control("tokens/kill", "operator=" + api.get("/oauth/status?tenant_id=fjord").text("user_id")
                + "&how=app_removed");
        Answer dead = api.get("/accounts?tenant_id=fjord&refresh=true");
        assertThat(dead.status()).as(dead.toString()).isEqualTo(409);
        assertThat(dead.text("type")).isEqualTo("urn:ads-desk:problem:sign-in-needed");
        assertThat(status(api, "fjord")).isEqualTo("revoked");
        assertThat(api.get("/campaigns" + query).data()).as("what was read stays").isNotEmpty();
        assertThat(api.post("/disconnect", "{\"tenant_id\":\"fjord\"}").status()).isEqualTo(200);
        assertThat(status(api, "fjord")).isEqualTo("disconnected");
    }
}
