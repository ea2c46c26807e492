package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.sync.InsightPoller;
import com.bizosaas.adsdesk.sync.SyncKey;
import com.bizosaas.adsdesk.sync.SyncScheduler;
import com.bizosaas.adsdesk.sync.SyncStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// The scheduler, in the panes' words.
final class LiveSyncService implements SyncService {

    private final SyncScheduler scheduler;
    private final InsightPoller insights;
    private final GraphAccess graph;
    private final Library library;
    private final InstantSource clock;

    LiveSyncService(SyncScheduler scheduler, InsightPoller insights, GraphAccess graph, Library library,
            InstantSource clock) {
        this.scheduler = scheduler;
        this.insights = insights;
        this.graph = graph;
        this.library = library;
        this.clock = clock;
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
    public void refresh(TenantId tenant, AdAccountId account, Topic topic) {
        scheduler.refresh(new SyncKey(tenant, account, topic));
    }

    @Override
    public SyncState state(TenantId tenant, AdAccountId account, Topic topic) {
        SyncStatus status = scheduler.status(new SyncKey(tenant, account, topic));
        Throwable failure = status.failure();
        return new SyncState(status.running(), status.lastSuccess(), failure == null ? null : Problems.of(failure),
                status.nextRun());
    }

    @Override
    public List<Running> running() {
        return scheduler.running().stream().map(read -> new Running(read.key().tenant(), read.key().account(),
                read.key().topic(), read.done(), read.total())).toList();
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
        return new Server(graph.clockAhead(), graph.servedInstead());
    }
}
