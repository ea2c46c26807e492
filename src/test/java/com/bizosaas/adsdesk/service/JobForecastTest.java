package com.bizosaas.adsdesk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphAccess.Forecast;
import com.bizosaas.adsdesk.sync.RunningRead;
import com.bizosaas.adsdesk.sync.SyncKey;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobForecastTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final SyncKey AUDIENCES = new SyncKey(new TenantId("nord"), AdAccountId.of("11"), Topic.AUDIENCES);
    private static final RunningRead.Pace BEFORE = new RunningRead.Pace(Duration.ofMinutes(2), 1000);

    private Forecast forecast = new Forecast(9000, 9000, null, null);
    private final JobForecast jobs = new JobForecast((GraphAccess) Proxy.newProxyInstance(
            GraphAccess.class.getClassLoader(), new Class<?>[]{GraphAccess.class}, (_, _, _) -> forecast));

    @Test
    void aReadingTakesAsLongAsItGoes() {
        assertThat(jobs.left(read(0, null), NOW)).as("nothing tells").isNull();
        assertThat(jobs.left(read(0, BEFORE), NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(jobs.left(read(250, BEFORE), NOW)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void theLimitsOfASmallAppHoldItUp() {
        forecast = new Forecast(0, 60, NOW.plusSeconds(300), null);
        // 1,000 audiences are 50 pages and the one that is under way; a point comes back every five seconds.
        assertThat(jobs.left(read(0, BEFORE), NOW)).isEqualTo(Duration.ofSeconds(51 * 5));
        assertThat(jobs.left(read(0, null), NOW)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aReadingThatWaitsTakesUntilTheWindowOpensAndThenAsLongAsBefore() {
        assertThat(jobs.waiting(AUDIENCES, BEFORE, NOW)).as("no window is closed").isNull();
        forecast = new Forecast(0, 9000, null, NOW.plusSeconds(240));
        assertThat(jobs.waiting(AUDIENCES, BEFORE, NOW)).isEqualTo(Duration.ofMinutes(6));
        assertThat(jobs.waiting(AUDIENCES, null, NOW)).isEqualTo(Duration.ofMinutes(4));
    }

    private static RunningRead read(int done, RunningRead.@Nullable Pace before) {
        return new RunningRead(AUDIENCES, done, 0, NOW.minusSeconds(60), before);
    }
}
