package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The traps of chapters 14 and 16.
class PagesTest {

    private static final AdAccountId ACCOUNT = AdAccountId.of("701");
    private static final String NEXT = "https:\\/\\/graph.facebook.com\\/v26.0\\/act_701\\/campaigns?access_token=EAAx&after=";

    private final VirtualClock clock = new VirtualClock();
    private final Script script = new Script();

    @Test
    void goesOnFromCursorToCursorUntilThereIsNoNext() {
        script.then(page("1,2", "c1")).then(page("", "c2")).then(page("3", "c3")).then("""
                {"data":[{"id":"4"}],"paging":{"cursors":{"before":"b","after":"c4"}}}""");

        assertThat(ids(structure())).containsExactly("1", "2", "3", "4");
        assertThat(script.asked(0)).doesNotContainKey("after");
        assertThat(script.asked(3)).containsEntry("after", "c3");
        assertThat(script.requests()).noneMatch(request -> request.uri().toString().contains("access_token"));
    }

    @Test
    void anEmptyListHasNoPaging() {
        script.then("{\"data\":[]}");

        assertThat(ids(structure())).isEmpty();
    }

    @Test
    void aNextWithoutCursorsIsReducedToItsCursor() {
        script.then("{\"data\":[{\"id\":\"1\"}],\"paging\":{\"next\":\"" + NEXT + "Q%3D%3D&limit=25\"}}")
                .then("{\"data\":[{\"id\":\"2\"}]}");

        assertThat(ids(structure())).containsExactly("1", "2");
        assertThat(script.asked(1)).containsEntry("after", "Q==");
        assertThat(script.requests().get(1).uri().toString()).doesNotContain("EAAx");
    }

    @Test
    void aNextThatLeadsToAnotherHostIsRefused() {
        script.then("""
                {"data":[{"id":"1"}],"paging":{"next":"https://graph.facebook.com.evil.example/v26.0/x?after=c1"}}""");

        assertThatThrownBy(() -> ids(structure())).extracting("kind").isEqualTo(Kind.TRANSIENT);
        assertThat(script.sent()).isOne();
    }

    @Test
    void aRepeatedCursorIsRefused() {
        script.then(page("1", "c1")).then(page("2", "c1"));

        assertThatThrownBy(() -> ids(structure())).extracting("kind").isEqualTo(Kind.TRANSIENT);
        assertThat(script.sent()).isEqualTo(2);
    }

    @Test
    void rowsThatComeTwiceCountOnce() {
        script.then(page("1,2", "c1")).then(page("2,3", null));

        assertThat(ids(structure())).containsExactly("1", "2", "3");
    }

    @Test
    void aDeadCursorStartsTheListOverOnceAndKeepsWhatWasRead() {
        script.then(page("1,2", "c1")).then(Script.error(2642, 0)).then(page("1,2,5", "c9")).then(page("3", null));

        List<List<String>> told = new ArrayList<>();
        new Pages(script.client(clock)).read(structure(), told::add);

        assertThat(told).containsExactly(List.of("1", "2"), List.of("5"), List.of("3"));
        assertThat(script.asked(2)).doesNotContainKey("after");
    }

    @Test
    void aListThatCannotBeReadFromTheFrontEither() {
        script.then(page("1", "c1")).then(Script.error(2641, 0)).then(page("1", "c1")).then(Script.error(2641, 0));

        assertThatThrownBy(() -> ids(structure())).extracting("kind").isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void aListThatIsTooDeepIsNotStartedOver() {
        script.then(page("1", "c1")).then(Script.json(400, """
                {"error":{"code":100,"type":"OAuthException",
                 "message":"(#100) The After Cursor specified exceeds the max limit supported by this endpoint"}}"""));

        assertThatThrownBy(() -> ids(structure())).extracting("kind").isEqualTo(Kind.REFUSED);
        assertThat(script.sent()).isEqualTo(2);
    }

    @Test
    void aRefusedFirstPageIsARefusal() {
        script.then(Script.error(100, 0));

        assertThatThrownBy(() -> ids(structure())).extracting("kind").isEqualTo(Kind.REFUSED);
        assertThat(script.sent()).isOne();
    }

    @Test
    void tooMuchDataHalvesThePageKeepsTheCursorAndGrowsBack() {
        WireReply tooMuch = Script.json(500, """
                {"error":{"code":1,"type":"OAuthException",
                 "message":"Please reduce the amount of data you're asking for, then retry your request"}}""");
        script.then(page("1", "c1")).then(tooMuch).then(tooMuch).then(page("2", "c2")).then(page("3", "c3"))
                .then(page("4", "c4")).then(page("5", null));

        assertThat(ids(structure())).containsExactly("1", "2", "3", "4", "5");
        assertThat(script.requests()).extracting(request -> Script.parameters(request).get("limit"))
                .containsExactly("100", "100", "50", "25", "25", "50", "50");
        assertThat(script.asked(3)).containsEntry("after", "c1");
        assertThat(clock.slept()).isEmpty();
    }

    @Test
    void theNextListOfTheEdgeDoesNotTryTheSizeThatWasTooMuch() {
        WireReply tooMuch = Script.json(500, """
                {"error":{"code":1,"message":"Please reduce the amount of data you're asking for"}}""");
        script.then(tooMuch).then(page("1", null)).then(page("1", "c1")).then(page("2", "c2")).then(page("3", null))
                .then(page("1", null));
        Pages pages = new Pages(script.client(clock));

        for (int list = 0; list < 3; list++) {
            pages.all(structure());
        }

        assertThat(script.requests()).extracting(request -> Script.parameters(request).get("limit"))
                .containsExactly("100", "50", "50", "50", "100", "100");
    }

    @Test
    void aSingleRowThatIsTooMuchIsRefused() {
        script.always(_ -> Script.json(500, """
                {"error":{"code":1,"message":"Please reduce the amount of data you're asking for"}}"""));

        assertThatThrownBy(() -> ids(structure())).extracting("kind").isEqualTo(Kind.REFUSED);
        assertThat(script.sent()).isEqualTo(7);
    }

    @Test
    void anEmptyRunThatOffersANextPageForEverEnds() {
        script.always(_ -> page("", "same"));

        assertThat(ids(insights())).isEmpty();
        assertThat(script.sent()).isEqualTo(2);
    }

    @Test
    void oneEmptyPageOfInsightsIsNotTheEnd() {
        script.then(page("1", "c1")).then(page("", "c2")).then(page("2", null));

        assertThat(ids(insights())).containsExactly("1", "2");
    }

    @Test
    void aListOfNothingButEmptyPagesEnds() {
        script.always(_ -> page("", "c" + script.sent()));

        assertThatThrownBy(() -> ids(structure())).extracting("kind").isEqualTo(Kind.TRANSIENT);
        assertThat(script.sent()).isLessThan(120);
    }

    private List<String> ids(Listing<String> listing) {
        return new Pages(script.client(clock)).all(listing);
    }

    private static Listing<String> structure() {
        return new Listing<>(GraphRequest.list("act_701/campaigns").on(ACCOUNT, UseCase.ADS_MANAGEMENT), 100,
                RowReader.of("id", row -> row.textOrNull("id")), id -> id);
    }

    private static Listing<String> insights() {
        return new Listing<>(GraphRequest.list("77/insights").on(ACCOUNT, UseCase.ADS_INSIGHTS), 100,
                RowReader.of("id", row -> row.textOrNull("id")), id -> id);
    }

    private static WireReply page(String ids, String next) {
        StringBuilder rows = new StringBuilder();
        for (String id : ids.isEmpty() ? new String[0] : ids.split(",")) {
            rows.append(rows.isEmpty() ? "" : ",").append("{\"id\":\"").append(id).append("\"}");
        }
        String paging = next == null
                ? ""
                : ",\"paging\":{\"cursors\":{\"before\":\"x\",\"after\":\"" + next + "\"},\"next\":\"" + NEXT + next
                        + "\"}";
        return Script.json(200, "{\"data\":[" + rows + "]" + paging + "}");
    }
}
