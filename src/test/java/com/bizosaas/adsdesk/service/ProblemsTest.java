package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.Connection.Broken;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {

    private static final Instant UNTIL = Instant.parse("2026-11-02T09:04:00Z");

    private static GraphException error(Kind kind, int code, int subcode, String... field) {
        return new GraphException(kind, "(#" + code + ") Some text", code, subcode, "Can't do it.", "Because of this.",
                "AptuaTzo", List.of(field), kind == Kind.LIMIT ? UNTIL : null, null);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            458, APP_REMOVED,      removed
            459, CHECKPOINT,       check
            460, PASSWORD_CHANGED, password
            463, EXPIRED,          expired
            464, CHECKPOINT,       verified
            467, LOGGED_OUT,       signed out
            492, INVALID,          accepts
            0,   INVALID,          accepts
            """)
    void tellsTheWaysATokenDiesApart(int subcode, Broken broken, String word) {
        GraphException e = error(Kind.TOKEN, 190, subcode);
        assertThat(GraphProblems.broken(e)).isEqualTo(broken);
        Problem problem = Problems.of(e);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.SIGN_IN_NEEDED);
        assertThat(problem.title()).contains(word).doesNotEndWith(".");
        assertThat(problem.details()).contains("190").contains("AptuaTzo");
    }

    @Test
    void hasItsOwnSentenceForEachDeath() {
        Set<String> titles = Stream.of(458, 459, 460, 463, 464, 467, 0)
                .map(subcode -> Problems.of(error(Kind.TOKEN, 190, subcode)).title()).collect(Collectors.toSet());
        assertThat(titles).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hasTitleAndRemedyForEveryKind(Kind kind) {
        Problem problem = Problems.of(error(kind, 100, 0));
        assertThat(problem.title()).isNotBlank().doesNotEndWith(".");
        assertThat(problem.remedy()).endsWith(".");
    }

    @Test
    void noticesANetworkThatWantsASignInOfItsOwn() {
        String title = "Something in this network answers in Facebook's place";
        assertThat(Problems.of(GraphException.of(Kind.NOT_SENT, "TLS",
                new java.io.IOException(new javax.net.ssl.SSLHandshakeException("PKIX")))).title()).isEqualTo(title);
        assertThat(Problems.of(GraphException.of(Kind.ELSEWHERE, "HTTP 302", null)).title()).isEqualTo(title);
        assertThat(Problems.of(GraphException.of(Kind.TRANSIENT, "HTTP 502 with a body that is not whole JSON", null))
                .title()).isNotEqualTo(title);
        assertThat(Problems.of(GraphException.of(Kind.NOT_SENT, "No host", null)).title())
                .isEqualTo("Facebook cannot be reached");
        Problem portal = Problems.of(GraphException.of(Kind.ELSEWHERE, "HTTP 302", null));
        assertThat(portal.kind()).isEqualTo(Problem.Kind.NETWORK_SIGN_IN);
        assertThat(portal.remedy()).contains("open any page in the browser");
        assertThat(Problems.of(GraphException.of(Kind.NOT_SENT, "No host", null)).kind())
                .isEqualTo(Problem.Kind.OFFLINE);
        assertThat(Problem.Kind.values()).filteredOn(Problem.Kind::isUnreachable)
                .containsExactly(Problem.Kind.OFFLINE, Problem.Kind.NETWORK_SIGN_IN);
    }

    @Test
    void countsDownALimit() {
        Problem problem = Problems.of(error(Kind.LIMIT, 80004, 2446079));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.RATE_LIMITED);
        assertThat(problem.until()).isEqualTo(UNTIL);
        assertThat(problem.title()).contains("this ad account");
        assertThat(Problems.of(error(Kind.LIMIT, 4, 0)).title()).contains("whole app");
        assertThat(Problems.of(error(Kind.LIMIT, 613, 1487632)).title()).contains("four times");
    }

    @Test
    void showsMetasReasonBesideTheField() {
        Problem problem = Problems.of(error(Kind.REFUSED, 100, 1885621, "daily_budget"));
        assertThat(problem.field()).isEqualTo("budget");
        Problem other = Problems.of(error(Kind.REFUSED, 100, 1815715, "promoted_object"));
        assertThat(other.title()).isEqualTo("Can't do it");
        assertThat(other.remedy()).isEqualTo("Because of this.");
        assertThat(other.field()).isEqualTo("promoted_object");
    }

    @Test
    void saysOfALostWriteThatItMayHaveHappened() {
        assertThat(Problems.of(error(Kind.UNKNOWN_EFFECT, 0, 0)).kind()).isEqualTo(Problem.Kind.UNCERTAIN);
    }

    @Test
    void mapsEveryTechnicalKindToAStateOfThePanes() {
        Set<Problem.Kind> kinds = EnumSet.noneOf(Problem.Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.add(Problems.of(error(kind, 0, 0)).kind());
        }
        assertThat(kinds).contains(Problem.Kind.OFFLINE, Problem.Kind.RATE_LIMITED, Problem.Kind.SIGN_IN_NEEDED,
                Problem.Kind.NO_PERMISSION, Problem.Kind.REFUSED, Problem.Kind.CANCELLED, Problem.Kind.FAILED,
                Problem.Kind.UNCERTAIN);
    }

    @Test
    void doesNotRepeatWhatAnUnknownExceptionSays() {
        Problem problem = Problems.of(new IllegalStateException("token EAAsecret is odd"));
        assertThat(problem.toString()).doesNotContain("EAAsecret");
        assertThat(Problems.of(new CancellationException()).kind()).isEqualTo(Problem.Kind.CANCELLED);
    }
}
