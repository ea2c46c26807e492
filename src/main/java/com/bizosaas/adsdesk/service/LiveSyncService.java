package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.sync.InsightPoller;
import com.bizosaas.adsdesk.sync.PlannedRead;
import com.bizosaas.adsdesk.sync.SyncKey;
import com.bizosaas.adsdesk.sync.SyncScheduler;
import com.bizosaas.adsdesk.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The scheduler, in the panes' words.
final class LiveSyncService implements SyncService {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final SyncScheduler scheduler;
    private final InsightPoller insights;
    private final GraphAccess graph;
    private final Library library;
    private final InstantSource clock;
    private final DeskEvents events;
    private final JobForecast jobs;

    LiveSyncService(SyncScheduler scheduler, InsightPoller insights, GraphAccess graph, Library library,
            DeskEvents events, InstantSource clock) {
        this.scheduler = scheduler;
        this.insights = insights;
        this.graph = graph;
        this.library = library;
        this.events = events;
        this.clock = clock;
        this.jobs = new JobForecast(graph);
    }

    @Override
    public void look(TenantId tenant, AdAccountId account, Set<Topic> topics, DateRange range) {
        boolean otherDays = insights.look(tenant, account, topics, range);
        scheduler.look(tenant, account, topics);
        if (otherDays) {
            scheduler.invalidate(new SyncKey(tenant, account, Topic.INSIGHTS));
        }
    }

    @Override
    public void want(TenantId tenant, AdAccountId account, Level deepest, DateRange days) {
        if (insights.want(tenant, account, deepest, days)) {
            scheduler.invalidate(new SyncKey(tenant, account, Topic.INSIGHTS));
        }
    }

    @Override
    public void refresh(TenantId tenant, AdAccountId account, Topic topic) {
        scheduler.refresh(new SyncKey(tenant, account, topic));
    }

    /// A read has ended when it does not run any more and the news of what it stored went out.
    @Override
    public void refreshAndWait(TenantId tenant, AdAccountId account, Topic topic, Duration patience) {
        SyncKey key = new SyncKey(tenant, account, topic);
        DeskEvent wanted = new DeskEvent.DataChanged(tenant, account, topic);
        AtomicBoolean stored = new AtomicBoolean();
        Subscription news = events.subscribe(event -> {
            if (event.equals(wanted)) {
                stored.set(true);
            }
        });
        try {
            scheduler.refresh(key);
            Instant end = Instant.now().plus(patience);
            while (true) {
                SyncStatus status = scheduler.status(key);
                Throwable failure = status.failure();
                if (!status.running() && failure != null) {
                    throw Problems.exception(failure);
                }
                if (!status.running() && stored.get()) {
                    return;
                }
                if (Instant.now().isAfter(end)) {
                    throw new DeskException(Problem.of(Problem.Kind.FAILED, "Facebook is still being read",
                            "What was read before is there; the rest follows by itself. Ask again later."));
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.exception(new CancellationException("Stopped waiting for a read"));
        } finally {
            news.end();
        }
    }

    @Override
    public SyncState state(TenantId tenant, AdAccountId account, Topic topic) {
        SyncKey key = new SyncKey(tenant, account, topic);
        SyncStatus status = scheduler.status(key);
        Problem problem = status.failure() == null ? null : Problems.of(status.failure());
        return new SyncState(status.running(), status.lastSuccess(), problem, status.nextRun(),
                takes(key, status, problem));
    }

    private @Nullable Duration takes(SyncKey key, SyncStatus status, @Nullable Problem problem) {
        if (status.running()) {
            return scheduler.running().stream().filter(read -> read.key().equals(key)).findFirst()
                    .map(read -> jobs.left(read, clock.instant())).orElse(null);
        }
        boolean waits = problem != null && problem.kind() == Problem.Kind.RATE_LIMITED;
        return waits ? jobs.waiting(key, status.before(), clock.instant()) : null;
    }

    @Override
    public List<Next> upcoming(int most) {
        List<Next> next = new ArrayList<>();
        for (PlannedRead read : scheduler.planned()) {
            Instant at = read.nextRun();
            if (at != null && !read.running() && next.size() < most) {
                next.add(new Next(read.key().tenant(), read.key().account(), read.key().topic(), at));
            }
        }
        return next;
    }

    @Override
    public int restarts() {
        return scheduler.restarts();
    }

    @Override
    public List<Running> running() {
        return scheduler.running().stream().map(read -> new Running(read.key().tenant(), read.key().account(),
                read.key().topic(), read.done(), read.total(), jobs.left(read, clock.instant()))).toList();
    }

    @Override
    public Usage usage(TenantId tenant, AdAccountId account) {
        GraphAccess.Usage usage = graph.usage(tenant, account);
        return new Usage(usage.calls(), usage.cpu(), usage.time(), usage.blockedUntil());
    }

    @Override
    public Budget budget(TenantId tenant, AdAccountId account) {
        GraphAccess.Forecast forecast = graph.forecast(tenant, account);
        return new Budget(forecast.writes(), forecast.wholeAt(), forecast.blockedUntil());
    }

    @Override
    public Duration takes(TenantId tenant, AdAccountId account, int reads, int writes) {
        return graph.forecast(tenant, account).takes(reads, writes, clock.instant());
    }

    @Override
    public List<Request> requests(TenantId tenant) {
        return graph.requests(tenant).stream().map(call -> new Request(call.at(), call.method(), call.path(),
                call.account(), call.points(), call.took(), call.outcome(), call.code())).toList();
    }

    @Override
    public List<CacheUse> caches() {
        return library.uses();
    }

    @Override
    public Server server() {
        return new Server(graph.clockAhead(), graph.servedInstead(), graph.goneFields());
    }
}
