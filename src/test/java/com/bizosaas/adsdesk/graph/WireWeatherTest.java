package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.graph.GraphRequest.Method;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireWeatherTest {

    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration LATE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(WireWeather.Manner.class)
    void everyBadConnectionEndsByItsDeadline(WireWeather.Manner manner) throws IOException {
        Duration deadline = manner.isSilent() ? SOON : LATE;
        for (Method method : new Method[]{Method.GET, Method.POST}) {
            WireWeather.Result result = WireWeather.meet(manner, method, deadline);

            assertThat(result.kept(manner, deadline, method)).as("%s %s", method, result).isTrue();
        }
    }
}
