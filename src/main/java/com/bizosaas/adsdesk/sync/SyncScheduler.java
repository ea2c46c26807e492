package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.Priority;
import com.bizosaas.adsdesk.log.LogTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ticks, and lets what is due be read on worker threads. A failed read rests and is tried again; a dead token stops its
/// tenant until [#resume]; without a network a single read probes now and then; after a sleep, missed reads are made once
/// each, spread out.
///
/// Thread-safe; no call but [#forget] and [#close] waits for a read.
public final class SyncScheduler implements AutoCloseable {

    private static final Duration AFTER_WAKE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(SyncScheduler.class);

    private final Clockwork clockwork;
    private final Executor workers;
    private final InstantSource clock;
    private final Roster roster;
    private final Supplier<SyncPlan> plan;
    private final Map<Topic, Poller> pollers = new EnumMap<>(Topic.class);
    private final SyncListener listener;
    private final Runnable afterWake;
    private final WakeDetector wake;

    private final Object lock = new Object();
    private final Schedule schedule = new Schedule();
    private final Outages outages;
    private final Jobs jobs = new Jobs(lock);
    private boolean rosterIsOld = true;
    private boolean closed;

    /// @param tickers makes an executor of one thread; another one is asked for only if the first stops ticking
    /// @param workers a thread per task; stays the caller's to shut down
    /// @param nanos a monotonic clock, for noticing sleep
    /// @param afterWake called on the ticker's thread after a sleep, to give up connections that only look alive
    public SyncScheduler(Supplier<ScheduledExecutorService> tickers, Executor workers, InstantSource clock,
            LongSupplier nanos, RandomGenerator random, Roster roster, Supplier<SyncPlan> plan,
            List<? extends Poller> pollers, SyncListener listener, Runnable afterWake) {
        this.clockwork = new Clockwork(tickers, nanos, this::tick);
        this.workers = workers;
        this.clock = clock;
        this.roster = roster;
        this.plan = plan;
        pollers.forEach(poller -> this.pollers.put(poller.topic(), poller));
        this.listener = listener;
        this.afterWake = afterWake;
        this.outages = new Outages(random);
        this.wake = new WakeDetector(clock, nanos);
    }

    public void start() {
        clockwork.start();
    }

    /// Replaces a ticker that has ended or hangs. Call it now and then from another thread; it returns at once and never
    /// throws.
    public void supervise() {
        clockwork.supervise();
    }

    /// How often the ticker had to be replaced since the start.
    public int restarts() {
        return clockwork.restarts();
    }

    /// Tells what the operator looks at.
    public void look(TenantId tenant, AdAccountId account, Set<Topic> topics) {
        synchronized (lock) {
            schedule.look(tenant, account, topics);
        }
        clockwork.soon();
    }

    /// Reads now, whatever the age and the rest after a failure; joins a read that is under way, which becomes as urgent.
    public void refresh(SyncKey key) {
        Job made = make(key);
        synchronized (lock) {
            Job job = jobs.keep(made);
            if (closed || job.running) {
                job.clicked = true;
                return;
            }
            begin(job, true);
        }
        listener.changed(key);
    }

    /// Our own write made the stored rows wrong: the key is due.
    public void invalidate(SyncKey key) {
        synchronized (lock) {
            Job job = jobs.find(key);
            if (job == null) {
                return;
            }
            job.dirty = true;
        }
        clockwork.soon();
    }

    /// Accounts or sign-ins changed.
    public void rosterChanged() {
        synchronized (lock) {
            rosterIsOld = true;
        }
        clockwork.soon();
    }

    /// A new or mended sign-in: the tenant is read again.
    public void resume(TenantId tenant) {
        synchronized (lock) {
            outages.resume(tenant);
            jobs.all().stream().filter(job -> job.key.tenant().equals(tenant))
                    .forEach(job -> job.notBefore = Instant.MIN);
            rosterIsOld = true;
        }
        clockwork.soon();
    }

    /// Cancels what is read for a tenant and waits a little until it has ended.
    public void forget(TenantId tenant) {
        List<Job> leaving;
        synchronized (lock) {
            leaving = jobs.dismiss(key -> key.tenant().equals(tenant));
            outages.resume(tenant);
            rosterIsOld = true;
            jobs.await(leaving);
        }
        leaving.forEach(job -> listener.changed(job.key));
    }

    public SyncStatus status(SyncKey key) {
        Throwable stranger;
        synchronized (lock) {
            Job job = jobs.find(key);
            if (job != null) {
                PlannedRead planned = planned(job, plan.get());
                return new SyncStatus(job.running, job.lastSuccess, planned.failure(), planned.nextRun(), job.pace());
            }
            stranger = outages.problem(key.tenant());
        }
        return new SyncStatus(false, lastRead(key), stranger, null, null);
    }

    /// Every key with the time of its next read, in that order.
    public List<PlannedRead> planned() {
        synchronized (lock) {
            SyncPlan now = plan.get();
            return jobs.all().stream().map(job -> planned(job, now)).sorted(Comparator.comparing(
                    PlannedRead::nextRun, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        }
    }

    private PlannedRead planned(Job job, SyncPlan now) {
        Throwable problem = outages.problem(job.key.tenant());
        Instant due = outages.isStopped(job.key.tenant()) ? null : schedule.due(job, now);
        return new PlannedRead(job.key, job.running, job.lastSuccess,
                due == null ? null : outages.network().planned(due),
                problem == null ? job.failure : problem);
    }

    public List<RunningRead> running() {
        synchronized (lock) {
            return jobs.all().stream().filter(job -> job.running)
                    .map(job -> new RunningRead(job.key, job.done, job.total, job.began, job.pace())).toList();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            clockwork.close();
            jobs.await(jobs.dismiss(key -> true));
        }
    }

    private void tick() {
        boolean woke;
        synchronized (lock) {
            woke = wake.woke();
        }
        if (woke) {
            wakeUp();
        }
        reloadRoster();
        List<SyncKey> started = new ArrayList<>();
        synchronized (lock) {
            for (Job job : startable()) {
                begin(job, false);
                started.add(job.key);
            }
        }
        started.forEach(listener::changed);
    }

    private void wakeUp() {
        LOG.info("The computer was asleep; reading what was missed");
        afterWake.run();
        synchronized (lock) {
            Instant now = now();
            outages.network().slept(now);
            for (Job job : jobs.all()) {
                if (!schedule.visible(job.key)) {
                    job.postpone(now.plus(job.spread(AFTER_WAKE)));
                }
            }
        }
    }

    private void reloadRoster() {
        synchronized (lock) {
            if (!rosterIsOld || closed) {
                return;
            }
            rosterIsOld = false;
        }
        List<Roster.Entry> entries;
        try {
            entries = roster.entries();
        } catch (RuntimeException e) {
            synchronized (lock) {
                rosterIsOld = true;
            }
            throw e;
        }
        Set<SyncKey> wanted = new HashSet<>();
        for (Roster.Entry entry : entries) {
            pollers.keySet().forEach(topic -> wanted.add(new SyncKey(entry.tenant(), entry.account(), topic)));
        }
        List<Job> made = unknown(wanted).stream().map(this::make).toList();
        synchronized (lock) {
            jobs.dismiss(key -> !wanted.contains(key));
            made.forEach(jobs::keep);
        }
    }

    private List<Job> startable() {
        if (closed) {
            return List.of();
        }
        Instant now = now();
        List<Job> candidates = jobs.all().stream().filter(job -> !outages.isStopped(job.key.tenant())).toList();
        Reachability network = outages.network();
        if (network.open()) {
            return schedule.next(candidates, plan.get(), now);
        }
        if (!network.mayProbe(now)) {
            return List.of();
        }
        List<Job> probe = schedule.next(candidates, plan.get(), now).stream().limit(1).toList();
        if (!probe.isEmpty()) {
            network.probe();
        }
        return probe;
    }

    private List<SyncKey> unknown(Set<SyncKey> wanted) {
        synchronized (lock) {
            return wanted.stream().filter(key -> jobs.find(key) == null).toList();
        }
    }

    /// Reads the store, so never call it with the lock held.
    private Job make(SyncKey key) {
        return new Job(key, now(), lastRead(key));
    }

    private Instant now() {
        return clock.instant();
    }

    private @Nullable Instant lastRead(SyncKey key) {
        Poller poller = pollers.get(key.topic());
        return poller == null ? null : poller.lastRead(key.tenant(), key.account());
    }

    private void begin(Job job, boolean force) {
        job.start(now(), force);
        outages.started(job);
        try {
            workers.execute(() -> LogTenant.in(job.key.tenant().value(), () -> {
                run(job, force);
                return job;
            }));
        } catch (RejectedExecutionException e) {
            job.running = false;
            LOG.debug("No read after the end", e);
        }
    }

    private void run(Job job, boolean force) {
        SyncKey key = job.key;
        Throwable failure = null;
        Polled polled = new Polled(Set.of(), Set.of());
        try {
            enter(job);
            Poller poller = pollers.get(key.topic());
            if (poller == null) {
                throw new IllegalStateException("Nobody reads " + key.topic());
            }
            polled = Priority.call(() -> priority(job),
                    () -> poller.poll(key.tenant(), key.account(), force, progress(job)));
        } catch (Throwable e) {
            failure = e;
        }
        boolean current;
        synchronized (lock) {
            current = jobs.holds(job);
            finish(job, failure, polled.changed().contains(key));
            for (SyncKey other : polled.fresh()) {
                if (!other.equals(key)) {
                    cameAlong(other, polled.changed().contains(other));
                }
            }
        }
        if (current) {
            polled.fresh().forEach(listener::stored);
            listener.changed(key);
        }
        clockwork.soon();
    }

    /// Another's read brought this key up to date as well.
    private void cameAlong(SyncKey key, boolean changed) {
        Job job = jobs.find(key);
        if (job != null && !job.running) {
            job.dirty = false;
            job.succeed(now(), changed);
        }
    }

    /// What is wanted now, whatever was when the read began.
    private Priority priority(Job job) {
        return job.clicked ? Priority.CLICK : schedule.visible(job.key) ? Priority.VISIBLE : Priority.BACKGROUND;
    }

    private void enter(Job job) {
        synchronized (lock) {
            if (job.cancelled) {
                throw new CancellationException("Cancelled before it began");
            }
            job.thread = Thread.currentThread();
        }
    }

    private Progress progress(Job job) {
        return new Progress() {
            @Override
            public void at(int done, int total) {
                synchronized (lock) {
                    job.done = done;
                    job.total = total;
                }
                listener.changed(job.key);
            }

            @Override
            public boolean watched() {
                return schedule.visible(job.key);
            }

            @Override
            public void stored() {
                listener.stored(job.key);
            }
        };
    }

    private void finish(Job job, @Nullable Throwable failure, boolean changed) {
        outages.network().probeEnded();
        job.thread = null;
        lock.notifyAll();
        if (failure == null) {
            outages.succeeded(job);
            job.succeed(now(), changed);
        } else {
            outages.failed(job, failure, jobs.all(), now());
        }
    }
}
