package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.domain.AdAccount;
import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.service.PendingConnection;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.ReachableAccounts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Nordlys is connected with its web shop; a sign-in that completes reaches all sample accounts.
public final class FakeConnections implements ConnectionService {

    public final Map<TenantId, Connection> stored = new HashMap<>(
            Map.of(Samples.NORDLYS.id(), Samples.connection()));
    public final Map<TenantId, List<AdAccount>> chosen = new HashMap<>(
            Map.of(Samples.NORDLYS.id(), List.of(Samples.WEBSHOP)));
    public List<AdAccount> reachable = Samples.ACCOUNTS;
    public @Nullable Problem listProblem;
    public @Nullable Problem beginProblem;
    public @Nullable Problem completeProblem;
    public @Nullable Problem revokeProblem;
    public @Nullable FakeAttempt lastAttempt;
    public boolean lastAskedAgain;
    public @Nullable URI cameBack;
    public String lastToken = "";
    public Set<String> missing = Set.of();
    public int closedPending;
    public final java.util.List<String> calls = new java.util.ArrayList<>();

    @Override
    public Optional<Connection> connection(TenantId tenant) {
        return Optional.ofNullable(stored.get(tenant));
    }

    @Override
    public LoginAttempt begin(TenantId tenant, boolean again) {
        if (beginProblem != null) {
            throw new DeskException(beginProblem);
        }
        lastAskedAgain = again;
        lastAttempt = new FakeAttempt(tenant);
        return lastAttempt;
    }

    @Override
    public PendingConnection complete(LoginAttempt attempt, URI address) {
        cameBack = address;
        if (completeProblem != null) {
            throw new DeskException(completeProblem);
        }
        return new FakePending(attempt.tenant());
    }

    @Override
    public PendingConnection useToken(TenantId tenant, char[] token) {
        lastToken = new String(token);
        Arrays.fill(token, '\0');
        if (completeProblem != null) {
            throw new DeskException(completeProblem);
        }
        return new FakePending(tenant);
    }

    @Override
    public ReachableAccounts reachable(PendingConnection pending, IntConsumer progress) {
        return list(progress);
    }

    @Override
    public ReachableAccounts reachable(TenantId tenant, IntConsumer progress) {
        return list(progress);
    }

    private ReachableAccounts list(IntConsumer progress) {
        progress.accept(reachable.size());
        return new ReachableAccounts(reachable, listProblem);
    }

    @Override
    public Connection confirm(PendingConnection pending, Collection<AdAccountId> ids) {
        calls.add("confirm " + pending.tenant() + " " + ids.size());
        stored.put(pending.tenant(), pending.connection());
        choose(pending.tenant(), ids);
        return pending.connection();
    }

    @Override
    public Connection keep(PendingConnection pending) {
        calls.add("keep " + pending.tenant());
        stored.put(pending.tenant(), pending.connection());
        return pending.connection();
    }

    @Override
    public void choose(TenantId tenant, Collection<AdAccountId> ids) {
        calls.add("choose " + tenant + " " + ids.size());
        chosen.put(tenant, reachable.stream().filter(account -> ids.contains(account.id())).toList());
    }

    @Override
    public List<AdAccount> accounts(TenantId tenant) {
        return chosen.getOrDefault(tenant, List.of());
    }

    @Override
    public Connection renew(TenantId tenant) {
        Connection old = stored.get(tenant);
        Connection renewed = Samples.connection(Samples.NOW.plus(Duration.ofDays(60)), null);
        calls.add("renew " + tenant + " " + old.userName());
        stored.put(tenant, renewed);
        return renewed;
    }

    @Override
    public Optional<Problem> disconnect(TenantId tenant) {
        calls.add("disconnect " + tenant);
        stored.remove(tenant);
        chosen.remove(tenant);
        return Optional.ofNullable(revokeProblem);
    }

    /// A sign-in that comes back when a test says so.
    public static final class FakeAttempt implements LoginAttempt {

        private final TenantId tenant;
        public URI dialog = URI.create("https://www.facebook.com/v26.0/dialog/oauth?state=x");
        public URI redirect = URI.create("http://localhost:3002/api/brain/integrations/facebook-ads/oauth");
        public Instant expiresAt = Samples.NOW.plus(Duration.ofMinutes(10));
        public Optional<Problem> loopbackProblem = Optional.empty();
        public final CompletableFuture<URI> loopback = new CompletableFuture<>();
        public boolean closed;

        public FakeAttempt(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public TenantId tenant() {
            return tenant;
        }

        @Override
        public URI dialog() {
            return dialog;
        }

        @Override
        public URI redirect() {
            return redirect;
        }

        @Override
        public Instant expiresAt() {
            return expiresAt;
        }

        @Override
        public String stateHint() {
            return "9F3C…71D2";
        }

        @Override
        public boolean isRedirect(URI address) {
            return java.util.Objects.equals(address.getScheme(), redirect.getScheme())
                    && java.util.Objects.equals(address.getHost(), redirect.getHost())
                    && address.getPort() == redirect.getPort()
                    && java.util.Objects.equals(address.getPath(), redirect.getPath());
        }

        @Override
        public CompletableFuture<URI> loopback() {
            return loopback;
        }

        @Override
        public Optional<Problem> loopbackProblem() {
            return loopbackProblem;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class FakePending implements PendingConnection {

        private final TenantId tenant;

        FakePending(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public TenantId tenant() {
            return tenant;
        }

        @Override
        public Connection connection() {
            return Samples.connection();
        }

        @Override
        public Set<String> missingPermissions() {
            return missing;
        }

        @Override
        public void close() {
            closedPending++;
        }
    }
}
