package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Keeps daily figures fresh: of an account that was looked at, the days and levels that were wanted there; of others the
/// account's own figures of two weeks.
public final class InsightPoller implements Poller {

    /// Panes that show ads name one of these topics.
    private static final Set<Topic> DOWN_TO_ADS = Set.of(Topic.CAMPAIGNS, Topic.CREATIVES);

    private final InsightLoader loader;
    private final ConcurrentMap<Place, Wanted> wanted = new ConcurrentHashMap<>();

    private record Place(TenantId tenant, AdAccountId account) {
    }

    private record Wanted(Level deepest, DateRange range) {

        Wanted atLeast(@Nullable Wanted other) {
            return other != null && other.deepest.compareTo(deepest) > 0 ? new Wanted(other.deepest, range) : this;
        }
    }

    public InsightPoller(InsightLoader loader) {
        this.loader = loader;
    }

    /// @return whether other days or levels are wanted than before
    public boolean look(TenantId tenant, AdAccountId account, Set<Topic> topics, DateRange range) {
        if (!topics.contains(Topic.INSIGHTS)) {
            return false;
        }
        Level deepest = topics.stream().anyMatch(DOWN_TO_ADS::contains) ? Level.AD : Level.CAMPAIGN;
        Wanted now = new Wanted(deepest, range);
        return !now.equals(wanted.put(new Place(tenant, account), now));
    }

    /// The same for an account that is shown among many; one that was looked at by itself stays as deep.
    ///
    /// @return whether other days or levels are wanted than before
    public boolean want(TenantId tenant, AdAccountId account, Level deepest, DateRange range) {
        Place place = new Place(tenant, account);
        Wanted now = new Wanted(deepest, range).atLeast(wanted.get(place));
        return !now.equals(wanted.put(place, now));
    }

    public void forget(TenantId tenant) {
        wanted.keySet().removeIf(place -> place.tenant.equals(tenant));
    }

    @Override
    public Topic topic() {
        return Topic.INSIGHTS;
    }

    @Override
    public @Nullable Instant lastRead(TenantId tenant, AdAccountId account) {
        if (!loader.knows(tenant, account)) {
            return null;
        }
        Wanted now = wanted(tenant, account);
        return loader.lastRead(tenant, account, now.deepest, now.range);
    }

    @Override
    public Polled poll(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
        if (!force && !isSeen(tenant, account)) {
            return loader.unseen().read(tenant, account, each -> !isSeen(tenant, each), progress);
        }
        Wanted now = wanted(tenant, account);
        long before = loader.impressionsToday(tenant, account);
        loader.daily(tenant, account, now.deepest, now.range, force, progress);
        return Polled.of(new SyncKey(tenant, account, Topic.INSIGHTS),
                loader.impressionsToday(tenant, account) != before);
    }

    private Wanted wanted(TenantId tenant, AdAccountId account) {
        Wanted looked = wanted.get(new Place(tenant, account));
        if (looked != null) {
            return looked;
        }
        return new Wanted(Level.ACCOUNT, loader.unseenDays(tenant, account));
    }

    private boolean isSeen(TenantId tenant, AdAccountId account) {
        return wanted.containsKey(new Place(tenant, account));
    }
}
