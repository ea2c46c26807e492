package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.wire.StrictJson;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchRequestTest {

    private static final AdAccountId ACCOUNT = AdAccountId.of("701");

    private final VirtualClock clock = new VirtualClock();
    private final Script script = new Script();

    @Test
    void answersComeInTheOrderOfTheItemsEachWithItsOwnOutcome() {
        script.then("""
                [{"code":200,"body":"{\\"id\\":\\"1\\"}"},
                 {"code":403,"body":"{\\"error\\":{\\"message\\":\\"no\\",\\"code\\":200}}"},
                 {"code":400,"body":"{\\"error\\":{\\"message\\":\\"wait\\",\\"code\\":80004}}"}]""");

        List<Verdict> verdicts = batch(3);

        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.OK, Outcome.PERMISSION,
                Outcome.LIMIT);
        assertThat(verdicts.get(2).until()).isEqualTo(VirtualClock.START.plusSeconds(60));
        WireRequest sent = script.requests().getFirst();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.uri()).hasToString("https://graph.facebook.com/v26.0/");
        JsonNode items = StrictJson.parse(Script.parameters(sent).get("batch")).orElseThrow();
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.get(1).get("method").stringValue()).isEqualTo("GET");
        assertThat(items.get(1).get("relative_url").stringValue()).isEqualTo("2?fields=id%2Cname");
        assertThat(Script.parameters(sent)).containsEntry("include_headers", "false").doesNotContainKey("access_token");
    }

    @Test
    void readsWithoutAnAnswerAreAskedAgainAlone() {
        script.then("""
                [{"code":200,"body":"{\\"id\\":\\"1\\"}"},null,
                 {"code":400,"body":"{\\"error\\":{\\"message\\":\\"timed out\\",\\"code\\":960}}"}]""").then("""
                [{"code":200,"body":"{\\"id\\":\\"2\\"}"},{"code":200,"body":"{\\"id\\":\\"3\\"}"}]""");

        assertThat(batch(3)).allMatch(Verdict::isOk).extracting(verdict -> verdict.body().get("id").stringValue())
                .containsExactly("1", "2", "3");
        assertThat(Script.parameters(script.requests().get(1)).get("batch")).doesNotContain("\"1?");
    }

    @Test
    void anItemWhoseFieldIsGoneIsAskedAgainWithoutIt() {
        script.then("""
                [{"code":200,"body":"{\\"id\\":\\"1\\"}"},
                 {"code":400,"body":"{\\"error\\":{\\"message\\":\\"nonexisting field (name)\\",\\"code\\":100}}"}]""")
                .then("[{\"code\":200,\"body\":\"{\\\"id\\\":\\\"2\\\"}\"}]");

        assertThat(batch(2)).allMatch(Verdict::isOk);
        JsonNode items = StrictJson.parse(Script.parameters(script.requests().get(1)).get("batch")).orElseThrow();
        assertThat(items.size()).isOne();
        assertThat(items.get(0).get("relative_url").stringValue()).isEqualTo("2?fields=id");
    }

    @Test
    void anItemThatNeverAnswersIsLostAndTheOthersStand() {
        script.always(_ -> Script.json(200, "[null]"));

        List<Verdict> verdicts = batch(2);

        assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.LOST);
        assertThat(script.sent()).isEqualTo(Retries.TRIES);
    }

    @Test
    void moreThanFiftyAreSentInSeveral() {
        script.always(request -> {
            int items = StrictJson.parse(Script.parameters(request).get("batch")).orElseThrow().size();
            return Script.json(200, "[" + String.join(",", IntStream.range(0, items)
                    .mapToObj(i -> "{\"code\":200,\"body\":\"{}\"}").toList()) + "]");
        });

        assertThat(batch(120)).hasSize(120).allMatch(Verdict::isOk);
        assertThat(script.sent()).isEqualTo(3);
    }

    @Test
    void aBatchThatIsRefusedAsAWholeThrows() {
        script.then(Script.error(190, 460));

        assertThatThrownBy(() -> batch(2)).extracting("kind").isEqualTo(Kind.TOKEN);
    }

    private List<Verdict> batch(int calls) {
        return new BatchRequest(script.client(clock)).send(IntStream.rangeClosed(1, calls)
                .mapToObj(i -> GraphRequest.read(Integer.toString(i)).with("fields", "id,name").on(ACCOUNT,
                        UseCase.ADS_MANAGEMENT))
                .toList());
    }
}
