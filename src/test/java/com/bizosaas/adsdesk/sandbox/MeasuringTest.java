package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.Fleet;
import com.bizosaas.adsdesk.sandbox.model.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the benchmarks ask of the sandbox: fleets of an exact size, pages kept ready, and counts of what was sent.
class MeasuringTest {

    private static SandboxFixture sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = new SandboxFixture(options -> options.withCachedPages(true));
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void aBenchFleetHasTheSizeOfItsName() {
        Fleet fleet = Fleets.of("bench:2x3x20x3x2", 1, SandboxFixture.NOW);
        assertThat(fleet.operators()).hasSize(2).allSatisfy(user -> assertThat(user.tasks()).hasSize(3));
        String account = fleet.operators().getLast().tasks().keySet().iterator().next();
        assertThat(fleet.content(account)).filteredOn(node -> node.kind() == Kind.CAMPAIGN).hasSize(20);
        assertThat(fleet.content(account)).filteredOn(node -> node.kind() == Kind.AD_SET).hasSize(60);
        assertThat(fleet.content(account)).filteredOn(node -> node.kind() == Kind.AD).hasSize(120);
        assertThatThrownBy(() -> Fleets.of("bench:2x0x20x3x2", 1, SandboxFixture.NOW))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Fleets.of("bench:2", 1, SandboxFixture.NOW)).hasMessageContaining("ADSETS");
    }

    @Test
    void aKeptPageIsServedUntilTheAccountChanges() {
        String account = sandbox.account();
        String[] question = {"fields", "id,name,effective_status", "limit", "5"};
        Client.Reply first = sandbox.api.get(account + "/campaigns", question);
        Client.Reply second = sandbox.api.get(account + "/campaigns", question);
        assertThat(second.http().body()).isEqualTo(first.http().body());
        assertThat(second.headerJson("x-business-use-case-usage")).isNotEmpty();
        assertThat(sandbox.api.get(account + "/campaigns", "fields", "id,favourite_colour").code()).isEqualTo(100);

        sandbox.api.post(first.text("/data/0/id"), "name", "Renamed since");
        assertThat(sandbox.api.get(account + "/campaigns", question).text("/data/0/name")).isEqualTo("Renamed since");
    }

    @Test
    void aKeptPageIsPackedForThoseWhoAsk() throws Exception {
        String path = sandbox.account() + "/ads?limit=50&fields=id,name";
        HttpResponse<InputStream> packed = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(sandbox.server.graphUrl() + "/v26.0/" + path))
                        .header("Accept-Encoding", "gzip")
                        .header("Authorization", "Bearer " + sandbox.server.operators().getFirst().token()).build(),
                BodyHandlers.ofInputStream());
        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        try (InputStream plain = new GZIPInputStream(packed.body())) {
            JsonNode body = Json.read(plain.readAllBytes());
            assertThat(body.path("data")).isEqualTo(sandbox.api.get(path).json().path("data"));
        }
    }

    @Test
    void countsTheItemsOfABatchOneByOne() {
        sandbox.control.delete("/sandbox/traffic");
        sandbox.api.get("me");
        sandbox.api.post("", "batch", "[{\"method\":\"GET\",\"relative_url\":\"me\"},"
                + "{\"method\":\"GET\",\"relative_url\":\"" + sandbox.account() + "/campaigns?limit=1\"}]");
        JsonNode traffic = sandbox.control.get("/sandbox/traffic").json();
        // sandbox.account() lists the accounts, too.
        assertThat(traffic.path("requests").asInt()).isEqualTo(3);
        assertThat(traffic.path("calls").asInt()).isEqualTo(4);
        assertThat(traffic.path("bytes").asLong()).isPositive();
    }
}
