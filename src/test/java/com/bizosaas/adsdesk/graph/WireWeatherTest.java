package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.graph.GraphRequest.Method;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireWeatherTest {

    private static final Duration DEADLINE = Duration.ofMillis(400);

    @ParameterizedTest
    @EnumSource(WireWeather.Manner.class)
    void everyBadConnectionEndsByItsDeadline(WireWeather.Manner manner) throws IOException {
        for (Method method : new Method[]{Method.GET, Method.POST}) {
            WireWeather.Result result = WireWeather.meet(manner, method, DEADLINE);

            assertThat(result.kept(DEADLINE, method)).as("%s %s", method, result).isTrue();
        }
    }
}
