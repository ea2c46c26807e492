package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A short run of `packaging/proof engine-fuzz`.
class ReplyMutationTest {

    private static final int MUTATIONS = 1500;

    @Test
    void noReplyEndsInAnythingButAnAnswerOrAGraphException() {
        ReplyFuzz.Result result = ReplyFuzz.replies(0, MUTATIONS);

        assertThat(result.broken()).isEmpty();
        assertThat(result.ends().getOrDefault("answer", 0)).as("some mutations leave a readable reply")
                .isGreaterThan(MUTATIONS / 20);
        assertThat(result.ends()).as("and others end in each way").containsKeys("TRANSIENT", "REFUSED");
    }

    @Test
    void aRowThatIsBentTakesNoGoodRowWithIt() {
        ReplyFuzz.Result result = ReplyFuzz.rows(0, MUTATIONS);

        assertThat(result.broken()).isEmpty();
        assertThat(result.ends()).containsOnlyKeys("kept");
    }
}
