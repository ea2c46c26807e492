package com.bizosaas.adsdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A working day of a fleet on a virtual clock: each read takes its time, ticks come every five seconds.
class ScheduleTest {

    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final SyncPlan PLAN = new SyncPlan(true, Map.of());

    /// When each key was read, and how long each read had waited since it was due.
    private record Day(Map<SyncKey, List<Instant>> starts, Map<SyncKey, Duration> longestWait) {
    }

    private static Day day(int tenants, Duration read, Duration length) {
        Schedule schedule = new Schedule();
        schedule.look(tenant(0), account(0, 0), Set.of(Topic.CAMPAIGNS, Topic.INSIGHTS));
        List<Job> jobs = new ArrayList<>();
        IntStream.range(0, tenants).forEach(tenant -> IntStream.range(0, 3).forEach(account -> {
            for (Topic topic : Topic.values()) {
                jobs.add(new Job(new SyncKey(tenant(tenant), account(tenant, account), topic), START, null));
            }
        }));
        Map<SyncKey, List<Instant>> starts = new HashMap<>();
        Map<SyncKey, Duration> waits = new HashMap<>();
        TreeMap<Instant, List<Job>> ends = new TreeMap<>();
        for (Instant now = START; now.isBefore(START.plus(length)); now = now.plus(Clockwork.TICK)) {
            while (!ends.isEmpty() && !ends.firstKey().isAfter(now)) {
                Map.Entry<Instant, List<Job>> ended = ends.pollFirstEntry();
                ended.getValue().forEach(job -> job.succeed(ended.getKey(), true));
            }
            for (Job job : schedule.next(jobs, PLAN, now)) {
                waits.merge(job.key, Duration.between(schedule.due(job, PLAN), now),
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
                job.start(now, false);
                starts.computeIfAbsent(job.key, _ -> new ArrayList<>()).add(now);
                ends.computeIfAbsent(now.plus(read), _ -> new ArrayList<>()).add(job);
            }
        }
        return new Day(starts, waits);
    }

    private static TenantId tenant(int number) {
        return new TenantId("tenant" + number);
    }

    private static AdAccountId account(int tenant, int number) {
        return AdAccountId.of("7" + tenant + "0" + number);
    }

    @Test
    void oneMoreTenantCostsNoOtherAReadOrASecond() {
        Day forty = day(40, Duration.ofSeconds(9), Duration.ofHours(8));
        Day more = day(41, Duration.ofSeconds(9), Duration.ofHours(8));
        forty.starts.forEach((key, starts) -> assertThat(more.starts.get(key)).as(key.toString()).isEqualTo(starts));
        forty.longestWait.forEach((key, wait) -> assertThat(more.longestWait.get(key)).isEqualTo(wait));
        assertThat(more.starts.keySet()).anyMatch(key -> key.tenant().equals(tenant(40)));
    }

    @Test
    void startsWhatIsVisibleAtOnceAndSpreadsTheRest() {
        Day day = day(40, Duration.ofSeconds(2), Duration.ofMinutes(10));
        SyncKey watched = new SyncKey(tenant(0), account(0, 0), Topic.CAMPAIGNS);
        assertThat(day.starts.get(watched).getFirst()).isEqualTo(START);
        assertThat(day.starts).hasSize(40 * 3 * Topic.values().length);
        Map<Instant, Long> firsts = new HashMap<>();
        day.starts.values().forEach(starts -> firsts.merge(starts.getFirst(), 1L, Long::sum));
        // 600 first reads over two minutes: 25 a tick on average.
        assertThat(firsts.values()).allMatch(count -> count < 60);
    }

    @Test
    void servesAllTenantsAlike() {
        Day day = day(40, Duration.ofSeconds(9), Duration.ofHours(8));
        Map<TenantId, Integer> reads = new HashMap<>();
        day.starts.forEach((key, starts) -> reads.merge(key.tenant(), starts.size(), Integer::sum));
        reads.remove(tenant(0));
        assertThat(reads.values().stream().mapToInt(Integer::intValue).max().orElseThrow()
                - reads.values().stream().mapToInt(Integer::intValue).min().orElseThrow()).isLessThan(8);
    }

    @Test
    void looksLessOftenWhereNothingChanges() {
        Schedule schedule = new Schedule();
        Job job = new Job(new SyncKey(tenant(1), account(1, 0), Topic.CAMPAIGNS), START, null);
        List<Duration> pauses = new ArrayList<>();
        for (int read = 1; read <= 8; read++) {
            job.succeed(START, false);
            pauses.add(Duration.between(START, schedule.due(job, PLAN)));
        }
        assertThat(pauses.getFirst()).isEqualTo(Duration.ofMinutes(20));
        assertThat(pauses.get(3)).isEqualTo(Duration.ofMinutes(40));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofMinutes(80));
        job.succeed(START, true);
        assertThat(schedule.due(job, PLAN)).isEqualTo(START.plus(Duration.ofMinutes(20)));
        schedule.look(tenant(1), account(1, 0), Set.of(Topic.CAMPAIGNS));
        assertThat(schedule.due(job, PLAN)).isEqualTo(START.plus(Duration.ofMinutes(5)));
    }
}
