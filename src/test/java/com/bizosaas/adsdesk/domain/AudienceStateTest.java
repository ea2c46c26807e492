package com.bizosaas.adsdesk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceStateTest {

    @ParameterizedTest(name = "operation {0}, delivery {1}, up to {2} people: {3}")
    @CsvSource(textBlock = """
            200, 200, 48500, READY
            0,   200, 48500, READY
            200, 200, 900,   READY
            200, 300, 900,   TOO_SMALL
            200, 300,      , FILLING
            0,   300, -1,    FILLING
            411, 200, 48500, FILLING
            431, 200, 48500, FILLING
            441, 200, 48500, READY
            441, 300, 900,   FILLING
            450, 200,      , FILLING
            100, 200, 48500, EXPIRING
            100, 300, 900,   EXPIRING
            470, 200, 48500, FLAGGED
            471, 400, 48500, FLAGGED
            500, 200, 48500, ERROR
            200, 400, 48500, ERROR
            """)
    void saysWhetherAnAudienceCanBeUsed(int operation, int delivery, Long upper, AudienceState expected) {
        assertThat(AudienceState.of(audience(operation, delivery, upper, null))).isEqualTo(expected);
    }

    @Test
    void losesItsSourceWhenTheSeedIsGone() {
        var orphan = new CustomAudience.Lookalike(null, 0.01, List.of("DE"));
        var child = new CustomAudience.Lookalike(new GraphId("7"), 0.01, List.of("DE"));
        assertThat(AudienceState.of(audience(200, 200, 1_100_000L, orphan))).isEqualTo(AudienceState.SOURCE_LOST);
        assertThat(AudienceState.of(audience(200, 200, 1_100_000L, child))).isEqualTo(AudienceState.READY);
    }

    @Test
    void onlyUsableAudiencesCanSeed() {
        assertThat(AudienceState.values()).filteredOn(AudienceState::canSeed)
                .containsExactlyInAnyOrder(AudienceState.READY, AudienceState.EXPIRING, AudienceState.TOO_SMALL);
    }

    private static CustomAudience audience(int operation, int delivery, Long upper,
            CustomAudience.Lookalike lookalike) {
        return new CustomAudience(new GraphId("1"), "Buyers", lookalike == null ? "WEBSITE" : "LOOKALIKE", "", upper,
                upper, operation, "", delivery, "", 180, null, null, null, lookalike, null);
    }
}
