package com.bizosaas.adsdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.Priority;
import com.bizosaas.adsdesk.graph.SharedPriority;
import com.bizosaas.adsdesk.log.LogTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class SyncSchedulerTest {

    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final TenantId NORD = new TenantId("nord");
    private static final TenantId SUED = new TenantId("sued");
    private static final AdAccountId A1 = AdAccountId.of("11");
    private static final AdAccountId A2 = AdAccountId.of("12");
    private static final AdAccountId B1 = AdAccountId.of("21");

    private final VirtualTicker time = new VirtualTicker(START);
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final List<SyncKey> reads = new ArrayList<>();
    private final List<SyncKey> stored = new ArrayList<>();
    private final Map<SyncKey, Instant> readAt = new HashMap<>();
    private final Map<SyncKey, RuntimeException> failures = new HashMap<>();
    private final List<Roster.Entry> roster = new ArrayList<>(List.of(new Roster.Entry(NORD, A1)));
    private final Map<SyncKey, Set<SyncKey>> comingAlong = new HashMap<>();
    private final Map<SyncKey, Runnable> during = new HashMap<>();
    private final Map<SyncKey, List<Priority>> urgency = new HashMap<>();
    private boolean polling = true;
    private int wakes;
    private SyncScheduler scheduler;

    @BeforeEach
    void makeScheduler() {
        List<Poller> pollers = Arrays.stream(Topic.values()).<Poller>map(FakePoller::new).toList();
        scheduler = new SyncScheduler(() -> time, workers::add, time, time::nanos, new Random(7),
                () -> List.copyOf(roster),
                () -> new SyncPlan(polling, Map.of()), pollers, new SyncListener() {
                    @Override
                    public void changed(SyncKey key) {
                    }

                    @Override
                    public void stored(SyncKey key) {
                        stored.add(key);
                    }
                }, () -> wakes++);
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    private final class FakePoller implements Poller {

        private final Topic topic;

        FakePoller(Topic topic) {
            this.topic = topic;
        }

        @Override
        public Topic topic() {
            return topic;
        }

        @Override
        public Instant lastRead(TenantId tenant, AdAccountId account) {
            return readAt.get(new SyncKey(tenant, account, topic));
        }

        @Override
        public Polled poll(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
            SyncKey key = new SyncKey(tenant, account, topic);
            reads.add(key);
            progress.at(3, 9);
            List<Priority> seen = urgency.computeIfAbsent(key, _ -> new ArrayList<>());
            SharedPriority mine = new SharedPriority();
            mine.join();
            seen.add(mine.get());
            if (during.containsKey(key)) {
                during.get(key).run();
                seen.add(mine.get());
            }
            RuntimeException failure = failures.get(key);
            if (failure != null) {
                throw failure;
            }
            Set<SyncKey> fresh = comingAlong.getOrDefault(key, Set.of(key));
            return new Polled(fresh, fresh);
        }
    }

    private void work() {
        time.settle();
        while (!workers.isEmpty()) {
            workers.poll().run();
            time.settle();
        }
    }

    private void pass(Duration span) {
        for (Duration left = span; left.isPositive(); left = left.minus(Clockwork.TICK)) {
            time.pass(left.compareTo(Clockwork.TICK) < 0 ? left : Clockwork.TICK);
            work();
        }
    }

    private SyncKey key(Topic topic) {
        return new SyncKey(NORD, A1, topic);
    }

    private long count(Topic topic) {
        return reads.stream().filter(key(topic)::equals).count();
    }

    private void see(Topic... topics) {
        scheduler.start();
        scheduler.look(NORD, A1, Set.of(topics));
        work();
    }

    private static GraphException failure(Kind kind, int code, Instant until) {
        return new GraphException(kind, "refused", code, 0, "", "", "", List.of(), until, null);
    }

    @Test
    void readsWhatIsLookedAtFirst() {
        roster.add(0, new Roster.Entry(SUED, B1));
        see(Topic.AUDIENCES);
        assertThat(reads.getFirst()).isEqualTo(key(Topic.AUDIENCES));
        assertThat(reads).contains(key(Topic.CAMPAIGNS), key(Topic.INSIGHTS), key(Topic.CREATIVES));
    }

    @Test
    void readsEachTopicAgainAtItsLifetime() {
        see(Topic.CAMPAIGNS);
        pass(Duration.ofMinutes(61));
        assertThat(count(Topic.CAMPAIGNS)).isBetween(12L, 13L);
        assertThat(count(Topic.INSIGHTS)).isBetween(4L, 5L);
        assertThat(count(Topic.CREATIVES)).isEqualTo(3);
        assertThat(count(Topic.AUDIENCES)).isEqualTo(2);
        assertThat(count(Topic.ACCOUNTS)).isEqualTo(1);
    }

    @Test
    void readsOtherAccountsLessOftenAndSpreadOut() {
        roster.add(new Roster.Entry(NORD, A2));
        SyncKey other = new SyncKey(NORD, A2, Topic.CAMPAIGNS);
        see(Topic.CAMPAIGNS);
        assertThat(reads).doesNotContain(other);
        pass(Duration.ofMinutes(61));
        assertThat(reads.stream().filter(other::equals)).hasSizeBetween(3, 4);
    }

    @Test
    void trustsWhatTheStoreHoldsFromBefore() {
        readAt.put(key(Topic.CAMPAIGNS), START.minusSeconds(120));
        see(Topic.CAMPAIGNS);
        assertThat(reads).doesNotContain(key(Topic.CAMPAIGNS));
        assertThat(scheduler.status(key(Topic.CAMPAIGNS)).nextRun()).isEqualTo(START.plusSeconds(180));
        pass(Duration.ofSeconds(190));
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(1);
    }

    @Test
    void joinsARefreshToTheReadThatRuns() {
        see(Topic.CAMPAIGNS);
        scheduler.refresh(key(Topic.CAMPAIGNS));
        scheduler.refresh(key(Topic.CAMPAIGNS));
        assertThat(scheduler.running()).extracting(RunningRead::key).containsExactly(key(Topic.CAMPAIGNS));
        work();
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(2);
    }

    @Test
    void readsAgainAtOnceAfterAnOwnWrite() {
        see(Topic.CAMPAIGNS);
        scheduler.invalidate(key(Topic.CAMPAIGNS));
        work();
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(2);
        pass(Duration.ofMinutes(1));
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(2);
    }

    @Test
    void restsLongerAfterEachFailureInARow() {
        failures.put(key(Topic.CAMPAIGNS), failure(Kind.TRANSIENT, 2, null));
        see(Topic.CAMPAIGNS);
        pass(Duration.ofMinutes(30));
        assertThat(count(Topic.CAMPAIGNS)).isBetween(5L, 8L);
        assertThat(scheduler.status(key(Topic.CAMPAIGNS)).failure()).isInstanceOf(GraphException.class);
        assertThat(stored).doesNotContain(key(Topic.CAMPAIGNS));
        failures.clear();
        scheduler.refresh(key(Topic.CAMPAIGNS));
        work();
        assertThat(scheduler.status(key(Topic.CAMPAIGNS)).failure()).isNull();
    }

    @Test
    void leavesAloneAServerThatAsksForIt() {
        failures.put(key(Topic.CAMPAIGNS), failure(Kind.TRANSIENT, 0, START.plus(Duration.ofMinutes(40))));
        see(Topic.CAMPAIGNS);
        failures.clear();
        pass(Duration.ofMinutes(39));
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(1);
        pass(Duration.ofMinutes(2));
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(2);
    }

    @Test
    void leavesALimitedTopicAloneUntilItsTime() {
        Instant until = START.plus(Duration.ofMinutes(20));
        failures.put(key(Topic.INSIGHTS), failure(Kind.LIMIT, 80000, until));
        see(Topic.INSIGHTS);
        failures.clear();
        pass(Duration.ofMinutes(19));
        assertThat(count(Topic.INSIGHTS)).isEqualTo(1);
        assertThat(count(Topic.CAMPAIGNS)).isGreaterThan(3);
        assertThat(scheduler.status(key(Topic.INSIGHTS)).nextRun()).isEqualTo(until);
        pass(Duration.ofMinutes(2));
        assertThat(count(Topic.INSIGHTS)).isEqualTo(2);
    }

    @Test
    void stopsEverythingAtTheAppsOwnLimit() {
        roster.add(new Roster.Entry(SUED, B1));
        see(Topic.CAMPAIGNS);
        failures.put(key(Topic.CAMPAIGNS), failure(Kind.LIMIT, 4, time.instant().plus(Duration.ofMinutes(30))));
        scheduler.refresh(key(Topic.CAMPAIGNS));
        work();
        reads.clear();
        pass(Duration.ofMinutes(29));
        assertThat(reads).isEmpty();
    }

    @Test
    void stopsOnlyTheTenantWhoseTokenDied() {
        roster.add(new Roster.Entry(SUED, B1));
        see(Topic.CAMPAIGNS);
        failures.put(key(Topic.CAMPAIGNS), failure(Kind.TOKEN, 190, null));
        scheduler.refresh(key(Topic.CAMPAIGNS));
        work();
        reads.clear();
        pass(Duration.ofMinutes(90));
        assertThat(reads).isNotEmpty().allMatch(key -> key.tenant().equals(SUED));
        assertThat(scheduler.status(key(Topic.AUDIENCES)).failure()).isInstanceOf(GraphException.class);
        assertThat(scheduler.status(key(Topic.AUDIENCES)).nextRun()).isNull();
        failures.clear();
        scheduler.resume(NORD);
        work();
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(1);
        assertThat(scheduler.status(key(Topic.AUDIENCES)).failure()).isNull();
    }

    @Test
    void eachReadIsLoggedForItsTenant() {
        roster.add(new Roster.Entry(SUED, B1));
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.list = new CopyOnWriteArrayList<>();
        Logger logger = (Logger) LoggerFactory.getLogger("com.bizosaas.adsdesk.sync");
        lines.start();
        logger.addAppender(lines);
        List<String> named = new ArrayList<>();
        try {
            for (Roster.Entry entry : List.copyOf(roster)) {
                SyncKey key = new SyncKey(entry.tenant(), entry.account(), Topic.CAMPAIGNS);
                during.put(key, () -> named.add(key.tenant().value() + " " + MDC.get(LogTenant.KEY)));
                failures.put(key, new IllegalStateException("planted by a test"));
                scheduler.refresh(key);
            }
            work();
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(named).isNotEmpty().allSatisfy(pair -> assertThat(pair.split(" ")).satisfies(
                both -> assertThat(both[1]).isEqualTo(both[0])));
        assertThat(lines.list).filteredOn(line -> line.getMessage().startsWith("Reading "))
                .extracting(line -> line.getMDCPropertyMap().get(LogTenant.KEY) + " "
                        + ((SyncKey) line.getArgumentArray()[0])
                                .tenant().value())
                .containsExactlyInAnyOrder("nord nord", "sued sued");
        assertThat(MDC.get(LogTenant.KEY)).as("and nobody afterwards").isNull();
    }

    @Test
    void aReadThatBeganBeforeTheTokenDiedRevivesNothing() {
        see(Topic.CAMPAIGNS);
        failures.put(key(Topic.CAMPAIGNS), failure(Kind.TOKEN, 190, null));
        during.put(key(Topic.CREATIVES), () -> {
            scheduler.refresh(key(Topic.CAMPAIGNS));
            workers.poll().run();
        });
        scheduler.refresh(key(Topic.CREATIVES));
        work();
        assertThat(scheduler.status(key(Topic.AUDIENCES)).failure()).isInstanceOf(GraphException.class);
        during.clear();
        failures.clear();
        scheduler.refresh(key(Topic.CREATIVES));
        work();
        assertThat(scheduler.status(key(Topic.AUDIENCES)).failure()).as("a later read shows that it lives").isNull();
    }

    @Test
    void probesWithOneReadWhileOffline() {
        for (Topic topic : Topic.values()) {
            failures.put(key(topic), failure(Kind.NOT_SENT, 0, null));
        }
        see(Topic.CAMPAIGNS);
        reads.clear();
        pass(Duration.ofMinutes(5));
        assertThat(reads).hasSizeBetween(8, 10);
        failures.clear();
        pass(Duration.ofSeconds(35));
        assertThat(reads).contains(key(Topic.AUDIENCES), key(Topic.CREATIVES));
        assertThat(scheduler.status(key(Topic.CAMPAIGNS)).failure()).isNull();
    }

    @Test
    void probesWithOneReadBehindASignInPageOfTheNetwork() {
        for (Topic topic : Topic.values()) {
            failures.put(key(topic), failure(Kind.ELSEWHERE, 0, null));
        }
        see(Topic.CAMPAIGNS);
        reads.clear();
        pass(Duration.ofMinutes(5));
        assertThat(reads).hasSizeBetween(8, 10);
        assertThat(scheduler.status(key(Topic.AUDIENCES)).failure()).isInstanceOfSatisfying(GraphException.class,
                e -> assertThat(e.kind()).isEqualTo(Kind.ELSEWHERE));
        failures.clear();
        pass(Duration.ofSeconds(35));
        assertThat(reads).contains(key(Topic.AUDIENCES), key(Topic.CREATIVES));
    }

    @Test
    void aReadThatTheOperatorAsksForWhileItRunsBecomesAClick() {
        roster.add(new Roster.Entry(SUED, B1));
        SyncKey background = new SyncKey(SUED, B1, Topic.CAMPAIGNS);
        see(Topic.CAMPAIGNS);
        during.put(background, () -> scheduler.refresh(background));
        pass(Duration.ofMinutes(3));
        assertThat(urgency.get(background)).containsExactly(Priority.BACKGROUND, Priority.CLICK);
        during.clear();
        scheduler.refresh(key(Topic.AUDIENCES));
        work();
        assertThat(urgency.get(key(Topic.AUDIENCES)).getLast()).isEqualTo(Priority.CLICK);
    }

    @Test
    void tellsHowLongAReadTakesByHowTheLastOneWent() {
        RunningRead.Pace pace = new RunningRead.Pace(Duration.ofMinutes(10), 1000);
        Instant later = START.plus(Duration.ofMinutes(2));
        assertThat(new RunningRead(key(Topic.CAMPAIGNS), 0, 0, START, null).left(later)).isNull();
        assertThat(new RunningRead(key(Topic.CAMPAIGNS), 0, 0, START, pace).left(later)).hasMinutes(8);
        assertThat(new RunningRead(key(Topic.CAMPAIGNS), 250, 0, START, pace).left(later)).hasMinutes(6);
        assertThat(new RunningRead(key(Topic.CAMPAIGNS), 1, 3, START, pace).left(later)).hasMinutes(4);
        assertThat(new RunningRead(key(Topic.CAMPAIGNS), 1001, 0, START, pace).left(later)).isNull();
    }

    @Test
    void remembersHowLongAReadTook() {
        see();
        during.put(key(Topic.CREATIVES), () -> time.pass(Duration.ofMinutes(4)));
        scheduler.refresh(key(Topic.CREATIVES));
        work();
        during.clear();
        scheduler.refresh(key(Topic.CREATIVES));
        assertThat(scheduler.running()).singleElement()
                .satisfies(read -> assertThat(read.left(time.instant())).hasMinutes(4));
        work();
    }

    @Test
    void readsWhatWasMissedOnceAfterASleep() {
        roster.add(new Roster.Entry(SUED, B1));
        see(Topic.CAMPAIGNS);
        pass(Duration.ofMinutes(3));
        reads.clear();
        time.sleep(Duration.ofHours(9));
        pass(Duration.ofSeconds(5));
        assertThat(wakes).isEqualTo(1);
        assertThat(reads.getFirst()).isEqualTo(key(Topic.CAMPAIGNS));
        pass(Duration.ofMinutes(2));
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(1);
        assertThat(reads).contains(new SyncKey(SUED, B1, Topic.CAMPAIGNS));
        assertThat(reads).doesNotHaveDuplicates();
    }

    @Test
    void goesOnAfterAPollerThatThrowsNonsense() {
        failures.put(key(Topic.CAMPAIGNS), new IllegalStateException("a bug"));
        see(Topic.CAMPAIGNS);
        assertThat(count(Topic.INSIGHTS)).isEqualTo(1);
        failures.clear();
        pass(Duration.ofMinutes(2));
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(2);
    }

    @Test
    void readsOnlyWhatWasNeverReadWhilePollingIsOff() {
        polling = false;
        readAt.put(key(Topic.INSIGHTS), START.minus(Duration.ofDays(2)));
        see(Topic.CAMPAIGNS, Topic.INSIGHTS);
        pass(Duration.ofHours(2));
        assertThat(reads).containsExactly(key(Topic.CAMPAIGNS));
        assertThat(scheduler.status(key(Topic.INSIGHTS)).nextRun()).isNull();
    }

    @Test
    void lendsNoTenantMoreThanTwoBackgroundReadsAtATime() {
        roster.clear();
        for (int i = 0; i < 40; i++) {
            roster.add(new Roster.Entry(NORD, AdAccountId.of("1" + i)));
        }
        roster.add(new Roster.Entry(SUED, B1));
        scheduler.start();
        time.pass(Duration.ofMinutes(3));
        assertThat(scheduler.running()).extracting(read -> read.key().tenant()).containsExactlyInAnyOrder(NORD, NORD,
                SUED);
    }

    @Test
    void replacesATickerThatEnded() {
        see(Topic.CAMPAIGNS);
        reads.clear();
        time.forgetTasks();
        pass(Duration.ofMinutes(10));
        assertThat(reads).as("Nothing ticks").isEmpty();
        scheduler.supervise();
        scheduler.supervise();
        pass(Duration.ofMinutes(1));
        assertThat(scheduler.restarts()).isEqualTo(1);
        assertThat(count(Topic.CAMPAIGNS)).isEqualTo(1);
        scheduler.supervise();
        assertThat(scheduler.restarts()).isEqualTo(1);
    }

    @Test
    void doesNotTakeASleepForADeadTicker() {
        see(Topic.CAMPAIGNS);
        time.sleep(Duration.ofHours(3));
        scheduler.supervise();
        pass(Duration.ofMinutes(1));
        scheduler.supervise();
        assertThat(scheduler.restarts()).isZero();
    }

    @Test
    void tellsWhenEachKeyIsReadNext() {
        roster.add(new Roster.Entry(SUED, B1));
        see(Topic.CAMPAIGNS);
        pass(Duration.ofMinutes(3));
        List<PlannedRead> planned = scheduler.planned();
        assertThat(planned).hasSize(2 * Topic.values().length).extracting(PlannedRead::nextRun).isSorted();
        assertThat(planned.getFirst().key()).isEqualTo(key(Topic.CAMPAIGNS));
    }

    @Test
    void readsOnceWhatComesAlongForOtherAccounts() {
        roster.add(new Roster.Entry(NORD, A2));
        SyncKey other = new SyncKey(NORD, A2, Topic.ACCOUNTS);
        comingAlong.put(key(Topic.ACCOUNTS), Set.of(key(Topic.ACCOUNTS), other));
        see(Topic.CAMPAIGNS);
        pass(Duration.ofMinutes(5));
        assertThat(reads).contains(key(Topic.ACCOUNTS)).doesNotContain(other);
        assertThat(stored).contains(other);
        assertThat(scheduler.status(other).lastSuccess()).isNotNull();
    }

    @Test
    void dropsAReadOfATenantThatLeft() {
        scheduler.start();
        scheduler.look(NORD, A1, Set.of(Topic.CAMPAIGNS));
        time.settle();
        assertThat(scheduler.running()).isNotEmpty();
        roster.clear();
        scheduler.forget(NORD);
        work();
        assertThat(reads).isEmpty();
        assertThat(stored).isEmpty();
        assertThat(scheduler.running()).isEmpty();
    }
}
