package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.AuditEntry.Outcome;
import com.bizosaas.adsdesk.domain.AuditEntry.Source;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.Connection.Broken;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.AdsApi;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.ConnectionStore;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.sync.ApiSource;
import com.bizosaas.adsdesk.sync.NotConnectedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Each tenant's client with its stored token. Whoever calls through it, a token that Facebook refuses marks the
/// connection broken and is not sent again; one that was checkpointed is kept and tried (graph-api chapter 11).
///
/// Thread-safe. Tokens in memory are zeroed when their tenant leaves and on closing.
final class TenantApis implements ApiSource, AutoCloseable {

    private final ConnectionStore connections;
    private final GraphAccess graph;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final DeskEvents events;
    private final Map<TenantId, Open> open = new HashMap<>();

    private static final class Open {

        private final AccessToken token;
        private final AdsApi api;
        private volatile @Nullable Broken broken;
        private volatile boolean left;

        Open(AccessToken token, AdsApi api, @Nullable Broken broken) {
            this.token = token;
            this.api = api;
            this.broken = broken;
        }
    }

    TenantApis(ConnectionStore connections, GraphAccess graph, AuditTrail audit, InstantSource clock,
            DeskEvents events) {
        this.connections = connections;
        this.graph = graph;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public AdsApi api(TenantId tenant) {
        Connection connection = connections.find(tenant).orElseThrow(() -> new NotConnectedException(tenant));
        Broken broken = connection.broken();
        if (broken != null && broken != Broken.CHECKPOINT) {
            throw dead(broken);
        }
        Instant end = connection.expiresAt();
        if (end != null && !end.isAfter(clock.instant())) {
            throw dead(Broken.EXPIRED);
        }
        synchronized (open) {
            Open known = open.get(tenant);
            if (known == null) {
                AccessToken token = token(tenant);
                known = new Open(token, graph.forTenant(tenant, token), broken);
                open.put(tenant, known);
            }
            return watched(tenant, known);
        }
    }

    /// The stored token; the caller closes it.
    AccessToken token(TenantId tenant) {
        try (SecretBytes secret = connections.token(tenant).orElseThrow(() -> new NotConnectedException(tenant))) {
            return secret.with(bytes -> new AccessToken(bytes.clone()));
        }
    }

    /// The tenant's sign-in changed or ended: its connections are closed, and what runs for it is cancelled.
    void forget(TenantId tenant) {
        Open known;
        synchronized (open) {
            known = open.remove(tenant);
        }
        if (known != null) {
            known.left = true;
        }
        graph.forget(tenant);
        if (known != null) {
            known.token.close();
        }
    }

    /// Gives up connections that only look alive after a sleep.
    void renew() {
        List<TenantId> tenants;
        synchronized (open) {
            tenants = List.copyOf(open.keySet());
        }
        tenants.forEach(this::forget);
    }

    @Override
    public void close() {
        renew();
    }

    /// Without a request, for Facebook is known to refuse it.
    private static GraphException dead(Broken reason) {
        int subcode = switch (reason) {
            case APP_REMOVED -> 458;
            case CHECKPOINT -> 459;
            case PASSWORD_CHANGED -> 460;
            case EXPIRED, DATA_ACCESS_EXPIRED -> 463;
            case LOGGED_OUT -> 467;
            case INVALID -> 0;
        };
        return new GraphException(GraphException.Kind.TOKEN, "Facebook refused this sign-in before", 190, subcode, "",
                "", "", List.of(), null, null);
    }

    private AdsApi watched(TenantId tenant, Open target) {
        return (AdsApi) Proxy.newProxyInstance(AdsApi.class.getClassLoader(), new Class<?>[]{AdsApi.class},
                (proxy, method, arguments) -> call(tenant, target, method, arguments));
    }

    private @Nullable Object call(TenantId tenant, Open target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object answer = method.invoke(target.api, arguments);
            if (target.broken != null && method.getDeclaringClass() != Object.class) {
                mended(tenant, target);
            }
            return answer;
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof GraphException failure) {
                note(tenant, target, failure);
            } else if (target.left && cause instanceof IllegalStateException) {
                throw GraphException.of(GraphException.Kind.CANCELLED, "The sign-in ended meanwhile", cause);
            }
            throw cause;
        }
    }

    private void note(TenantId tenant, Open target, GraphException failure) {
        Broken reason = GraphProblems.broken(failure);
        if (reason == null && failure.kind() == GraphException.Kind.PERMISSION && dataAccessEnded(tenant)) {
            reason = Broken.DATA_ACCESS_EXPIRED;
        }
        if (reason == null || reason == target.broken) {
            return;
        }
        target.broken = reason;
        connections.markBroken(tenant, reason);
        audit.note(new Deed(tenant, "connection.broken", "", "", "", Json.of(Map.of("reason", reason.name()))),
                Outcome.DONE, failure.traceId(), Source.META);
        events.publish(new DeskEvent.ConnectionChanged(tenant));
    }

    private boolean dataAccessEnded(TenantId tenant) {
        Instant end = connections.find(tenant).map(Connection::dataAccessExpiresAt).orElse(null);
        return end != null && !end.isAfter(clock.instant());
    }

    private void mended(TenantId tenant, Open target) {
        target.broken = null;
        connections.markBroken(tenant, null);
        audit.note(new Deed(tenant, "connection.mended", "", "", "", ""), Outcome.DONE, "", Source.META);
        events.publish(new DeskEvent.ConnectionChanged(tenant));
    }
}
