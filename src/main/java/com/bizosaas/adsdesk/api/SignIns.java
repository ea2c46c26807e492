package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.Problems;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sign-ins that were started without a window and whose dialog has not come back. The answer arrives on the configured
/// redirect address or at the API's own callback; the first one counts. A token that arrives is stored at once, with no ad
/// account chosen, so that a restart between sign-in and choice loses nothing. Thread-safe.
final class SignIns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final ConnectionService connections;
    private final InstantSource clock;
    private final Map<TenantId, Waiting> waiting = new ConcurrentHashMap<>();
    private final Map<TenantId, Problem> failures = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("api-sign-in-", 0).factory());

    /// A sign-in under way.
    ///
    /// @param state in full: it goes to whoever started the sign-in, who needs it to tell answers apart
    record Waiting(LoginAttempt attempt, String state) {
        @Override
        public String toString() {
            return "Waiting[" + attempt.tenant() + "]";
        }
    }

    SignIns(ConnectionService connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /// Starts a sign-in; an earlier one of the tenant ends.
    Waiting start(TenantId tenant, boolean again) {
        LoginAttempt attempt = connections.begin(tenant, again);
        Waiting started = new Waiting(attempt, parameter(attempt.dialog().getRawQuery(), "state"));
        waiting.put(tenant, started);
        failures.remove(tenant);
        attempt.loopback().thenAcceptAsync(cameBack -> finishQuietly(started, cameBack), threads)
                .exceptionally(_ -> null);
        return started;
    }

    /// The tenant's sign-in that still can come back.
    Optional<Waiting> of(TenantId tenant) {
        Waiting found = waiting.get(tenant);
        if (found != null && !clock.instant().isBefore(found.attempt.expiresAt())) {
            waiting.remove(tenant, found);
            found.attempt.close();
            failures.put(tenant, Problem.of(Problem.Kind.CANCELLED, "The sign-in took longer than ten minutes",
                    "Nothing was stored. Start it again."));
            return Optional.empty();
        }
        return Optional.ofNullable(found);
    }

    /// Why the tenant's last sign-in ended without a token.
    Optional<Problem> failure(TenantId tenant) {
        return Optional.ofNullable(failures.get(tenant));
    }

    /// Ends the sign-in that an answer belongs to.
    ///
    /// @param query as the dialog sent it, raw
    /// @throws ApiProblem if no sign-in waits for this answer
    Connection finish(String query) {
        String state = parameter(query, "state");
        for (Waiting each : waiting.values()) {
            if (same(each.state, state)) {
                URI redirect = each.attempt.redirect();
                return finish(each, URI.create(redirect + (redirect.getRawQuery() == null ? "?" : "&") + query));
            }
        }
        throw new ApiProblem(400, "unknown-state", "No sign-in waits for this answer",
                "It was answered, replaced or given up, or it took longer than ten minutes. Start the sign-in again.",
                "state");
    }

    private void finishQuietly(Waiting started, URI cameBack) {
        try {
            Connection connection = finish(started, cameBack);
            LOG.info("{} signed in as {}", started.attempt.tenant(), connection.userId());
        } catch (RuntimeException e) {
            LOG.info("A sign-in of {} came to nothing: {}", started.attempt.tenant(), Problems.of(e).title());
        }
    }

    private Connection finish(Waiting started, URI cameBack) {
        TenantId tenant = started.attempt.tenant();
        try {
            Connection connection = connections.keep(connections.complete(started.attempt, cameBack));
            failures.remove(tenant);
            return connection;
        } catch (RuntimeException e) {
            if (waiting.get(tenant) == started) {
                failures.put(tenant, Problems.of(e));
            }
            throw e;
        } finally {
            waiting.remove(tenant, started);
            started.attempt.close();
        }
    }

    /// The tenant leaves: nobody waits for it any more.
    void forget(TenantId tenant) {
        failures.remove(tenant);
        Waiting left = waiting.remove(tenant);
        if (left != null) {
            left.attempt.close();
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static String parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return "";
                }
            }
        }
        return "";
    }

    @Override
    public void close() {
        waiting.values().forEach(left -> left.attempt.close());
        waiting.clear();
        threads.shutdownNow();
    }
}
