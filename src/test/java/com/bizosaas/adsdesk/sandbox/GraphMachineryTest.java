package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.sandbox.http.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GraphMachineryTest {

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
    void listsOnlyTheTokensOwnAccountsAndHidesTheOthers() {
        var second = sandbox.api.as(sandbox.server.operators().get(1).token());
        List<String> own = second.get("me/adaccounts", "limit", "100").at("/data").valueStream()
                .map(one -> one.path("id")
                        .asString())
                .toList();
        assertThat(own).containsExactlyInAnyOrderElementsOf(sandbox.fleet.operators().get(1).tasks().keySet());
        String foreign = sandbox.accounts().stream().map(one -> one.path("id").asString())
                .filter(id -> !own.contains(id))
                .findFirst().orElseThrow();
        var refused = second.get(foreign + "/campaigns");
        assertThat(refused.code()).isEqualTo(100);
        assertThat(refused.subcode()).isEqualTo(33);
        assertThat(sandbox.api.get(account.replace("act_", "") + "/campaigns").subcode()).isEqualTo(33);
    }

    @Test
    void listsBusinessesWithTheirOwnAndTheirClientsAccounts() {
        var businesses = sandbox.api.get("me/businesses", "fields", "id,name");
        assertThat(businesses.at("/data").size()).isEqualTo(4);
        assertThat(businesses.at("/paging").isObject()).isTrue();
        assertThat(businesses.at("/paging/cursors").isMissingNode()).isTrue();
        long owned = 0;
        long client = 0;
        for (JsonNode business : businesses.at("/data")) {
            owned += sandbox.api.get(business.path("id").asString() + "/owned_ad_accounts").at("/data").size();
            client += sandbox.api.get(business.path("id").asString() + "/client_ad_accounts").at("/data").size();
        }
        assertThat(owned).isEqualTo(9);
        assertThat(client).isEqualTo(9);
    }

    @Test
    void answersOnlyTheIdWithoutFieldsAndRefusesUnknownOnes() {
        var bare = sandbox.api.get(account + "/campaigns", "limit", "1").at("/data/0");
        assertThat(bare.propertyNames()).containsExactly("id");
        var refused = sandbox.api.get(account + "/campaigns", "fields", "id,made_up");
        assertThat(refused.text("/error/message")).isEqualTo(
                "(#100) Tried accessing nonexisting field (made_up) on node type (Campaign)");
        assertThat(sandbox.api.get(account, "fields", "_agencies").code()).isEqualTo(100);
        var known = sandbox.api.get(account + "/campaigns", "fields", "id,topline_id", "limit", "1");
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.at("/data/0/topline_id").isMissingNode()).isTrue();
    }

    @Test
    void expandsParentsAndNestedEdges() {
        var reply = sandbox.api.get(account, "fields",
                "name,campaigns.limit(2).filtering([{\"field\":\"effective_status\",\"operator\":\"IN\",\"value\":[\"ACTIVE\"]}])"
                        + "{name,adsets.limit(1){id,campaign{name},ads.limit(1){id,creative{id,thumbnail_url}}}}");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode campaign = reply.at("/campaigns/data/0");
        assertThat(reply.at("/campaigns/data").size()).isEqualTo(2);
        assertThat(reply.text("/campaigns/paging/next")).contains("/campaigns?").contains("limit=2");
        assertThat(campaign.at("/adsets/data/0/campaign/name").asString()).isEqualTo(campaign.path("name").asString());
        assertThat(campaign.at("/adsets/data/0/ads/data/0/creative/thumbnail_url").asString()).contains("64x64");
        String empty = sandbox.campaign(account);
        assertThat(sandbox.api.get(empty, "fields", "name,adsets{id}").at("/adsets").isMissingNode()).isTrue();
        assertThat(sandbox.api.get(account, "fields", "campaigns{name").code()).isEqualTo(2500);
    }

    @Test
    void pagesToTheEndWithoutLossAndWithoutALastNext() {
        List<String> seen = new ArrayList<>();
        String after = "";
        int total = sandbox.api.get(account + "/ads", "summary", "total_count", "limit", "1").at("/summary/total_count")
                .asInt();
        Client.Reply page;
        do {
            page = after.isEmpty()
                    ? sandbox.api.get(account + "/ads", "limit", "40")
                    : sandbox.api.get(account + "/ads", "limit", "40", "after", after);
            page.at("/data").forEach(ad -> seen.add(ad.path("id").asString()));
            after = page.text("/paging/cursors/after");
        } while (page.at("/paging/next").isString());
        assertThat(seen).hasSize(total).doesNotHaveDuplicates();
        assertThat(page.at("/paging/cursors/after").isString()).isTrue();
        assertThat(sandbox.api.get(account + "/ads").at("/data").size()).isEqualTo(Math.min(25, total));
        assertThat(sandbox.api.get(account + "/ads", "limit", "40", "after", after).http().body()).isEqualTo(
                "{\"data\":[]}");
    }

    @Test
    void followsNextAsItStandsAndRefusesABrokenCursor() {
        var first = sandbox.api.get(account + "/campaigns", "fields", "name", "limit", "3");
        String next = first.text("/paging/next");
        assertThat(first.http().body()).contains("http:\\/\\/127.0.0.1");
        assertThat(next).contains("access_token=EAASANDBOX");
        var second = new Client("", "").get(next);
        assertThat(second.at("/data").size()).isEqualTo(3);
        assertThat(second.at("/data/0/id")).isNotEqualTo(first.at("/data/0/id"));
        assertThat(sandbox.api.get(account + "/campaigns", "after", "nonsense").code()).isEqualTo(2642);
        var empty = sandbox.api.get(account + "/campaigns", "filtering",
                "[{\"field\":\"name\",\"operator\":\"CONTAIN\",\"value\":\"no such name\"}]");
        assertThat(empty.http().body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void filtersByOwnAndParentFields() {
        String id = sandbox.campaign(account, "name", "Filter me");
        String set = sandbox.adSet(account, id);
        var found = sandbox.api.get(account + "/adsets", "fields", "id", "filtering",
                "[{\"field\":\"campaign.name\",\"operator\":\"CONTAIN\",\"value\":\"filter ME\"}]");
        assertThat(found.at("/data").valueStream().map(one -> one.path("id").asString())).containsExactly(set);
        var updated = sandbox.api.get(account + "/campaigns", "filtering",
                "[{\"field\":\"campaign.updated_time\",\"operator\":"
                        + "\"GREATER_THAN\",\"value\":" + SandboxFixture.NOW.minusSeconds(1).getEpochSecond() + "}]");
        assertThat(updated.http().body()).contains(id);
        assertThat(sandbox.api.get(account + "/campaigns", "filtering",
                "[{\"field\":\"campaign.made_up\",\"operator\":\"EQUAL\",\"value\":1}]").code()).isEqualTo(100);
        assertThat(sandbox.api.get(account + "/campaigns", "effective_status", "[\"NONSENSE\"]").text("/error/message"))
                .contains("effective_status[0] must be one of the following values");
    }

    @Test
    void refusesOldVersionsUnservedEdgesAndRemovedParameters() {
        assertThat(sandbox.api.get("/v24.0/" + account + "/campaigns").code()).isEqualTo(2635);
        assertThat(sandbox.api.get("/" + account + "/campaigns").code()).isEqualTo(2635);
        assertThat(sandbox.api.get("/v24.0/me").header("facebook-api-version")).isEqualTo("v25.0");
        assertThat(sandbox.api.get("/v25.0/" + account).header("facebook-api-version")).isEqualTo("v25.0");
        assertThat(sandbox.api.get(account + "/adrules_library").text("/error/message")).isEqualTo(
                "Unknown path components: /adrules_library");
        var ids = sandbox.api.get("/v26.0/", "ids", "1,2");
        assertThat(ids.status()).isEqualTo(500);
        assertThat(ids.code()).isEqualTo(100);
        assertThat(sandbox.api.get(account, "date_format", "U").code()).isEqualTo(100);
        assertThat(sandbox.api.get(account + "/campaigns", "limit", "100000").status()).isEqualTo(500);
    }

    @Test
    void runsABatchWithReferencesAndReportsEachItem() {
        String batch = Json.text(Json.parse("""
                [{"method":"POST","name":"camp","relative_url":"%1$s/campaigns","body":"name=B1&objective=OUTCOME_TRAFFIC\
                &status=PAUSED&special_ad_categories=%%5B%%5D&daily_budget=5000"},
                 {"method":"GET","relative_url":"{result=camp:$.id}?fields=name"},
                 {"method":"GET","relative_url":"%1$s?fields=nonsense"},
                 {"method":"POST","relative_url":"%1$s/campaigns","body":"name=B2","depends_on":"missing"}]
                """.formatted(account)).orElseThrow());
        var reply = sandbox.api.post("/v26.0/", "batch", batch, "include_headers", "false");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/0").isNull()).isTrue();
        assertThat(Json.parse(reply.text("/1/body")).orElseThrow().path("name").asString()).isEqualTo("B1");
        assertThat(reply.at("/1/headers").isMissingNode()).isTrue();
        assertThat(reply.at("/2/code").asInt()).isEqualTo(400);
        assertThat(reply.at("/3/code").asInt()).isEqualTo(400);
        assertThat(reply.header("x-business-use-case-usage")).contains("ads_management");
        assertThat(sandbox.api.as("nonsense").post("/v26.0/", "batch", "[]").code()).isEqualTo(190);
        String many = "[" + "{\"method\":\"GET\",\"relative_url\":\"me\"},".repeat(50)
                + "{\"method\":\"GET\",\"relative_url\":\"me\"}]";
        assertThat(sandbox.api.post("/v26.0/", "batch", many).status()).isEqualTo(400);
    }

    @Test
    void readsThroughAPostWithAMethodAndCompressesWhenAsked() throws Exception {
        var read = sandbox.api.post(account + "/campaigns", "method", "GET", "fields", "name", "limit", "2");
        assertThat(read.at("/data").size()).isEqualTo(2);
        var http = java.net.http.HttpClient.newHttpClient();
        HttpResponse<java.io.InputStream> packed = http
                .send(sandbox.api.request(account + "/campaigns?limit=100&fields=name")
                        .header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(packed.body())) {
            assertThat(Json.read(in.readAllBytes()).path("data").isArray()).isTrue();
        }
    }

    @Test
    void carriesUsageHeadersOnSuccessAndOnError() {
        for (Client.Reply reply : List.of(sandbox.api.get(account, "fields", "name"), sandbox.api.get(account, "fields",
                "nonsense"))) {
            assertThat(reply.headerJson("x-app-usage").has("call_count")).isTrue();
            assertThat(reply.headerJson("x-ad-account-usage").path("ads_api_access_tier").asString()).isEqualTo(
                    "standard_access");
            JsonNode use = reply.headerJson("x-business-use-case-usage").path(account.replace("act_", "")).path(0);
            assertThat(new HashSet<>(use.propertyNames())).contains("type", "call_count",
                    "estimated_time_to_regain_access");
        }
        assertThat(sandbox.api.get(account + "/insights", "date_preset", "last_7d")
                .headerJson("x-fb-ads-insights-throttle")
                .has("acc_id_util_pct")).isTrue();
    }

    @Test
    void countsParametersThatNobodyKnows() {
        sandbox.api.post(sandbox.campaign(account), "naem", "typo");
        assertThat(sandbox.control.get("/sandbox/unknown-parameters").http().body()).contains("POST Campaign naem");
    }

    @Test
    void understandsJsonAndMultipartBodies() {
        HttpRequest.Builder json = sandbox.api.request(account + "/campaigns")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"name":"From JSON","objective":"OUTCOME_SALES","status":"PAUSED","special_ad_categories":[],
                        "daily_budget":5000}"""));
        assertThat(sandbox.api.send(json).text("/id")).isNotEmpty();
        HttpRequest.Builder parts = sandbox.api.request(account + "/campaigns").header("Content-Type",
                "multipart/form-data; boundary=xx").POST(
                        HttpRequest.BodyPublishers.ofString(String.join("\r\n", "--xx",
                                "Content-Disposition: form-data; name=\"name\"", "", "From parts", "--xx",
                                "Content-Disposition: form-data; name=\"objective\"", "", "OUTCOME_SALES", "--xx",
                                "Content-Disposition: form-data; name=\"special_ad_categories\"", "", "[]", "--xx",
                                "Content-Disposition: form-data; name=\"daily_budget\"", "", "5000", "--xx--", "")));
        assertThat(sandbox.api.send(parts).text("/id")).isNotEmpty();
    }
}
