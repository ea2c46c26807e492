package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDeathTest {

    @ParameterizedTest(name = "at request {0}")
    @ValueSource(ints = {1, 9, 31})
    void onlyWhatWasOnItsWayFollowsADeadToken(int request) throws InterruptedException {
        TokenDeath.Result result = TokenDeath.at(request);

        assertThat(result.after()).as("%s", result).isZero();
        assertThat(result.sent() - request).as("on their way").isLessThan(6);
        assertThat(result.others()).as("others are read to their end").isEqualTo(TokenDeath.OTHERS);
    }
}
