package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.Ad;
import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AdSet;
import com.bizosaas.adsdesk.domain.AdStructure;
import com.bizosaas.adsdesk.domain.Campaign;
import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AccountNews;
import com.bizosaas.adsdesk.graph.AccountNews.Touch;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.CampaignStore;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.ReadMarks.ReadMark;
import com.bizosaas.adsdesk.store.StructureReading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps campaigns, ad sets and ads as they are at Facebook without reading them all: whole once a day, and between that
/// only what changed. One look for all accounts of a tenant tells what changed; a campaign in which something happened that
/// moves no `updated_time` (graph-api chapter 04), or whose status carries down to what is under it, is read again with all
/// that is under it.
///
/// Thread-safe. A reading that breaks off stores nothing of its account.
public final class ChangeFeed {

    /// Everything is read again after this, for what no look can tell.
    static final Duration WHOLE_EVERY = Duration.ofHours(24);
    /// The history is written a little late, and clocks differ.
    static final Duration OVERLAP = Duration.ofMinutes(10);

    private final DeskStore store;
    private final AccountFeed accounts;
    private final Generations generations;
    private final InstantSource clock;
    private final Supplier<Duration> clockAhead;
    private final InFlight<TenantId, Look> inFlight = new InFlight<>();
    private final InFlight<SyncKey, Boolean> whole = new InFlight<>();
    /// Lines of each account's history that were acted upon and may be told again because of the overlap.
    private final ConcurrentMap<SyncKey, Set<Touch>> handled = new ConcurrentHashMap<>();

    private record Look(AccountFeed.Round round, Set<AdAccountId> changed) {
    }

    /// @param clockAhead how far this computer's clock is ahead of Facebook's
    public ChangeFeed(DeskStore store, AccountFeed accounts, Generations generations, InstantSource clock,
            Supplier<Duration> clockAhead) {
        this.store = store;
        this.accounts = accounts;
        this.generations = generations;
        this.clock = clock;
        this.clockAhead = clockAhead;
    }

    /// Brings an account up to date, and others of its tenant where that costs nothing more.
    ///
    /// @param force whether to read everything
    Polled read(TenantId tenant, AdAccountId account, boolean force, Progress progress) {
        SyncKey key = key(tenant, account);
        if (force || !mayLook(tenant, account)) {
            readWhole(tenant, account, progress);
            return Polled.of(key, true);
        }
        Look look = inFlight.join(tenant, () -> look(tenant, account));
        look.round.require(account);
        Set<SyncKey> fresh = new HashSet<>(look.round.keys(tenant, Topic.CAMPAIGNS));
        fresh.addAll(look.round.keys(tenant, Topic.ACCOUNTS));
        Set<SyncKey> changed = new HashSet<>();
        look.changed.forEach(each -> changed.add(key(tenant, each)));
        if (fresh.add(key)) {
            readWhole(tenant, account, progress);
            changed.add(key);
        }
        return new Polled(fresh, changed);
    }

    void forget(TenantId tenant) {
        handled.keySet().removeIf(key -> key.tenant().equals(tenant));
    }

    private boolean mayLook(TenantId tenant, AdAccountId account) {
        return mark(tenant, account).map(mark -> mark.wholeAt().plus(WHOLE_EVERY).isAfter(clock.instant()))
                .orElse(false)
                && accounts.stored(tenant, account)
                        .map(known -> accounts.api(tenant, known).tellsChanges(account)).orElse(true);
    }

    private Optional<ReadMark> mark(TenantId tenant, AdAccountId account) {
        return store.readMarks().find(tenant, account, Topic.CAMPAIGNS);
    }

    private void readWhole(TenantId tenant, AdAccountId account, Progress progress) {
        whole.join(key(tenant, account), () -> readWhole(tenant, accounts.known(tenant, account), progress));
    }

    private boolean readWhole(TenantId tenant, AdAccount account, Progress progress) {
        long generation = generations.current(tenant);
        Instant began = clock.instant();
        // Where nothing is shown yet, the first rows are worth showing before the last have come.
        boolean empty = mark(tenant, account.id()).isEmpty();
        try (StructureReading reading = store.campaigns().read(tenant, account.id(), began)) {
            accounts.api(tenant, account).structure(account.id(), done -> progress.at(done, 0), page -> {
                boolean early = empty && progress.watched();
                generations.store(tenant, generation, () -> {
                    reading.add(page);
                    if (early) {
                        reading.show();
                    }
                });
                if (early) {
                    progress.stored();
                }
            });
            generations.store(tenant, generation, reading::finish);
        }
        return true;
    }

    private Look look(TenantId tenant, AdAccountId asked) {
        Map<AdAccountId, Instant> since = new LinkedHashMap<>();
        for (AdAccountId account : accounts.chosen(tenant, asked)) {
            if (mayLook(tenant, account)) {
                mark(tenant, account).ifPresent(mark -> since.put(account, mark.asOf().minus(OVERLAP)));
            }
        }
        Duration ahead = clockAhead.get();
        Instant oldest = since.values().stream().min(Instant::compareTo).orElse(clock.instant())
                .minus(ahead.isNegative() ? Duration.ZERO : ahead);
        long generation = generations.current(tenant);
        Instant began = clock.instant();
        AdsApi api = accounts.api(tenant, accounts.known(tenant, asked));
        AccountNews.Round round = api.changes(since.keySet(), accounts.reachable(tenant), oldest);
        accounts.rest(tenant, round);
        Set<AdAccountId> fresh = new HashSet<>();
        Set<AdAccountId> changed = new HashSet<>();
        Map<AdAccountId, GraphException> failures = new HashMap<>(round.failures());
        for (AccountNews news : round.news()) {
            try {
                accounts.put(tenant, generation, news.account(), began);
                if (follow(tenant, generation, api, news, oldest, began)) {
                    changed.add(news.account().id());
                }
                fresh.add(news.account().id());
            } catch (GraphException e) {
                if (e.kind() == GraphException.Kind.TOKEN || e.kind() == GraphException.Kind.CANCELLED) {
                    throw e;
                }
                failures.put(news.account().id(), e);
            }
        }
        return new Look(new AccountFeed.Round(fresh, failures), changed);
    }

    /// @return whether anything was different
    private boolean follow(TenantId tenant, long generation, AdsApi api, AccountNews news, Instant since,
            Instant began) {
        AdAccount account = news.account();
        SyncKey key = key(tenant, account.id());
        Set<Touch> known = handled.getOrDefault(key, Set.of());
        Set<GraphId> unsettled = news.complete() ? unsettled(tenant, news, known) : Set.of();
        Optional<AdStructure> trees = !news.complete()
                ? Optional.empty()
                : unsettled.isEmpty() ? Optional.of(AdStructure.EMPTY) : api.trees(account.id(), unsettled);
        boolean different = true;
        if (trees.isEmpty()) {
            readWhole(tenant, account.id(), Progress.NONE);
        } else {
            AdStructure changed = joined(trees.get(), news.changed());
            boolean[] written = {false};
            generations.store(tenant, generation, () -> written[0] = store.campaigns().merge(tenant, account.id(),
                    changed, unsettled, began));
            different = written[0];
        }
        handled.put(key, news.touched().stream().filter(touch -> !touch.at().isBefore(since))
                .collect(Collectors.toUnmodifiableSet()));
        return different;
    }

    /// The campaigns that are to be read again with all that is under them.
    private Set<GraphId> unsettled(TenantId tenant, AccountNews news, Set<Touch> known) {
        AdAccountId account = news.account().id();
        CampaignStore campaigns = store.campaigns();
        Set<GraphId> touched = news.touched().stream().filter(touch -> !known.contains(touch)).map(Touch::object)
                .collect(Collectors.toSet());
        // Of these the present row came along.
        news.changed().campaigns().forEach(campaign -> touched.remove(campaign.id()));
        news.changed().adSets().forEach(adSet -> touched.remove(adSet.id()));
        news.changed().ads().forEach(ad -> touched.remove(ad.id()));
        Set<GraphId> unsettled = new HashSet<>(campaigns.campaignsOf(tenant, account, touched));
        mark(tenant, account).map(ReadMark::asOf)
                .ifPresent(asOf -> unsettled.addAll(campaigns.touchedSince(tenant, account, asOf)));
        // A status carries down to what is under it, which comes along where it is little.
        Set<GraphId> told = Stream.concat(news.changed().adSets().stream().map(AdSet::id),
                news.changed().ads().stream().map(Ad::id)).collect(Collectors.toSet());
        for (Campaign campaign : news.changed().campaigns()) {
            campaigns.campaign(tenant, account, campaign.id())
                    .filter(stored -> !stored.effectiveStatus().equals(campaign.effectiveStatus())
                            && !told.containsAll(campaigns.under(tenant, account, campaign.id())))
                    .ifPresent(stored -> unsettled.add(campaign.id()));
        }
        for (AdSet adSet : news.changed().adSets()) {
            campaigns.adSet(tenant, account, adSet.id())
                    .filter(stored -> !stored.effectiveStatus().equals(adSet.effectiveStatus())
                            && !told.containsAll(campaigns.under(tenant, account, adSet.id())))
                    .ifPresent(stored -> unsettled.add(adSet.campaignId()));
        }
        return unsettled;
    }

    /// The trees are the later answer; what changed elsewhere comes behind them.
    private static AdStructure joined(AdStructure trees, AdStructure changed) {
        Map<GraphId, Campaign> campaigns = new LinkedHashMap<>();
        trees.campaigns().forEach(campaign -> campaigns.put(campaign.id(), campaign));
        changed.campaigns().forEach(campaign -> campaigns.putIfAbsent(campaign.id(), campaign));
        Map<GraphId, AdSet> adSets = new LinkedHashMap<>();
        trees.adSets().forEach(adSet -> adSets.put(adSet.id(), adSet));
        changed.adSets().forEach(adSet -> adSets.putIfAbsent(adSet.id(), adSet));
        Map<GraphId, Ad> ads = new LinkedHashMap<>();
        trees.ads().forEach(ad -> ads.put(ad.id(), ad));
        changed.ads().forEach(ad -> ads.putIfAbsent(ad.id(), ad));
        return new AdStructure(campaigns.values().stream().toList(), adSets.values().stream().toList(),
                ads.values().stream().toList());
    }

    private static SyncKey key(TenantId tenant, AdAccountId account) {
        return new SyncKey(tenant, account, Topic.CAMPAIGNS);
    }
}
