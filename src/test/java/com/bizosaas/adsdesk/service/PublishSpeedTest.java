package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.bizosaas.adsdesk.service.PublishPace.Speed;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// What a wave teaches about the speed of those after it.
class PublishSpeedTest {

    private static final Speed KNOWN = new Speed(250, 40, 1);

    @Test
    void aSlowReplyIsNotHeldForASlowDesk() {
        Speed now = KNOWN.and(400 + 250 + 40 + 20, reads(400), 1, 20);

        assertThat(now.request()).isEqualTo(280);
        // The write is believed to have taken as long as a reply does by now.
        assertThat(now.wave() + now.row() * 20).isCloseTo(60, within(30.0));
        assertThat(KNOWN.and(1000 + 60, reads(400, 600), 0, 20)).satisfies(speed -> {
            assertThat(speed.wave()).isEqualTo(40);
            assertThat(speed.row()).isEqualTo(1);
        });
    }

    @Test
    void theFirstWaveIsBelieved() {
        Speed unknown = new Speed(300, 100, 20);
        Speed now = unknown.and(500 + 250 + 60, reads(200, 300), 1, 25);

        assertThat(now.request()).isEqualTo(250);
        assertThat(now.wave() + now.row() * 25).isCloseTo(60, within(0.01));
    }

    @Test
    void whereNothingIsKnownCallByCallTheWholeWaveCounts() {
        Speed now = KNOWN.and(3 * 250 + 120, new DoubleSummaryStatistics(), 3, 20);

        assertThat(now.request()).isEqualTo(250);
        assertThat(now.wave() + now.row() * 20).isBetween(61.0, 119.0);
    }

    private static DoubleSummaryStatistics reads(double... millis) {
        return DoubleStream.of(millis).summaryStatistics();
    }
}
