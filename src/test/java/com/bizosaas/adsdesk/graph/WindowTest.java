package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphAccess.Need;
import com.bizosaas.adsdesk.graph.UsageReading.Tier;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final LimitScope SCORE = LimitScope.account("701", "");
    private static final TenantId TENANT = Script.TENANT;
    private static final LimitScope MANAGEMENT = LimitScope.account("701", "ads_management");

    @Test
    void withoutHeadersAnAccountsPointsAreCounted() {
        Window window = new Window(SCORE);
        for (int write = 0; write < 10; write++) {
            window.take(3, Priority.CLICK, Tier.LIMITED, NOON);
        }

        assertThat(window.share(Tier.LIMITED, NOON)).isEqualTo(50);
        assertThat(window.left(Tier.LIMITED, NOON)).isEqualTo(29);
        assertThat(window.share(Tier.FULL, NOON)).isEqualTo(100 * 30 / 9000.0, within(1e-9));
        assertThat(window.share(Tier.LIMITED, NOON.plusSeconds(306))).isZero();
    }

    @ParameterizedTest(name = "at {1} % a {0} call {2}")
    @CsvSource(textBlock = """
            BACKGROUND, 40, goes
            BACKGROUND, 74, waits
            VISIBLE,    70, goes
            VISIBLE,    89, waits
            CLICK,      97, goes
            CLICK,      99, waits
            """)
    void whatIsLeftIsKeptForWhoNeedsItMost(Priority priority, double share, String how) {
        Window window = new Window(SCORE);
        note(window, reading(SCORE, share, Duration.ZERO), 0, NOON);

        Instant free = window.notBefore(1, priority, Tier.LIMITED, NOON);

        assertThat(free == null).isEqualTo(how.equals("goes"));
        if (free != null) {
            Instant later = NOON.plusSeconds(300);
            assertThat(free).isBetween(NOON.plusSeconds(1), later);
            assertThat(window.notBefore(1, priority, Tier.LIMITED, later)).isNull();
        }
    }

    /// In the limited tier a read costs 1/60; above a half, the background takes no more than what comes back.
    @Test
    void theBackgroundIsSpreadAsTheAllowanceComesBack() {
        Window window = new Window(SCORE);
        note(window, reading(SCORE, 52, Duration.ZERO), 0, NOON);
        window.take(1, Priority.BACKGROUND, Tier.LIMITED, NOON);

        Instant next = window.notBefore(1, Priority.BACKGROUND, Tier.LIMITED, NOON);

        assertThat(next).isBetween(NOON.plusSeconds(8), NOON.plusSeconds(10));
        assertThat(window.notBefore(1, Priority.CLICK, Tier.LIMITED, NOON)).isNull();
    }

    @Test
    void aReadingDrainsUntilTheTimeThatItNames() {
        Window window = new Window(SCORE);
        note(window, reading(SCORE, 80, Duration.ofSeconds(100)), 0, NOON);

        assertThat(window.share(Tier.FULL, NOON.plusSeconds(50))).isEqualTo(40);
        assertThat(window.wholeAt(Tier.FULL, NOON)).isEqualTo(NOON.plusSeconds(100));
        assertThat(window.wholeAt(Tier.FULL, NOON.plusSeconds(100))).isNull();
    }

    @Test
    void thePriceOfAPointIsLearntFromWhatRepliesShow() {
        Window window = new Window(MANAGEMENT);
        Instant now = NOON;
        for (int call = 0; call < 40; call++) {
            window.take(1, Priority.CLICK, Tier.FULL, now);
            window.back(1);
            note(window, reading(MANAGEMENT, Math.floor(call / 2.0), Duration.ZERO), 1, now);
            now = now.plusSeconds(1);
        }

        assertThat(window.price(Tier.FULL)).isBetween(0.3, 0.8);
        assertThat(window.left(Tier.FULL, now)).isBetween(90.0, 300.0);
    }

    @Test
    void callsUnderWayAreCountedOnTopOfAReading() {
        Window window = new Window(SCORE);
        for (int call = 0; call < 10; call++) {
            window.take(3, Priority.CLICK, Tier.LIMITED, NOON);
        }
        note(window, reading(SCORE, 5, Duration.ZERO), 3, NOON);

        assertThat(window.share(Tier.LIMITED, NOON)).isEqualTo(5 + 9 * 5);
    }

    /// Three reads left side by side; the first one's answer comes last and tells less than the others did.
    @Test
    void repliesOfCallsSideBySideComeInAnyOrder() {
        Window window = new Window(SCORE);
        for (int call = 0; call < 3; call++) {
            window.take(1, Priority.CLICK, Tier.LIMITED, NOON);
        }
        window.note(reading(SCORE, 15, Duration.ofSeconds(45)), 1, 3, 3, NOON);
        window.back(1);
        window.note(reading(SCORE, 10, Duration.ofSeconds(30)), 1, 1, 3, NOON);
        window.back(1);

        assertThat(window.share(Tier.LIMITED, NOON)).as("and one is under way").isEqualTo(15 + 100 / 60.0,
                within(1e-9));

        window.note(reading(SCORE, 12, Duration.ofSeconds(36)), 1, 2, 3, NOON);
        window.back(1);
        assertThat(window.share(Tier.LIMITED, NOON)).isEqualTo(15);

        window.take(1, Priority.CLICK, Tier.LIMITED, NOON);
        window.note(reading(SCORE, 4, Duration.ofSeconds(12)), 1, 4, 4, NOON);
        assertThat(window.share(Tier.LIMITED, NOON)).as("a later call is believed").isEqualTo(4);
    }

    @Test
    void whatIsKeptForPublishingIsNotReadUp() {
        Window window = new Window(SCORE);
        note(window, reading(SCORE, 10, Duration.ofSeconds(30)), 0, NOON);
        window.reserve(TENANT, Need.PUBLISHED, 52, NOON);

        assertThat(window.reservedUntil(1, Priority.CLICK, Tier.LIMITED, NOON)).as("the operator's own").isNull();
        assertThat(window.reservedUntil(1, Priority.VISIBLE, Tier.LIMITED, NOON)).isNull();
        assertThat(window.reservedUntil(2, Priority.VISIBLE, Tier.LIMITED, NOON)).as("one point is back by then")
                .isEqualTo(NOON.plusSeconds(5));
        window.reserve(TENANT, Need.PUBLISHED, 900, NOON);
        assertThat(window.reservedUntil(1, Priority.BACKGROUND, Tier.LIMITED, NOON)).isEqualTo(NOON.plusSeconds(300));
        window.reserve(TENANT, Need.PUBLISHED, 0, NOON);
        assertThat(window.reservedUntil(9, Priority.BACKGROUND, Tier.LIMITED, NOON)).isNull();
    }

    @Test
    void aReviewThatIsLeftAloneKeepsNothing() {
        Window window = new Window(SCORE);
        window.reserve(TENANT, Need.REVIEWED, 60, NOON);

        assertThat(window.reservedUntil(1, Priority.VISIBLE, Tier.LIMITED, NOON.plusSeconds(119))).isNotNull();
        assertThat(window.reservedUntil(1, Priority.VISIBLE, Tier.LIMITED, NOON.plusSeconds(120))).isNull();
    }

    @Test
    void aClockThatIsSetBackClosesNothingForLonger() {
        Window window = new Window(MANAGEMENT);
        window.close(Duration.ofMinutes(3), Tier.FULL, NOON);

        Instant before = NOON.minus(Duration.ofHours(5));
        assertThat(window.closedUntil(before)).isEqualTo(before.plus(Duration.ofMinutes(3)));
        assertThat(window.closedUntil(before.plus(Duration.ofMinutes(3)))).isNull();
    }

    @Test
    void afterAProbeTheNumbersOfTheClosedTimeCountNoMore() {
        Window window = new Window(LimitScope.APP);
        note(window, reading(LimitScope.APP, 118, Duration.ZERO), 0, NOON);
        window.close(Duration.ofMinutes(1), Tier.FULL, NOON);
        Instant open = NOON.plusSeconds(60);
        assertThat(window.notBefore(1, Priority.BACKGROUND, Tier.FULL, open)).as("any call may probe").isNull();

        window.probe();
        window.probed(true, open);

        assertThat(window.share(Tier.FULL, open)).isZero();
    }

    @Test
    void aRestartTakesOverWhatWasClosedAndUsed() {
        Window before = new Window(SCORE);
        note(before, reading(SCORE, 60, Duration.ZERO), 0, NOON);
        before.close(Duration.ofMinutes(5), Tier.FULL, NOON);
        Window after = new Window(SCORE);

        after.restore(before.kept(Tier.FULL, NOON), NOON.plusSeconds(60));

        assertThat(after.closedUntil(NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(300));
        assertThat(after.share(Tier.FULL, NOON.plusSeconds(60))).isBetween(40.0, 60.0);
    }

    /// The reply of a call that ran alone.
    private static void note(Window window, UsageReading told, int points, Instant now) {
        window.note(told, points, 1, 0, now);
    }

    private static UsageReading reading(LimitScope scope, double share, Duration reset) {
        return new UsageReading(scope, share, 0, 0, Duration.ZERO, reset, null);
    }
}
