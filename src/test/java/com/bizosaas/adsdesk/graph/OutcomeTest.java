package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.Outcome.Reaction;
import com.bizosaas.adsdesk.graph.wire.ErrorJson;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of robustness 4 and chapter 11, line by line.
class OutcomeTest {

    @ParameterizedTest(name = "{0}/{1} transient={2} with HTTP {3} is {4}")
    @CsvSource(textBlock = """
            1,       0,       false, 500, HICCUP
            1,       99,      false, 400, HICCUP
            2,       0,       false, 500, HICCUP
            2,       1504043, false, 400, HICCUP
            2,       1504044, false, 400, HICCUP
            2,       1504038, false, 400, SPLIT
            2,       1504041, false, 400, REFUSED
            2,       1504042, false, 400, REFUSED
            -1,      0,       false, 500, SPLIT
            -2,      2490547, false, 500, SPLIT
            -3,      1504045, false, 500, SPLIT
            -7,      0,       false, 500, HICCUP
            3,       0,       false, 400, PERMISSION
            4,       0,       true,  400, LIMIT
            4,       1504022, true,  400, LIMIT
            4,       1504039, false, 400, LIMIT
            10,      0,       false, 400, PERMISSION
            17,      0,       false, 400, LIMIT
            17,      2446079, false, 400, LIMIT
            17,      1885172, false, 400, REFUSED
            32,      0,       false, 400, LIMIT
            33,      0,       false, 400, REFUSED
            100,     0,       false, 400, REFUSED
            100,     0,       true,  400, HICCUP
            100,     33,      false, 400, REFUSED
            100,     99,      false, 400, HICCUP
            100,     1487390, false, 400, HICCUP
            100,     1487534, false, 400, SPLIT
            100,     1504018, false, 400, SPLIT
            1487534, 0,       false, 400, SPLIT
            100,     1885621, false, 400, REFUSED
            100,     3191001, false, 400, PERMISSION
            100,     0,       false, 500, REFUSED
            101,     0,       false, 400, REFUSED
            102,     0,       false, 400, TOKEN
            102,     463,     false, 400, TOKEN
            104,     0,       false, 400, HICCUP
            190,     0,       false, 401, TOKEN
            190,     458,     false, 400, TOKEN
            190,     459,     false, 400, TOKEN
            190,     460,     false, 400, TOKEN
            190,     463,     false, 400, TOKEN
            190,     464,     false, 400, TOKEN
            190,     467,     false, 400, TOKEN
            190,     492,     false, 400, TOKEN
            190,     463,     true,  500, TOKEN
            200,     0,       false, 403, PERMISSION
            200,     1870034, false, 400, PERMISSION
            270,     0,       false, 400, PERMISSION
            294,     0,       false, 400, PERMISSION
            299,     0,       false, 400, PERMISSION
            341,     0,       false, 400, BLOCKED
            368,     0,       true,  400, BLOCKED
            452,     0,       false, 400, TOKEN
            506,     0,       false, 400, REFUSED
            613,     0,       false, 400, LIMIT
            613,     1487742, false, 400, LIMIT
            613,     1487632, false, 400, LIMIT
            613,     5044001, false, 400, LIMIT
            803,     0,       false, 404, REFUSED
            803,     0,       false, 500, REFUSED
            960,     0,       false, 400, HICCUP
            2500,    0,       false, 400, REFUSED
            2601,    1815107, true,  400, NOT_READY
            2635,    0,       false, 400, VERSION
            2641,    0,       false, 400, CURSOR
            2642,    0,       false, 400, CURSOR
            2650,    1870145, false, 400, REFUSED
            2654,    1713092, false, 400, PERMISSION
            3018,    0,       false, 400, REFUSED
            80000,   0,       true,  400, LIMIT
            80003,   0,       false, 400, LIMIT
            80004,   2446079, false, 400, LIMIT
            80014,   0,       false, 400, LIMIT
            80015,   0,       false, 400, REFUSED
            99999,   0,       false, 400, REFUSED
            99999,   0,       true,  400, HICCUP
            99999,   0,       false, 503, HICCUP
            99999,   0,       false, 429, LIMIT
            0,       0,       false, 400, LOST
            0,       0,       false, 429, LIMIT
            """)
    void codesDecideNotStatuses(int code, int subcode, boolean hint, int status, Outcome expected) {
        assertThat(Outcome.of(status, error(code, subcode, hint, "no"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,500", "1,400", "100,400"})
    void aPageThatIsTooLargeIsToldByItsText(int code, int status) {
        ErrorJson error = error(code, 0, false,
                "Please reduce the amount of data you're asking for, then retry your request");

        assertThat(Outcome.of(status, error)).isEqualTo(Outcome.SMALLER_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "(#100) Cannot include reach in summary param because they weren't there while creating the "
                    + "report run"})
    void aReportRunsSummaryRaceIsAHiccup(String text) {
        assertThat(Outcome.of(400, error(100, 0, false, text))).isEqualTo(Outcome.HICCUP);
    }

    @ParameterizedTest(name = "{0}: read {1}, create {2}, update {3}; told as {4}, {5}, {6}")
    @CsvSource(textBlock = """
            OK,           ANSWER,       ANSWER,       ANSWER,       REFUSED,    REFUSED,        REFUSED
            NOT_SENT,     RETRY,        RETRY,        RETRY,        NOT_SENT,   NOT_SENT,       NOT_SENT
            LOST,         RETRY,        GIVE_UP,      GIVE_UP,      TRANSIENT,  UNKNOWN_EFFECT, UNKNOWN_EFFECT
            ELSEWHERE,    RETRY,        GIVE_UP,      GIVE_UP,      ELSEWHERE,  UNKNOWN_EFFECT, UNKNOWN_EFFECT
            HICCUP,       RETRY,        GIVE_UP,      GIVE_UP,      TRANSIENT,  UNKNOWN_EFFECT, UNKNOWN_EFFECT
            LIMIT,        AFTER_WINDOW, AFTER_WINDOW, AFTER_WINDOW, LIMIT,      LIMIT,          LIMIT
            TOKEN,        GIVE_UP,      GIVE_UP,      GIVE_UP,      TOKEN,      TOKEN,          TOKEN
            PERMISSION,   GIVE_UP,      GIVE_UP,      GIVE_UP,      PERMISSION, PERMISSION,     PERMISSION
            BLOCKED,      GIVE_UP,      GIVE_UP,      GIVE_UP,      BLOCKED,    BLOCKED,        BLOCKED
            VERSION,      GIVE_UP,      GIVE_UP,      GIVE_UP,      VERSION,    VERSION,        VERSION
            REFUSED,      GIVE_UP,      GIVE_UP,      GIVE_UP,      REFUSED,    REFUSED,        REFUSED
            SMALLER_PAGE, GIVE_UP,      GIVE_UP,      GIVE_UP,      REFUSED,    REFUSED,        REFUSED
            SPLIT,        GIVE_UP,      GIVE_UP,      GIVE_UP,      REFUSED,    REFUSED,        REFUSED
            CURSOR,       GIVE_UP,      GIVE_UP,      GIVE_UP,      TRANSIENT,  TRANSIENT,      TRANSIENT
            NOT_READY,    GIVE_UP,      GIVE_UP,      GIVE_UP,      TRANSIENT,  TRANSIENT,      TRANSIENT
            """)
    void whatIsDoneDependsOnTheEffect(Outcome outcome, Reaction read, Reaction create, Reaction update, Kind asRead,
            Kind asCreate, Kind asUpdate) {
        assertThat(outcome.reaction(Effect.READ)).isEqualTo(read);
        assertThat(outcome.reaction(Effect.CREATE)).isEqualTo(create);
        assertThat(outcome.reaction(Effect.UPDATE)).isEqualTo(update);
        assertThat(outcome.kind(Effect.READ)).isEqualTo(asRead);
        assertThat(outcome.kind(Effect.CREATE)).isEqualTo(asCreate);
        assertThat(outcome.kind(Effect.UPDATE)).isEqualTo(asUpdate);
    }

    private static ErrorJson error(int code, int subcode, boolean hint, String text) {
        return new ErrorJson(code, subcode, hint, text, "", "", List.of(), "");
    }
}
