package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StormTest {

    @Test
    void aStormOnOneTenantStaysWithThatTenant() throws InterruptedException {
        Storm.Result result = Storm.run(3, Duration.ofMinutes(2));

        assertThat(result.refusals().values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(2);
        assertThat(result.breaches()).as("%s", result).isZero();
        assertThat(result.others()).as("%s", result).isGreaterThanOrEqualTo(95);
        assertThat(result.recovery()).as("%s", result).isLessThanOrEqualTo(result.period());
    }
}
