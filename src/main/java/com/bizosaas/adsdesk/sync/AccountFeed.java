package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.graph.AccountNews;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.store.DeskStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The ad accounts of each tenant with their health: one request for all that were chosen, whoever asks first. Thread-safe.
public final class AccountFeed {

    private static final Duration REST = Duration.ofHours(1);

    private final DeskStore store;
    private final ApiSource apis;
    private final Generations generations;
    private final Roster roster;
    private final InstantSource clock;
    private final InFlight<TenantId, Round> inFlight = new InFlight<>();
    /// Accounts that Facebook refused, and until when nobody asks for them on another's behalf: errors count against the app.
    private final ConcurrentMap<Place, Instant> resting = new ConcurrentHashMap<>();

    private record Place(TenantId tenant, AdAccountId account) {
    }

    /// @param fresh accounts whose rows are as of now
    /// @param failures of those that Facebook refused
    record Round(Set<AdAccountId> fresh, Map<AdAccountId, GraphException> failures) {

        /// @throws GraphException if this account was refused
        void require(AdAccountId account) {
            GraphException failure = failures.get(account);
            if (failure != null) {
                throw failure;
            }
        }

        Set<SyncKey> keys(TenantId tenant, Topic topic) {
            Set<SyncKey> keys = new LinkedHashSet<>();
            fresh.forEach(account -> keys.add(new SyncKey(tenant, account, topic)));
            return keys;
        }
    }

    public AccountFeed(DeskStore store, ApiSource apis, Generations generations, Roster roster, InstantSource clock) {
        this.store = store;
        this.apis = apis;
        this.generations = generations;
        this.roster = roster;
        this.clock = clock;
    }

    /// Reads the accounts anew.
    Round read(TenantId tenant, AdAccountId asked) {
        return inFlight.join(tenant, () -> {
            long generation = generations.current(tenant);
            Instant began = clock.instant();
            AccountNews.Round round = apis.api(tenant).health(chosen(tenant, asked), reachable(tenant));
            Set<AdAccountId> fresh = new LinkedHashSet<>();
            for (AccountNews news : round.news()) {
                put(tenant, generation, news.account(), began);
                fresh.add(news.account().id());
            }
            rest(tenant, round);
            return new Round(fresh, round.failures());
        });
    }

    /// The account as last read; read now if it never was. Its zone and currency never change.
    AdAccount known(TenantId tenant, AdAccountId account) {
        Optional<AdAccount> stored = stored(tenant, account);
        if (stored.isPresent()) {
            return stored.get();
        }
        read(tenant, account).require(account);
        return stored(tenant, account).orElseThrow(() -> GraphException.of(GraphException.Kind.TRANSIENT,
                "Facebook did not describe the account", null));
    }

    Optional<AdAccount> stored(TenantId tenant, AdAccountId account) {
        return store.accounts().find(tenant, account);
    }

    /// The client, with what is known of the account told to it.
    AdsApi api(TenantId tenant, AdAccount account) {
        AdsApi api = apis.api(tenant);
        api.remember(account);
        return api;
    }

    /// Keeps the funding source, which is not asked for here.
    void put(TenantId tenant, long generation, AdAccount account, Instant began) {
        String funding = stored(tenant, account.id()).map(AdAccount::fundingSource).orElse(null);
        generations.store(tenant, generation,
                () -> store.accounts().put(tenant, account.withFundingSource(funding), began));
    }

    /// How many accounts the sign-in reaches, 0 where the list was never read.
    int reachable(TenantId tenant) {
        return store.accounts().count(tenant);
    }

    /// Takes note of what an answer says about accounts that are refused, or are not any more.
    void rest(TenantId tenant, AccountNews.Round round) {
        rest(tenant, round.failures());
        round.news().forEach(news -> resting.remove(new Place(tenant, news.account().id())));
    }

    /// Nobody asks for accounts that Facebook refused, on another's behalf, for an hour.
    void rest(TenantId tenant, Map<AdAccountId, GraphException> failures) {
        Instant until = clock.instant().plus(REST);
        failures.forEach((account, failure) -> {
            if (failure.kind() != GraphException.Kind.LIMIT) {
                resting.put(new Place(tenant, account), until);
            }
        });
    }

    private boolean rests(TenantId tenant, AdAccountId account) {
        Instant until = resting.get(new Place(tenant, account));
        return until != null && until.isAfter(clock.instant());
    }

    /// The chosen accounts of a tenant without those that are refused, and the one that is asked for.
    Set<AdAccountId> chosen(TenantId tenant, AdAccountId asked) {
        Set<AdAccountId> chosen = new LinkedHashSet<>(Set.of(asked));
        roster.entries().stream()
                .filter(entry -> entry.tenant().equals(tenant) && !rests(tenant, entry.account()))
                .forEach(entry -> chosen.add(entry.account()));
        return chosen;
    }
}
