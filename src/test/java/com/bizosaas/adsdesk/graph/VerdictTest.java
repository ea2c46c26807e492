package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final GraphRequest READ = GraphRequest.read("me");
    private static final GraphRequest LIST = GraphRequest.list("act_1/campaigns");
    private static final GraphRequest CREATE = GraphRequest.create("act_1/campaigns");
    private static final GraphRequest UPDATE = GraphRequest.update("12");

    @Test
    void anErrorInsideASuccessIsAnError() {
        Verdict verdict = Verdict.of(READ, Script.json(200, """
                {"error":{"message":"(#4) Application request limit reached","type":"OAuthException","code":4}}"""));

        assertThat(verdict.outcome()).isEqualTo(Outcome.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Service Unavailable", "<html>Sign in to the hotel's network</html>", "{\"id\":\"1\"",
            "{\"id\":\"1\"}{", "{\"id\":\"1\",\"id\":\"2\"}", "[1]", "\"text\"", "null", "{\"id\":1e}"})
    void whatIsNotOneWholeObjectIsLost(String body) {
        assertThat(Verdict.of(READ, Script.json(200, body)).outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void jsonOfAnotherContentTypeIsNotTrusted() {
        WireReply portal = new WireReply(200, Map.of("content-type", "text/html"),
                "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(Verdict.of(READ, portal).outcome()).isEqualTo(Outcome.ELSEWHERE);
    }

    @ParameterizedTest
    @CsvSource({"200,text/html,'',ELSEWHERE", "302,text/html,http://portal.invalid/,ELSEWHERE",
            "307,'',https://wifi.invalid/in,ELSEWHERE", "511,text/html,'',ELSEWHERE", "502,text/html,'',LOST",
            "500,text/html,'',LOST", "304,'','',LOST", "404,text/html,'',LOST", "200,text/plain,'',LOST"})
    void aPageOrARedirectComesFromSomebodyElse(int status, String type, String location, Outcome outcome) {
        WireReply reply = new WireReply(status, Map.of("content-type", type, "location", location),
                "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(Verdict.of(READ, reply).outcome()).isEqualTo(outcome);
    }

    @Test
    void jsonDeeperThanSixtyFourIsRefused() {
        String deep = "{\"a\":".repeat(80) + "1" + "}".repeat(80);

        assertThat(Verdict.of(READ, Script.json(200, deep)).outcome()).isEqualTo(Outcome.LOST);
        String fine = "{\"a\":".repeat(60) + "1" + "}".repeat(60);
        assertThat(Verdict.of(READ, Script.json(200, fine)).outcome()).isEqualTo(Outcome.OK);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"`{\"id\":\"1\"}`,LOST", "`{\"data\":{}}`,LOST", "`{\"data\":[]}`,OK"})
    void aListHasData(String body, Outcome expected) {
        assertThat(Verdict.of(LIST, Script.json(200, body)).outcome()).isEqualTo(expected);
    }

    @Test
    void aCreateThatNamesNothingHasAnUnknownEffect() {
        Verdict verdict = Verdict.of(CREATE, Script.json(200, "{}"));

        assertThat(verdict.exception().kind()).isEqualTo(Kind.UNKNOWN_EFFECT);
        assertThat(Verdict.of(CREATE, Script.json(200, "{\"id\":\"120210000000010001\"}")).isOk()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"`{\"success\":true}`,OK", "`{\"success\":false}`,REFUSED",
            "`{\"id\":\"12\"}`,OK", "`{}`,LOST"})
    void anUpdateSaysThatItSucceeded(String body, Outcome expected) {
        assertThat(Verdict.of(UPDATE, Script.json(200, body)).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500, 503})
    void aStatusWithoutAnErrorIsNotAnAnswer(int status) {
        assertThat(Verdict.of(READ, Script.json(status, "{\"id\":\"1\"}")).outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void aBareTooManyRequestsIsALimitAndItsWaitIsHeard() {
        Verdict verdict = Verdict.of(READ,
                new WireReply(429, Map.of("content-type", "text/html", "retry-after", "17"), new byte[0]));

        assertThat(verdict.outcome()).isEqualTo(Outcome.LIMIT);
        assertThat(verdict.retryAfter()).hasSeconds(17);
    }

    @Test
    void aDeadTokenMayBeToldByAHeaderOnly() {
        Verdict verdict = Verdict.of(READ, new WireReply(401, Map.of("www-authenticate",
                "OAuth \"Facebook Platform\" \"invalid_token\" \"Session has expired\""), new byte[0]));

        assertThat(verdict.outcome()).isEqualTo(Outcome.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"blame_field_specs\":[[\"targeting_spec\",\"interested_in\"]]}",
            "\"{\\\"blame_field_specs\\\":[[\\\"targeting_spec\\\",\\\"interested_in\\\"]]}\""})
    void theFieldToBlameIsReadFromAnObjectAndFromAText(String data) {
        GraphException refusal = Verdict.of(UPDATE, Script.json(400, """
                {"error":{"message":"Invalid parameter","type":"OAuthException","code":100,"error_subcode":1885621,
                 "is_transient":false,"error_user_title":"Can't set both budgets","error_user_msg":"Only one.",
                 "error_data":%s,"fbtrace_id":"AptuaTzo"}}""".formatted(data))).exception();

        assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refusal.field()).containsExactly("targeting_spec", "interested_in");
        assertThat(refusal.userTitle()).isEqualTo("Can't set both budgets");
        assertThat(refusal.userMessage()).isEqualTo("Only one.");
        assertThat(refusal.traceId()).isEqualTo("AptuaTzo");
        assertThat(refusal.code()).isEqualTo(100);
        assertThat(refusal.subcode()).isEqualTo(1885621);
    }

    @Test
    void aTokenThatFacebookQuotesIsTakenOut() {
        GraphException refusal = Verdict.of(READ, Script.json(400, """
                {"error":{"message":"Malformed access token EAAtesttoken0815 and access_token=abc123",
                 "type":"OAuthException","code":190,"error_user_msg":"EAAtesttoken0815"}}""")).exception();

        assertThat(refusal.getMessage() + refusal.userMessage()).doesNotContain("EAAtesttoken0815", "abc123");
    }

    @Test
    void numbersOfErrorsMayBeTexts() {
        assertThat(Verdict.of(READ, Script.json(400, "{\"error\":{\"code\":\"190\",\"error_subcode\":\"463\"}}"))
                .outcome()).isEqualTo(Outcome.TOKEN);
    }
}
