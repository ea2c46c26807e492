package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Creative;
import com.bizosaas.adsdesk.domain.CustomAudience;
import com.bizosaas.adsdesk.domain.Stamped;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.ReadMarks;
import com.bizosaas.adsdesk.store.ReadMarks.ReadMark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Keeps the audiences or the creatives of an account fresh: read whole once a day and on demand, and between that only what
/// is new or changed. A list that breaks off throws before anything is stored.
///
/// @param <T> what is read
public final class StorePoller<T> implements Poller {

    /// Everything is read again after this, for what no light list tells, and because addresses of thumbnails die.
    static final Duration WHOLE_EVERY = Duration.ofHours(24);

    private final Kind<T> kind;
    private final ReadMarks marks;
    private final ApiSource apis;
    private final Generations generations;
    private final InstantSource clock;

    /// How one kind is read and stored.
    private interface Kind<T> {

        Topic topic();

        List<T> whole(AdsApi api, AdAccountId account, IntConsumer progress);

        List<T> light(AdsApi api, AdAccountId account, List<T> known, IntConsumer progress);

        Stamped<List<T>> stored(TenantId tenant, AdAccountId account);

        void replace(TenantId tenant, AdAccountId account, List<T> rows, Instant began);

        boolean refresh(TenantId tenant, AdAccountId account, List<T> rows, Instant began);
    }

    private StorePoller(Kind<T> kind, DeskStore store, ApiSource apis, Generations generations, InstantSource clock) {
        this.kind = kind;
        this.marks = store.readMarks();
        this.apis = apis;
        this.generations = generations;
        this.clock = clock;
    }

    public static List<StorePoller<?>> all(DeskStore store, ApiSource apis, Generations generations,
            InstantSource clock) {
        return List.of(new StorePoller<>(new Audiences(store), store, apis, generations, clock),
                new StorePoller<>(new Creatives(store), store, apis, generations, clock));
    }

    @Override
    public Topic topic() {
        return kind.topic();
    }

    @Override
    public @Nullable Instant lastRead(TenantId tenant, AdAccountId account) {
        return marks.find(tenant, account, kind.topic()).filter(mark -> !mark.outdated()).map(ReadMark::asOf)
                .orElse(null);
    }

    @Override
    public Polled poll(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
        long generation = generations.current(tenant);
        Instant began = clock.instant();
        AdsApi api = apis.api(tenant);
        SyncKey key = new SyncKey(tenant, account, kind.topic());
        boolean light = !force && marks.find(tenant, account, kind.topic())
                .map(mark -> mark.wholeAt().plus(WHOLE_EVERY).isAfter(began)).orElse(false);
        if (!light) {
            List<T> rows = kind.whole(api, account, done -> progress.at(done, 0));
            generations.store(tenant, generation, () -> kind.replace(tenant, account, rows, began));
            return Polled.of(key, true);
        }
        List<T> rows = kind.light(api, account, kind.stored(tenant, account).value(), done -> progress.at(done, 0));
        boolean[] different = {false};
        generations.store(tenant, generation,
                () -> different[0] = kind.refresh(tenant, account, rows, began));
        return Polled.of(key, different[0]);
    }

    private record Audiences(DeskStore store) implements Kind<CustomAudience> {

        @Override
        public Topic topic() {
            return Topic.AUDIENCES;
        }

        @Override
        public List<CustomAudience> whole(AdsApi api, AdAccountId account, IntConsumer progress) {
            return api.audiences(account, progress);
        }

        @Override
        public List<CustomAudience> light(AdsApi api, AdAccountId account, List<CustomAudience> known,
                IntConsumer progress) {
            return api.audiences(account, known, progress);
        }

        @Override
        public Stamped<List<CustomAudience>> stored(TenantId tenant, AdAccountId account) {
            return store.audiences().list(tenant, account);
        }

        @Override
        public void replace(TenantId tenant, AdAccountId account, List<CustomAudience> rows, Instant began) {
            store.audiences().replaceAll(tenant, account, rows, began);
        }

        @Override
        public boolean refresh(TenantId tenant, AdAccountId account, List<CustomAudience> rows, Instant began) {
            return store.audiences().refresh(tenant, account, rows, began);
        }
    }

    private record Creatives(DeskStore store) implements Kind<Creative> {

        @Override
        public Topic topic() {
            return Topic.CREATIVES;
        }

        @Override
        public List<Creative> whole(AdsApi api, AdAccountId account, IntConsumer progress) {
            return api.creatives(account, progress);
        }

        @Override
        public List<Creative> light(AdsApi api, AdAccountId account, List<Creative> known, IntConsumer progress) {
            return api.creatives(account, known, progress);
        }

        @Override
        public Stamped<List<Creative>> stored(TenantId tenant, AdAccountId account) {
            return store.creatives().list(tenant, account);
        }

        @Override
        public void replace(TenantId tenant, AdAccountId account, List<Creative> rows, Instant began) {
            store.creatives().replaceAll(tenant, account, rows, began);
        }

        @Override
        public boolean refresh(TenantId tenant, AdAccountId account, List<Creative> rows, Instant began) {
            return store.creatives().refresh(tenant, account, rows, began);
        }
    }
}
