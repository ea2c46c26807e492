package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.oauth.LoginResult;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.service.Problem.Kind;
import com.bizosaas.adsdesk.store.DeskStore;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Signs tenants in and out, and writes each step into the audit log. Thread-safe.
final class LiveConnectionService implements ConnectionService, AutoCloseable {

    static final Set<String> REQUIRED = Set.of("ads_management", "ads_read", "business_management");

    private static final Duration SEARCHED = Duration.ofMinutes(5);

    private final DeskStore store;
    private final DeskConfig config;
    private final Supplier<LoginFlow> flows;
    private final GraphAccess graph;
    private final TenantApis apis;
    private final TenantQuiet quiet;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final DeskEvents events;
    private final Map<TenantId, LiveLoginAttempt> attempts = new HashMap<>();
    /// For the choice that follows a search: nothing is asked twice within minutes.
    private final Cache<TenantId, ReachableAccounts> searched = Caffeine.newBuilder().maximumSize(200)
            .expireAfterWrite(SEARCHED).build();

    /// Ends and takes up the reading for a tenant around a change of its sign-in.
    interface TenantQuiet {

        /// Nothing is read for the tenant any more, and what comes back late is dropped.
        void silence(TenantId tenant);

        /// The tenant may be read again, or its accounts changed.
        void wake(TenantId tenant);
    }

    /// @param flows a flow with the settings of the moment
    LiveConnectionService(DeskStore store, DeskConfig config, Supplier<LoginFlow> flows, GraphAccess graph,
            TenantApis apis, TenantQuiet quiet, AuditTrail audit, InstantSource clock, DeskEvents events) {
        this.store = store;
        this.config = config;
        this.flows = flows;
        this.graph = graph;
        this.apis = apis;
        this.quiet = quiet;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Optional<Connection> connection(TenantId tenant) {
        return Problems.explained(() -> store.connections().find(tenant));
    }

    @Override
    public LoginAttempt begin(TenantId tenant, boolean again) {
        return Problems.explained(() -> {
            URI redirect = config.login().redirect();
            if (!store.settings().hasAppSecret()) {
                throw new DeskException(Problem.invalid("appSecret", "The app secret is missing",
                        "Enter the secret of your Facebook app in Settings, or paste a system user's token."));
            }
            synchronized (attempts) {
                LiveLoginAttempt earlier = attempts.remove(tenant);
                if (earlier != null) {
                    earlier.close();
                }
                LiveLoginAttempt attempt = new LiveLoginAttempt(flows.get(), tenant, redirect, again);
                attempts.put(tenant, attempt);
                return attempt;
            }
        });
    }

    @Override
    public PendingConnection complete(LoginAttempt attempt, URI cameBack) {
        LiveLoginAttempt mine = (LiveLoginAttempt) attempt;
        TenantId tenant = mine.tenant();
        return signedIn(tenant, "dialog", () -> {
            LoginResult result = mine.flow().complete(mine.state(), tenant, cameBack);
            synchronized (attempts) {
                attempts.remove(tenant, mine);
            }
            return result;
        });
    }

    @Override
    public PendingConnection useToken(TenantId tenant, char[] token) {
        try {
            if (CharBuffer.wrap(token).chars().allMatch(Character::isWhitespace)) {
                throw new DeskException(
                        Problem.invalid("token", "The token is empty", "Paste the system user's token."));
            }
            return signedIn(tenant, "system-user", () -> flows.get().systemUser(new AccessToken(token), tenant));
        } finally {
            Arrays.fill(token, '\0');
        }
    }

    private PendingConnection signedIn(TenantId tenant, String way, Supplier<LoginResult> signIn) {
        try {
            LoginResult result = signIn.get();
            audit.done(new Deed(tenant, "connection.sign-in", result.connection().userId(),
                    result.connection().userName(), "", described(result.connection(), way)));
            return new LivePendingConnection(tenant, result, REQUIRED);
        } catch (RuntimeException e) {
            DeskException told = Problems.exception(e);
            audit.note(new Deed(tenant, "connection.sign-in", "", "", "",
                    Json.of(Map.of("way", way, "refused", told.problem().title()))), Outcome.REFUSED,
                    AuditTrail.traceId(e), Source.APP);
            throw told;
        }
    }

    @Override
    public ReachableAccounts reachable(PendingConnection pending, IntConsumer progress) {
        LivePendingConnection mine = (LivePendingConnection) pending;
        ReachableAccounts reached = reach(() -> graph.forTenant(mine.tenant(), mine.token()), progress);
        mine.found(reached.accounts());
        return reached;
    }

    @Override
    public ReachableAccounts reachable(TenantId tenant, IntConsumer progress) {
        ReachableAccounts reached = reach(() -> apis.api(tenant), progress);
        searched.put(tenant, reached);
        return reached;
    }

    private static ReachableAccounts reach(Supplier<AdsApi> api, IntConsumer progress) {
        Map<AdAccountId, AdAccount> found = new LinkedHashMap<>();
        try {
            api.get().adAccounts(page -> {
                page.forEach(account -> found.putIfAbsent(account.id(), account));
                progress.accept(found.size());
            });
            return new ReachableAccounts(List.copyOf(found.values()), null);
        } catch (RuntimeException e) {
            return new ReachableAccounts(List.copyOf(found.values()), Problems.of(e));
        }
    }

    @Override
    public Connection confirm(PendingConnection pending, Collection<AdAccountId> chosen) {
        LivePendingConnection mine = (LivePendingConnection) pending;
        return Problems.explained(() -> stored(mine, chosen, picked(found(mine, chosen), chosen)));
    }

    @Override
    public Connection keep(PendingConnection pending) {
        LivePendingConnection mine = (LivePendingConnection) pending;
        return Problems.explained(() -> stored(mine, store.connections().chosen(mine.tenant()), List.of()));
    }

    private Connection stored(LivePendingConnection mine, Collection<AdAccountId> chosen, List<AdAccount> accounts) {
        TenantId tenant = mine.tenant();
        quiet.silence(tenant);
        apis.forget(tenant);
        Connection connection = mine.connection();
        try (SecretBytes token = SecretBytes.owning(mine.token().copy())) {
            store.inTransaction(() -> {
                String before = store.connections().find(tenant).map(old -> described(old, "")).orElse("");
                store.connections().save(tenant, connection, token);
                store.connections().choose(tenant, List.copyOf(chosen));
                recordDone(new Deed(tenant, "connection.connect", connection.userId(), connection.userName(),
                        before, described(connection, chosen)));
            });
        }
        accounts.forEach(account -> store.accounts().put(tenant, account, clock.instant()));
        mine.close();
        changed(tenant);
        return connection;
    }

    /// The accounts of the last search, and any that was chosen without one.
    private List<AdAccount> found(LivePendingConnection pending, Collection<AdAccountId> chosen) {
        List<AdAccount> found = new ArrayList<>(pending.found());
        Set<AdAccountId> known = found.stream().map(AdAccount::id).collect(Collectors.toSet());
        for (AdAccountId id : chosen) {
            if (!known.contains(id)) {
                found.add(graph.forTenant(pending.tenant(), pending.token()).adAccount(id));
            }
        }
        return found;
    }

    @Override
    public void choose(TenantId tenant, Collection<AdAccountId> chosen) {
        Problems.explained(() -> {
            List<AdAccountId> before = store.connections().chosen(tenant);
            List<AdAccount> known = new ArrayList<>();
            for (AdAccountId id : chosen) {
                known.add(store.accounts().find(tenant, id).or(() -> searched(tenant, id))
                        .orElseGet(() -> apis.api(tenant).adAccount(id)));
            }
            picked(known, chosen);
            store.inTransaction(() -> {
                store.connections().choose(tenant, List.copyOf(chosen));
                recordDone(new Deed(tenant, "connection.accounts", "", "", accounts(before), accounts(chosen)));
            });
            known.forEach(account -> store.accounts().put(tenant, account, clock.instant()));
            changed(tenant);
            return chosen;
        });
    }

    /// The account as the last search found it.
    private Optional<AdAccount> searched(TenantId tenant, AdAccountId id) {
        return Optional.ofNullable(searched.getIfPresent(tenant)).stream()
                .flatMap(reached -> reached.accounts().stream()).filter(account -> account.id().equals(id))
                .findFirst();
    }

    private static List<AdAccount> picked(List<AdAccount> found, Collection<AdAccountId> chosen) {
        if (chosen.isEmpty()) {
            throw new DeskException(Problem.invalid("accounts", "No ad account is chosen", "Tick at least one."));
        }
        Map<AdAccountId, AdAccount> byId = found.stream()
                .collect(Collectors.toMap(AdAccount::id, account -> account, (one, same) -> one));
        List<AdAccount> picked = new ArrayList<>();
        for (AdAccountId id : chosen) {
            AdAccount account = byId.get(id);
            if (account == null) {
                throw new DeskException(Problem.invalid("accounts", "This sign-in does not reach every chosen account",
                        "Search for the accounts again, then choose."));
            }
            if (!account.status().connectable()) {
                throw new DeskException(Problem.invalid("accounts", "“" + account.name() + "” is closed or disabled",
                        "Leave it out; Facebook lets nobody work with it."));
            }
            picked.add(account);
        }
        return picked;
    }

    @Override
    public List<AdAccount> accounts(TenantId tenant) {
        return Problems.explained(() -> store.connections().chosen(tenant).stream()
                .flatMap(id -> store.accounts().find(tenant, id).stream()).toList());
    }

    @Override
    public Connection renew(TenantId tenant) {
        return Problems.explained(() -> {
            Connection before = store.connections().find(tenant).orElseThrow(LiveConnectionService::notConnected);
            if (before.kind() == Connection.Kind.SYSTEM_USER) {
                throw new DeskException(Problem.of(Kind.REFUSED, "A system user's token is not renewed here",
                        "Make a new token in the business's settings at Meta and paste it."));
            }
            try (AccessToken live = apis.token(tenant)) {
                LoginResult renewed = flows.get().renew(live, tenant);
                try (AccessToken fresh = renewed.token(); SecretBytes secret = SecretBytes.owning(fresh.copy())) {
                    store.inTransaction(() -> {
                        store.connections().renew(tenant, renewed.connection(), secret);
                        recordDone(new Deed(tenant, "connection.renew", before.userId(), before.userName(),
                                described(before, ""), described(renewed.connection(), "")));
                    });
                }
                apis.forget(tenant);
                changed(tenant);
                return renewed.connection();
            } catch (RuntimeException e) {
                DeskException told = Problems.exception(e);
                audit.note(new Deed(tenant, "connection.renew", before.userId(), before.userName(),
                        described(before, ""), ""), Outcome.REFUSED, AuditTrail.traceId(e), Source.APP);
                throw told;
            }
        });
    }

    @Override
    public Optional<Problem> disconnect(TenantId tenant) {
        return Problems.explained(() -> {
            Optional<Connection> before = store.connections().find(tenant);
            if (before.isEmpty()) {
                return Optional.<Problem>empty();
            }
            quiet.silence(tenant);
            Optional<GraphException> failure = revoke(tenant);
            apis.forget(tenant);
            store.inTransaction(() -> {
                store.connections().remove(tenant);
                audit.record(new Deed(tenant, "connection.disconnect", before.get().userId(), before.get().userName(),
                        described(before.get(), ""), Json.of(Map.of("revoked", failure.isEmpty()))), Outcome.DONE,
                        failure.map(GraphException::traceId).orElse(""), Source.APP);
            });
            store.forgetReadings(tenant);
            changed(tenant);
            return failure.map(e -> new Problem(Kind.UNCERTAIN, "Signed out here, but Facebook could not be told",
                    "Remove the app by hand: at facebook.com, Settings, Business integrations.", "", null,
                    GraphProblems.details(e)));
        });
    }

    /// A token that is dead already needs no revoking.
    private Optional<GraphException> revoke(TenantId tenant) {
        try (AccessToken token = apis.token(tenant)) {
            graph.forTenant(tenant, token).revoke();
            return Optional.empty();
        } catch (GraphException e) {
            return e.kind() == GraphException.Kind.TOKEN ? Optional.empty() : Optional.of(e);
        }
    }

    /// Ends every sign-in that is under way.
    @Override
    public void close() {
        synchronized (attempts) {
            attempts.values().forEach(LiveLoginAttempt::close);
            attempts.clear();
        }
    }

    private void recordDone(Deed deed) {
        audit.record(deed, Outcome.DONE, "", Source.APP);
    }

    private void changed(TenantId tenant) {
        searched.invalidate(tenant);
        audit.tell();
        quiet.wake(tenant);
        events.publish(new DeskEvent.ConnectionChanged(tenant));
    }

    private static DeskException notConnected() {
        return new DeskException(Problem.of(Kind.SIGN_IN_NEEDED, "This client is not connected to Facebook",
                "Sign it in on the Setup tab."));
    }

    private static String described(Connection connection, String way) {
        Map<String, Object> values = values(connection);
        if (!way.isEmpty()) {
            values.put("way", way);
        }
        return Json.of(values);
    }

    private static String described(Connection connection, Collection<AdAccountId> chosen) {
        Map<String, Object> values = values(connection);
        values.put("accounts", chosen.stream().map(AdAccountId::value).toList());
        return Json.of(values);
    }

    private static Map<String, Object> values(Connection connection) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("user", connection.userName());
        values.put("kind", connection.kind().name());
        values.put("granted", new TreeSet<>(connection.granted()));
        if (connection.expiresAt() != null) {
            values.put("expiresAt", connection.expiresAt().toString());
        }
        return values;
    }

    private static String accounts(Collection<AdAccountId> ids) {
        return Json.of(Map.of("accounts", ids.stream().map(AdAccountId::value).toList()));
    }
}
