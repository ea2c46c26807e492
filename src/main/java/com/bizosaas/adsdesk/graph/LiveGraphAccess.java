package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Clients for all tenants: connections, retry budget and memory of their own for each, one usage budget for the app.
///
/// Thread-safe.
public final class LiveGraphAccess implements GraphAccess {

    private final GraphSettings settings;
    private final GraphClock clock;
    private final UnaryOperator<GraphTransport> observed;
    private final AppWide app;
    private final Map<TenantId, Line> lines = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile RunMemory runs = RunMemory.NONE;
    private volatile boolean closed;

    public LiveGraphAccess(GraphSettings settings) {
        this(settings, GraphClock.system(), UnaryOperator.identity());
    }

    /// @param observed may wrap each tenant's transport, to see what is sent
    public LiveGraphAccess(GraphSettings settings, GraphClock clock, UnaryOperator<GraphTransport> observed) {
        this.settings = settings;
        this.clock = clock;
        this.observed = observed;
        this.app = AppWide.of(new UsageBudget(clock, () -> listeners.forEach(Runnable::run)), clock);
    }

    /// What one tenant has of its own.
    private static final class Line {

        private final HttpTransport http = new HttpTransport();
        private final Retries retries = new Retries(new Random());
        private final AccountMemory memory = new AccountMemory();
        private @Nullable AccessToken token;
        private TokenGate gate;

        Line(GraphClock clock) {
            this.gate = new TokenGate(clock);
        }

        /// A token that Facebook refused stays refused; another one starts afresh.
        synchronized TokenGate gate(AccessToken current, GraphClock clock) {
            if (current != token) {
                token = current;
                gate = new TokenGate(clock);
            }
            return gate;
        }
    }

    @Override
    public AdsApi forTenant(TenantId tenant, AccessToken token) {
        if (closed) {
            throw GraphException.of(GraphException.Kind.CANCELLED, "The desk is closing", null);
        }
        Line line = lines.computeIfAbsent(tenant, _ -> new Line(clock));
        GraphTransport transport = observed.apply(line.http);
        GraphClient client = new GraphClient(new RequestBuilder(settings, token), transport, app, line.retries,
                line.gate(token, clock), clock, tenant);
        return new GraphAdsApi(client, line.memory, runs, new PictureReader(transport));
    }

    @Override
    public GraphClient signIn(GraphSettings asked, GraphTransport transport, TenantId tenant,
            @Nullable AccessToken token) {
        return new GraphClient(new RequestBuilder(asked, token), transport, app, new Retries(new Random()),
                new TokenGate(clock), clock, tenant);
    }

    @Override
    public void forget(TenantId tenant) {
        Line line = lines.remove(tenant);
        if (line != null) {
            line.http.close();
        }
    }

    @Override
    public Usage usage(TenantId tenant, AdAccountId account) {
        return app.budget().usage(tenant, account);
    }

    @Override
    public Forecast forecast(TenantId tenant, AdAccountId account) {
        return app.budget().forecast(tenant, account);
    }

    @Override
    public void reserve(TenantId tenant, AdAccountId account, Need need, int points) {
        app.budget().reserve(tenant, account, need, points);
    }

    @Override
    public void remember(LimitMemory memory) {
        app.budget().remember(memory);
    }

    @Override
    public void remember(RunMemory memory) {
        runs = memory;
    }

    @Override
    public void remember(FieldMemory memory) {
        app.gone().remember(memory);
    }

    @Override
    public List<LoggedCall> requests(TenantId tenant) {
        return app.log().of(tenant);
    }

    @Override
    public Duration clockAhead() {
        return app.notes().clockAhead();
    }

    @Override
    public String servedInstead() {
        return app.notes().servedInstead();
    }

    @Override
    public List<String> goneFields() {
        return app.gone().told();
    }

    @Override
    public void onUsage(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        closed = true;
        lines.keySet().forEach(this::forget);
    }
}
