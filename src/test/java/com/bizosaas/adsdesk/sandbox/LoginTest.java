package com.bizosaas.adsdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.sandbox.login.AppCredentials;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static final String REDIRECT = "http://localhost:3002/api/brain/oauth?action=callback";
    private static final String SCOPES = "ads_read,ads_management,business_management";

    private SandboxFixture sandbox;
    private HttpClient browser;
    private CookieManager cookies;

    @BeforeEach
    void start() throws IOException {
        sandbox = new SandboxFixture();
        cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    private String[] question(String... more) {
        String[] basic = {"client_id", sandbox.server.appId(), "redirect_uri", REDIRECT, "state", "s3cret", "scope",
                SCOPES};
        String[] all = new String[basic.length + more.length];
        System.arraycopy(basic, 0, all, 0, basic.length);
        System.arraycopy(more, 0, all, basic.length, more.length);
        return all;
    }

    private HttpResponse<String> open(String... question) throws Exception {
        return browser
                .send(HttpRequest.newBuilder(URI.create(sandbox.server.dialogUrl() + "/v26.0/dialog/oauth?" + Client
                        .form(question))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> press(String step, String... form) throws Exception {
        return browser
                .send(HttpRequest.newBuilder(URI.create(sandbox.server.dialogUrl() + "/v26.0/dialog/oauth/" + step))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Client
                                .form(form)))
                        .build(), HttpResponse.BodyHandlers.ofString());
    }

    private void signIn() throws Exception {
        press("sign-in", question("operator", sandbox.fleet.operators().getFirst().userId()));
    }

    private static Map<String, String> answer(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(302);
        String location = reply.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(REDIRECT + "&");
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : location.substring(REDIRECT.length() + 1).split("&", -1)) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }

    private Client.Reply redeem(String code, String redirect, String secret) {
        return new Client(sandbox.server.graphUrl(), "").get("oauth/access_token", "client_id", sandbox.server.appId(),
                "client_secret", secret, "redirect_uri", redirect, "code", code);
    }

    private String login(String... permissions) throws Exception {
        signIn();
        String[] form = new String[permissions.length * 2 + 2];
        form[0] = "action";
        form[1] = "continue";
        for (int i = 0; i < permissions.length; i++) {
            form[2 + 2 * i] = "permission";
            form[3 + 2 * i] = permissions[i];
        }
        String code = answer(press("confirm", question(form))).get("code");
        return redeem(code, REDIRECT, sandbox.server.appSecret()).text("/access_token");
    }

    @Test
    void asksWhoOneIsAndThenForEachPermission() throws Exception {
        assertThat(open(question()).body()).contains("type=\"radio\"").contains(sandbox.fleet.operators().getFirst()
                .name());
        signIn();
        assertThat(open(question()).body()).contains("permission-ads_management").contains("type=\"checkbox\"");
        assertThat(cookies.getCookieStore().getCookies()).extracting(cookie -> cookie.getName() + cookie.isHttpOnly())
                .contains("xstrue", "c_userfalse", "dialog_usertrue");
        assertThat(cookies.getCookieStore().getCookies()).filteredOn(cookie -> cookie.getName().equals("dialog_user"))
                .allMatch(cookie -> cookie.getPath().equals("/v26.0/dialog/"));
    }

    @Test
    void turnsACodeIntoATokenOnceAndOnlyForTheSameRedirect() throws Exception {
        signIn();
        Map<String, String> answer = answer(press("confirm", question("permission", "ads_read", "action", "continue")));
        assertThat(answer).containsEntry("state", "s3cret");
        String code = answer.get("code");
        String secret = sandbox.server.appSecret();
        assertThat(redeem(code, REDIRECT + "/", secret).code()).isEqualTo(100);
        assertThat(redeem(code, REDIRECT, "wrong").code()).isEqualTo(1);
        Client.Reply token = redeem(code, REDIRECT, secret);
        assertThat(token.text("/access_token")).startsWith("EAASANDBOX");
        assertThat(token.text("/token_type")).isEqualTo("bearer");
        assertThat(token.at("/expires_in").asLong()).isBetween(3_600L, 7_200L);
        assertThat(redeem(code, REDIRECT, secret).text("/error/message")).contains("has been used");
    }

    @Test
    void letsACodeExpireAfterTenMinutes() throws Exception {
        signIn();
        String code = answer(press("confirm", question("action", "continue"))).get("code");
        sandbox.server.clock().advance(Duration.ofMinutes(10));
        assertThat(redeem(code, REDIRECT, sandbox.server.appSecret()).text("/error/message")).contains("expired");
    }

    @Test
    void tellsOfADenial() throws Exception {
        signIn();
        assertThat(answer(press("confirm", question("action", "cancel")))).containsEntry("error", "access_denied")
                .containsEntry("error_reason", "user_denied").containsEntry("state", "s3cret")
                .doesNotContainKey("code");
    }

    @Test
    void enforcesPartialPermissionsAndAsksAgainOnlyOnRequest() throws Exception {
        Client api = sandbox.api.as(login("ads_read"));
        assertThat(api.get("me/permissions").http().body()).contains("{\"permission\":\"ads_management\",\"status\":"
                + "\"declined\"}");
        String account = api.get("me/adaccounts", "fields", "id").text("/data/0/id");
        Client.Reply write = api.post(account + "/campaigns", "name", "x", "objective", "OUTCOME_SALES",
                "special_ad_categories", "[]", "daily_budget", "5000");
        assertThat(write.code()).isEqualTo(200);
        assertThat(write.status()).isEqualTo(403);
        assertThat(open(question()).body()).doesNotContain("permission-ads_management");
        assertThat(open(question("auth_type", "rerequest")).body()).contains("permission-ads_management");
    }

    @Test
    void refusesAWrongAppARedirectElsewhereAndAMissingState() throws Exception {
        assertThat(open("client_id", "1", "redirect_uri", REDIRECT, "state", "x").statusCode()).isEqualTo(400);
        assertThat(
                open("client_id", sandbox.server.appId(), "redirect_uri", "https://evil.example/", "state", "x").body())
                .contains("URL blocked");
        assertThat(open("client_id", sandbox.server.appId(), "redirect_uri", REDIRECT).body())
                .contains("state is required");
    }

    @Test
    void exchangesALivingTokenAndTellsWhatItIsWorth() throws Exception {
        String token = login("ads_read", "ads_management");
        Client app = sandbox.api.as(sandbox.server.appId() + "|" + sandbox.server.appSecret());
        Client.Reply longer = new Client(sandbox.server.graphUrl(), "").get("oauth/access_token", "grant_type",
                "fb_exchange_token", "client_id", sandbox.server.appId(), "client_secret", sandbox.server.appSecret(),
                "fb_exchange_token", token);
        assertThat(longer.at("/expires_in").asLong()).isEqualTo(Duration.ofDays(60).toSeconds());
        var data = app.get("debug_token", "input_token", longer.text("/access_token")).at("/data");
        assertThat(data.path("is_valid").asBoolean()).isTrue();
        assertThat(data.path("type").asString()).isEqualTo("USER");
        assertThat(data.path("scopes").toString()).contains("ads_management").doesNotContain("business_management");
        assertThat(data.path("expires_at").asLong()).isGreaterThan(data.path("issued_at").asLong());
        sandbox.server.clock().advance(Duration.ofDays(61));
        var dead = app.get("debug_token", "input_token", longer.text("/access_token"));
        assertThat(dead.status()).isEqualTo(200);
        assertThat(dead.at("/data/error/subcode").asInt()).isEqualTo(463);
    }

    @Test
    void killsATokenInEachOfFourWays() {
        Map.of("expired", 463, "password_changed", 460, "app_removed", 458, "checkpoint", 459)
                .forEach((how, subcode) -> {
                    String token = sandbox.control
                            .post("/sandbox/tokens", "operator", sandbox.fleet.operators().get(1).userId(),
                                    "scopes", "[\"ads_read\"]")
                            .text("/access_token");
                    assertThat(sandbox.api.as(token).get("me").status()).isEqualTo(200);
                    sandbox.control.post("/sandbox/tokens/kill", "token", token, "how", how);
                    Client.Reply dead = sandbox.api.as(token).get("me");
                    assertThat(dead.code()).as(how).isEqualTo(190);
                    assertThat(dead.subcode()).as(how).isEqualTo(subcode);
                    assertThat(dead.header("www-authenticate")).contains("invalid_token");
                });
    }

    @Test
    void revokesOnePermissionAndThenTheWholeApp() throws Exception {
        Client api = sandbox.api.as(login("ads_read", "ads_management", "business_management"));
        assertThat(api.get("me/businesses").status()).isEqualTo(200);
        assertThat(api.delete("me/permissions/business_management").at("/success").asBoolean()).isTrue();
        assertThat(api.get("me/businesses").code()).isEqualTo(200);
        assertThat(api.delete("me/permissions").at("/success").asBoolean()).isTrue();
        assertThat(api.get("me").subcode()).isEqualTo(458);
    }

    @Test
    void checksAProofThatComesAndDemandsOneWhenStrict() throws IOException {
        String token = sandbox.server.operators().getFirst().token();
        String proof = new AppCredentials(sandbox.server.appId(), sandbox.server.appSecret()).proof(token);
        assertThat(sandbox.api.get("me", "appsecret_proof", proof).status()).isEqualTo(200);
        assertThat(sandbox.api.get("me", "appsecret_proof", "00").code()).isEqualTo(100);
        try (SandboxFixture strict = new SandboxFixture(options -> options.withStrictProof(true))) {
            String strictToken = strict.server.operators().getFirst().token();
            assertThat(strict.api.get("me").text("/error/type")).isEqualTo("GraphMethodException");
            assertThat(strict.api.get("me", "appsecret_proof", new AppCredentials(strict.server.appId(), strict.server
                    .appSecret()).proof(strictToken)).status()).isEqualTo(200);
        }
    }

    @Test
    void matchesTheKnownProofVector() {
        assertThat(new AppCredentials("1", "0123456789abcdef0123456789abcdef").proof("EAAtesttoken")).isEqualTo(
                "558080b299ccfabcdbfaf45bd3a4f6c06b5703c83f3c6d3023c8efc960fef88b");
    }

    @Test
    void stopsAdsCallsWhenDataAccessLapses() {
        String token = sandbox.server.systemUserToken();
        sandbox.server.clock().advance(Duration.ofDays(1_000));
        assertThat(sandbox.api.as(token).get("me/adaccounts").status()).isEqualTo(200);
        String user = sandbox.control.post("/sandbox/tokens", "operator", sandbox.fleet.operators().getFirst().userId(),
                "scopes", "[\"ads_read\"]", "seconds", "100000000").text("/access_token");
        sandbox.server.clock().advance(Duration.ofDays(91));
        assertThat(sandbox.api.as(user).get("me").status()).isEqualTo(200);
        assertThat(sandbox.api.as(user).get("me/adaccounts").code()).isEqualTo(200);
    }

    @Test
    void takesTheTokenFromTheParameterToo() {
        Client bare = new Client(sandbox.server.graphUrl(), "");
        assertThat(bare.get("me", "access_token", sandbox.server.operators().getFirst().token()).text("/name"))
                .isEqualTo(
                        sandbox.server.operators().getFirst().name());
        assertThat(bare.get("me").code()).isEqualTo(2500);
        assertThat(bare.get("me", "access_token", "nonsense").code()).isEqualTo(190);
    }
}
