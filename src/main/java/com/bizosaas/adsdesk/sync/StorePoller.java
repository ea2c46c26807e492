package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.ReadMarks;
import com.bizosaas.adsdesk.store.ReadMarks.ReadMark;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a topic as a whole and stores it as a whole: the audiences or the creatives of an account. A list that breaks off throws before anything is stored.
public final class StorePoller implements Poller {

    /// Reads, and answers how to store what was read.
    private interface Reading {
        Runnable read(AdsApi api, TenantId tenant, AdAccountId account, Instant began, Progress progress);
    }

    private final Topic topic;
    private final ReadMarks marks;
    private final ApiSource apis;
    private final Generations generations;
    private final InstantSource clock;
    private final Reading reading;

    private StorePoller(Topic topic, DeskStore store, ApiSource apis, Generations generations, InstantSource clock,
            Reading reading) {
        this.topic = topic;
        this.marks = store.readMarks();
        this.apis = apis;
        this.generations = generations;
        this.clock = clock;
        this.reading = reading;
    }

    public static List<StorePoller> all(DeskStore store, ApiSource apis, Generations generations,
            InstantSource clock) {
        return List.of(
                new StorePoller(Topic.AUDIENCES, store, apis, generations, clock,
                        (api, tenant, account, began, progress) -> {
                            List<CustomAudience> read = api.audiences(account, done -> progress.at(done, 0));
                            return () -> store.audiences().replaceAll(tenant, account, read, began);
                        }),
                new StorePoller(Topic.CREATIVES, store, apis, generations, clock,
                        (api, tenant, account, began, progress) -> {
                            List<Creative> read = api.creatives(account, done -> progress.at(done, 0));
                            return () -> store.creatives().replaceAll(tenant, account, read, began);
                        }));
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public @Nullable Instant lastRead(TenantId tenant, AdAccountId account) {
        return marks.find(tenant, account, topic).filter(mark -> !mark.outdated()).map(ReadMark::asOf).orElse(null);
    }

    @Override
    public Polled poll(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
        long generation = generations.current(tenant);
        Instant began = clock.instant();
        Runnable write = reading.read(apis.api(tenant), tenant, account, began, progress);
        generations.store(tenant, generation, write);
        return Polled.of(new SyncKey(tenant, account, topic), true);
    }
}
