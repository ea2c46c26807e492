package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What each call pays to the limits: admitted, its usage headers noted, released; with the forty tenants of the fleet
/// known.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AdmissionToBudget {

    private static final int TENANTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// Each call comes a fifth of a second after the one before, so that no account's allowance is used up and waited for.
    private final Clock clock = new Clock();
    private final UsageBudget budget = new UsageBudget(clock);
    private int turn;

    private static final class Clock implements GraphClock {

        private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }

    @Setup
    public void everybodyOnce() throws InterruptedException {
        for (int i = 0; i < TENANTS; i++) {
            admitNoteRelease();
        }
    }

    @Benchmark
    public Verdict admitNoteRelease() throws InterruptedException {
        clock.sleep(PAUSE);
        int number = turn++ % TENANTS;
        TenantId tenant = new TenantId("tenant-" + number);
        GraphRequest request = GraphRequest.list("act_70" + number + "/campaigns")
                .on(new AdAccountId("act_70" + number), UseCase.ADS_MANAGEMENT);
        WireReply reply = new WireReply(200, Map.of("content-type", "application/json", "x-app-usage",
                "{\"call_count\":3,\"total_time\":2,\"total_cputime\":2}", "x-business-use-case-usage",
                "{\"70" + number + "\":[{\"type\":\"ads_management\",\"call_count\":4,\"total_cputime\":3,"
                        + "\"total_time\":3,\"estimated_time_to_regain_access\":0,"
                        + "\"ads_api_access_tier\":\"standard_access\"}]}"),
                "{\"data\":[]}".getBytes(StandardCharsets.UTF_8));
        try (Admission admission = budget.admit(tenant, request, () -> Priority.BACKGROUND,
                clock.instant().plusSeconds(60))) {
            return admission.note(Verdict.of(request, reply));
        }
    }
}
