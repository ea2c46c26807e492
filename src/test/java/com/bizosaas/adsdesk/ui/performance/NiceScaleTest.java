package com.bizosaas.adsdesk.ui.performance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NiceScaleTest {

    @ParameterizedTest(name = "up to {0} in about {1} steps: every {3}, to {4}")
    @CsvSource(textBlock = """
            46,     4, true,  20,    60
            46,     3, true,  20,    60
            1,      4, true,  1,     1
            3,      4, true,  1,     3
            9,      4, true,  3,     9
            1.3,    4, false, 0.5,   1.5
            0.031,  4, false, 0.01,  0.04
            17247,  4, false, 5000,  20000
            100,    4, false, 25,    100
            """)
    void endsAtTheFirstRoundStepAboveTheHighestValue(double highest, int wanted, boolean whole, double step,
            double top) {
        NiceScale scale = NiceScale.upTo(highest, wanted, whole);
        assertThat(scale.step()).isCloseTo(step, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(scale.top()).isCloseTo(top, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(scale.top()).isGreaterThanOrEqualTo(highest);
    }

    @Test
    void alwaysStartsAtZero() {
        assertThat(NiceScale.upTo(1_000, 4, true).ticks()).startsWith(0.0);
        assertThat(NiceScale.upTo(0, 4, false).ticks()).containsExactly(0.0, 1.0);
        assertThat(NiceScale.upTo(Double.NaN, 4, false).top()).isEqualTo(1);
    }

    @Test
    void showsAsManyDecimalsAsTheStepsNeed() {
        assertThat(NiceScale.upTo(1.3, 4, false).decimals()).isEqualTo(1);
        assertThat(NiceScale.upTo(0.1, 4, false).decimals()).isEqualTo(3);
        assertThat(NiceScale.upTo(100, 4, false).decimals()).isZero();
    }
}
