package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.TransportException.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphClientTest {

    private static final AdAccountId ACCOUNT = AdAccountId.of("701");
    private static final GraphRequest READ = GraphRequest.read("act_701").on(ACCOUNT, UseCase.ADS_MANAGEMENT);
    private static final GraphRequest CREATE = GraphRequest.create("act_701/campaigns").with("name", "Autumn")
            .on(ACCOUNT, UseCase.ADS_MANAGEMENT);
    private static final GraphRequest UPDATE = GraphRequest.update("12").with("status", "PAUSED").on(ACCOUNT,
            UseCase.ADS_MANAGEMENT);

    private final VirtualClock clock = new VirtualClock();
    private final Script script = new Script();

    @Test
    void aReadIsRepeatedWithGrowingJitteredPauses() {
        script.failing(Fate.LOST).then(Script.error(2, 0)).failing(Fate.NOT_SENT).then("{\"id\":\"act_701\"}");

        assertThat(script.client(clock).call(READ).text("id")).isEqualTo("act_701");
        assertThat(clock.slept()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(clock.slept().get(i)).isLessThanOrEqualTo(Duration.ofSeconds(1L << i));
        }
    }

    @Test
    void afterFiveTriesAReadGivesUp() {
        script.always(_ -> Script.error(2, 0));

        assertKind(Kind.TRANSIENT, READ);
        assertThat(script.sent()).isEqualTo(5);
    }

    @Test
    void repetitionsStayATenthOfTheTraffic() {
        script.always(_ -> Script.error(2, 0));
        GraphClient client = script.client(clock);
        for (int i = 0; i < 200; i++) {
            assertThat(client.attempt(READ).isOk()).isFalse();
        }

        assertThat(script.sent()).isLessThanOrEqualTo(200 + 20 + 10);
    }

    @ParameterizedTest
    @EnumSource(value = Fate.class, names = "LOST")
    void aCreateWhoseAnswerIsLostIsNotRepeated(Fate fate) {
        script.failing(fate);

        assertKind(Kind.UNKNOWN_EFFECT, CREATE);
        assertThat(script.sent()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 960})
    void aCreateThatStumbledIsNotRepeated(int code) {
        script.then(Script.error(code, 0));

        assertKind(Kind.UNKNOWN_EFFECT, CREATE);
        assertThat(script.sent()).isOne();
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsNotRepeated() {
        script.then(Script.json(502, "<html>Bad gateway</html>"));

        assertKind(Kind.UNKNOWN_EFFECT, UPDATE);
        assertThat(script.sent()).isOne();
    }

    @Test
    void aCreateThatNeverLeftIsSentAgain() {
        script.failing(Fate.NOT_SENT).then("{\"id\":\"120\"}");

        assertThat(script.client(clock).call(CREATE).text("id")).isEqualTo("120");
    }

    @Test
    void aThrottledReadIsSentAgainOnceItsWindowOpens() {
        script.then(Script.error(80004, 0)).then("{\"id\":\"act_701\"}");

        script.client(clock).call(READ);

        assertThat(clock.instant()).isEqualTo(VirtualClock.START.plusSeconds(60));
    }

    @Test
    void aThrottledCreateIsSentAgainOnceAShortWindowOpens() {
        script.then(Script.error(80004, 0, "retry-after", "5")).then("{\"id\":\"120\"}");

        assertThat(script.client(clock).call(CREATE).text("id")).isEqualTo("120");
        assertThat(clock.instant()).isEqualTo(VirtualClock.START.plusSeconds(5));
    }

    @Test
    void aLongWindowIsToldInsteadOfWaitedFor() {
        script.then(Script.error(80004, 2446079, "x-business-use-case-usage", """
                {"701":[{"type":"ads_management","call_count":118,"estimated_time_to_regain_access":47}]}"""));
        GraphClient client = script.client(clock);

        assertThatThrownBy(() -> client.call(READ)).isInstanceOfSatisfying(GraphException.class, limit -> {
            assertThat(limit.kind()).isEqualTo(Kind.LIMIT);
            assertThat(limit.until()).isEqualTo(VirtualClock.START.plus(Duration.ofMinutes(47)));
            assertThat(limit.code()).isEqualTo(80004);
        });
        assertThatThrownBy(() -> client.call(READ)).extracting("kind").isEqualTo(Kind.LIMIT);
        assertThat(script.sent()).as("no request goes into a closed window").isOne();
    }

    @Test
    void aDeadTokenStopsEverythingThatFollows() {
        script.then(Script.error(190, 463));
        GraphClient client = script.client(clock);

        assertThatThrownBy(() -> client.call(READ)).extracting("subcode").isEqualTo(463);
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> client.call(CREATE)).extracting("subcode").isEqualTo(463);
        assertThat(script.sent()).isOne();
    }

    @Test
    void aCheckpointIsLookedAtAgainNowAndThen() {
        script.then(Script.error(190, 459)).then("{\"id\":\"act_701\"}");
        GraphClient client = script.client(clock);

        assertThatThrownBy(() -> client.call(READ)).extracting("kind").isEqualTo(Kind.TOKEN);
        assertThatThrownBy(() -> client.call(READ)).extracting("kind").isEqualTo(Kind.TOKEN);
        assertThat(script.sent()).isOne();
        clock.advance(Duration.ofMinutes(1));
        assertThat(client.call(READ).text("id")).isEqualTo("act_701");
    }

    @Test
    void whatWasJustMadeMayTakeAMomentToAppear() {
        script.then("{\"id\":\"120\"}").then(Script.error(100, 33)).then(Script.error(100, 33))
                .then("{\"id\":\"120\"}");
        GraphClient client = script.client(clock);
        client.call(CREATE);

        assertThat(client.call(GraphRequest.read("120")).text("id")).isEqualTo("120");
    }

    @Test
    void anyOtherMissingObjectIsMissing() {
        script.then(Script.error(100, 33));

        assertKind(Kind.REFUSED, GraphRequest.read("120"));
        assertThat(script.sent()).isOne();
    }

    @Test
    void aTokenThatWasClosedMeanwhileSendsNothing() {
        AccessToken token = Script.token();
        token.close();
        GraphClient client = new GraphClient(new RequestBuilder(Script.settings("https://graph.facebook.com",
                Optional.empty()), token), script, AppWide.of(new UsageBudget(clock), clock),
                new Retries(new Random(1)),
                new TokenGate(clock), clock, Script.TENANT);

        assertThatThrownBy(() -> client.call(READ)).extracting("kind").isEqualTo(Kind.CANCELLED);
        assertThat(script.sent()).isZero();
    }

    @Test
    void aFieldThatFacebookTookAwayIsLeftOutFromThenOn() {
        GraphRequest list = GraphRequest.list("act_701/ads").with("fields", "id,name,creative{id,name},old_score");
        script.then(Script.json(400, """
                {"error":{"message":"(#100) Tried accessing nonexisting field (old_score)","code":100}}"""))
                .then("{\"data\":[]}").then("{\"data\":[]}").then(Script.json(400, """
                        {"error":{"message":"(#100) Tried accessing nonexisting field (name)","code":100}}"""));
        GraphClient client = script.client(clock);

        assertThat(client.call(list).list("data")).isEmpty();
        client.call(list.with("limit", "5"));

        assertThat(script.asked(1)).containsEntry("fields", "id,name,creative{id,name}");
        assertThat(script.asked(2)).containsEntry("fields", "id,name,creative{id,name}");
        assertThatThrownBy(() -> client.call(GraphRequest.read("act_701").with("fields", "name")))
                .as("a read of nothing else has nothing left to ask").extracting("kind").isEqualTo(Kind.REFUSED);
    }

    @Test
    void aRequestThatWasUnderWayWhenAnotherLearntOfAGoneFieldIsSentAgainToo() {
        GraphRequest list = GraphRequest.list("act_701/ads").with("fields", "id,old_score");
        GraphClient client = script.client(clock);
        script.then(request -> {
            // Another read of the same edge is refused and learns while this one is under way.
            client.call(list.with("limit", "5"));
            return gone("old_score");
        }).then(gone("old_score")).then("{\"data\":[]}").then("{\"data\":[]}");

        assertThat(client.call(list).list("data")).isEmpty();
        assertThat(script.sent()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            me/adaccounts | id,ads.limit(2){id,old},adsets{id,old} | nonexisting field (old) on node type (Ad) \
            | id,ads.limit(2){id},adsets{id,old}
            act_1/ads | id,creative{id,old},name | nonexisting field (old) on node type (AdCreative) \
            | id,creative{id},name
            12 | id,old,name | nonexisting field (old) on node type (Campaign) | id,name
            act_1/insights | ad_id,old,spend | old is not valid for fields param. please check | ad_id,spend
            act_1/insights | ad_id,old,spend | fields[1] must be one of the following values: ad_id | ad_id,spend
            act_1/ads | id,ads.filtering([{"field":"old","value":[1,2]}]){id,old} | nonexisting field (old) \
            | id,ads.filtering([{"field":"old","value":[1,2]}]){id}
            act_1/ads | id,adlabels{old},name | nonexisting field (old) | id,name
            """)
    void whereverAGoneFieldStandsOnlyItIsLeftOut(String path, String fields, String words, String left) {
        script.then(Script.json(400, "{\"error\":{\"message\":\"(#100) " + words + "\",\"code\":100}}"))
                .then("{\"id\":\"1\"}").then("{\"id\":\"1\"}");
        GraphClient client = script.client(clock);
        GraphRequest request = GraphRequest.read(path).with("fields", fields);

        client.call(request);
        client.call(request);

        assertThat(script.asked(1)).containsEntry("fields", left);
        assertThat(script.asked(2)).containsEntry("fields", left);
        assertThat(client.gone().told()).hasSize(1).first().asString().startsWith("old of ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"me/adaccounts | id,campaigns.limit(9){id} | campaigns",
            "act_1/campaigns | id,name,effective_status | effective_status"})
    void whatRowsMakeNoSenseWithoutIsNeverLeftOut(String path, String fields, String named) {
        script.always(_ -> gone(named));
        GraphClient client = script.client(clock);
        assertThatThrownBy(() -> client.call(GraphRequest.read(path).with("fields", fields)))
                .isInstanceOf(GraphException.class);
        assertThat(script.sent()).isEqualTo(1);
        assertThat(client.gone().told()).isEmpty();
    }

    @Test
    void allGoneFieldsOfASingleObjectAreLeftOutOneAfterTheOther() {
        script.always(request -> {
            String asked = Script.parameters(request).getOrDefault("fields", "");
            return asked.contains("old")
                    ? gone("old")
                    : asked.contains("score") ? gone("score") : Script.json(200, "{\"id\":\"12\"}");
        });
        GraphClient client = script.client(clock);
        GraphRequest request = GraphRequest.read("12").with("fields", "id,old,score");

        client.call(request);
        assertThat(script.sent()).isEqualTo(3);
        client.call(request);
        assertThat(script.sent()).as("both are known").isEqualTo(4);
        assertThat(script.asked(3)).containsEntry("fields", "id");
    }

    @Test
    void aGoneFieldIsAskedForAgainAfterADayAndInAnotherVersion() {
        script.then(gone("old")).always(_ -> Script.json(200, "{\"data\":[]}"));
        GraphClient client = script.client(clock);
        GraphRequest request = GraphRequest.list("act_1/ads").with("fields", "id,old");

        client.call(request);
        client.call(request);
        assertThat(script.asked(2)).containsEntry("fields", "id");
        assertThat(client.gone().without(request, "v99.0")).isEqualTo(request);
        clock.advance(Duration.ofDays(1));
        assertThat(client.gone().told()).isEmpty();
        client.call(request);
        assertThat(script.asked(3)).containsEntry("fields", "id,old");
    }

    private static WireReply gone(String field) {
        return Script.json(400, "{\"error\":{\"message\":\"(#100) Tried accessing nonexisting field (" + field
                + ")\",\"code\":100}}");
    }

    @Test
    void somethingElseThatAnswersIsToldApartFromFacebook() {
        script.always(_ -> new WireReply(302, Map.of("location", "http://portal.invalid/"), new byte[0]));

        assertKind(Kind.ELSEWHERE, READ);
        assertKind(Kind.UNKNOWN_EFFECT, CREATE);
        assertThat(script.sent()).isEqualTo(5 + 1);
    }

    @Test
    void aNameThatComesAndGoesCostsAMoment() {
        GraphClient client = script.client(clock);
        for (int i = 0; i < 4; i++) {
            script.failing(Fate.NOT_SENT).then("{\"id\":\"act_701\"}");
            assertThat(client.attempt(READ).isOk()).isTrue();
            script.failing(Fate.NOT_SENT).then("{\"id\":\"120\"}");
            assertThat(client.attempt(CREATE).isOk()).as("nothing had left").isTrue();
        }
        assertThat(clock.slept()).hasSize(8).allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0);
    }

    @Test
    void whoLooksWhetherTheNetworkIsBackLooksOnce() {
        script.always(_ -> {
            throw new AssertionError("scripted below");
        });
        for (int i = 0; i < 5 + 1 + 1; i++) {
            script.failing(Fate.NOT_SENT);
        }
        GraphClient client = script.client(clock);

        assertThat(client.attempt(READ).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(script.sent()).isEqualTo(5);
        assertThat(client.attempt(READ).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(client.attempt(READ).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(script.sent()).isEqualTo(5 + 2);

        script.then("{\"id\":\"1\"}").failing(Fate.NOT_SENT).then("{\"id\":\"1\"}");
        assertThat(client.attempt(READ).isOk()).isTrue();
        assertThat(client.attempt(READ).isOk()).as("back to normal").isTrue();
    }

    @Test
    void aServersWishToBeLeftAloneIsHeard() {
        WireReply busy = new WireReply(503, Map.of("content-type", "text/html", "retry-after", "75"), new byte[0]);
        script.then(busy).then("{\"id\":\"act_701\"}");
        script.client(clock).call(READ);
        assertThat(clock.slept()).containsExactly(Duration.ofSeconds(75));

        script.then(new WireReply(503, Map.of("retry-after", "600"), new byte[0]));
        assertThatThrownBy(() -> script.client(clock).call(READ)).isInstanceOfSatisfying(GraphException.class, left -> {
            assertThat(left.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(left.until()).isEqualTo(clock.instant().plusSeconds(600));
        });
        assertThat(script.sent()).isEqualTo(3);
    }

    @Test
    void aPageWhileOthersAreAnsweredIsAStumbleOfFacebooks() {
        AppWide app = AppWide.of(new UsageBudget(clock), clock);
        GraphClient client = new GraphClient(new RequestBuilder(Script.settings("http://127.0.0.1", Optional.empty()),
                Script.token()), script, app, new Retries(new Random(1)), new TokenGate(clock), clock, Script.TENANT);
        script.then(Script.error(100, 0)).always(_ -> new WireReply(200, Map.of("content-type", "text/html"),
                "Service Unavailable".getBytes(StandardCharsets.UTF_8)));

        assertThat(client.attempt(READ).outcome()).as("an answer, if a refusal").isEqualTo(Outcome.REFUSED);
        assertThat(client.attempt(READ).outcome()).isEqualTo(Outcome.LOST);
        clock.advance(Duration.ofMinutes(1));
        assertThat(client.attempt(READ).outcome()).isEqualTo(Outcome.ELSEWHERE);
    }

    @Test
    void anInterruptEndsTheCall() {
        script.always(_ -> Script.error(2, 0));
        Thread.currentThread().interrupt();

        assertKind(Kind.CANCELLED, READ);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(script.sent()).isZero();
    }

    private void assertKind(Kind kind, GraphRequest request) {
        assertThatThrownBy(() -> script.client(clock).call(request)).isInstanceOf(GraphException.class)
                .extracting("kind").isEqualTo(kind);
    }
}
