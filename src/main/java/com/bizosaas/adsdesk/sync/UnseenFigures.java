package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AccountFigures;
import com.bizosaas.adsdesk.graph.GraphException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Reads the own figures of accounts that nobody has looked at: those of a tenant together, in one request, whichever of
/// them is due first. Thread-safe.
final class UnseenFigures {

    private final InsightLoader loader;
    private final AccountFeed accounts;
    private final ApiSource apis;
    private final InFlight<TenantId, Polled> inFlight = new InFlight<>();

    UnseenFigures(InsightLoader loader, AccountFeed accounts, ApiSource apis) {
        this.loader = loader;
        this.accounts = accounts;
        this.apis = apis;
    }

    /// @param asked is read in any case, alone where it does not come with the others
    /// @param unseen which accounts come along
    Polled read(TenantId tenant, AdAccountId asked, Predicate<AdAccountId> unseen, Progress progress) {
        SyncKey key = new SyncKey(tenant, asked, Topic.INSIGHTS);
        Polled together = inFlight.join(tenant, () -> together(tenant, asked, unseen));
        if (together.fresh().contains(key)) {
            return together;
        }
        boolean changed = loader.ownFigures(tenant, asked, progress);
        Set<SyncKey> fresh = new HashSet<>(together.fresh());
        Set<SyncKey> different = new HashSet<>(together.changed());
        fresh.add(key);
        if (changed) {
            different.add(key);
        }
        return new Polled(fresh, different);
    }

    private Polled together(TenantId tenant, AdAccountId asked, Predicate<AdAccountId> unseen) {
        Map<AdAccountId, DateRange> missing = new LinkedHashMap<>();
        Map<AdAccountId, Long> before = new HashMap<>();
        for (AdAccountId account : accounts.chosen(tenant, asked)) {
            if (unseen.test(account)) {
                loader.missingOfItsOwn(tenant, account).ifPresent(days -> {
                    missing.put(account, days);
                    before.put(account, loader.impressionsToday(tenant, account));
                });
            }
        }
        if (missing.size() < 2 || !missing.containsKey(asked)) {
            return new Polled(Set.of(), Set.of());
        }
        AccountFigures figures = loader.store(tenant, missing, () -> apis.api(tenant).accountDays(missing));
        Map<AdAccountId, GraphException> refused = new HashMap<>(figures.failures());
        refused.values().removeIf(failure -> failure.kind() != GraphException.Kind.PERMISSION
                && failure.kind() != GraphException.Kind.REFUSED && failure.kind() != GraphException.Kind.BLOCKED);
        accounts.rest(tenant, refused);
        GraphException own = figures.failures().get(asked);
        if (own != null && own.kind() != GraphException.Kind.REFUSED) {
            throw own;
        }
        Set<SyncKey> fresh = new HashSet<>();
        Set<SyncKey> changed = new HashSet<>();
        for (AdAccountId account : figures.facts().keySet()) {
            SyncKey key = new SyncKey(tenant, account, Topic.INSIGHTS);
            fresh.add(key);
            if (loader.impressionsToday(tenant, account) != before.getOrDefault(account, 0L)) {
                changed.add(key);
            }
        }
        return new Polled(fresh, changed);
    }
}
