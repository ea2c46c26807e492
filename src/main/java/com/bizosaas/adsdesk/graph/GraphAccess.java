package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.AdAccountId;
import com.bizosaas.adsdesk.domain.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes each tenant's own client: its own connections and cookies, under the app-wide limits.
public interface GraphAccess extends AutoCloseable {

    /// @param token stays the caller's to close; the client fails once it is closed
    AdsApi forTenant(TenantId tenant, AccessToken token);

    /// Closes the tenant's connections and cancels what is running for it.
    void forget(TenantId tenant);

    /// Shares of Facebook's limits used by an account and by the app, as the last replies told.
    Usage usage(TenantId tenant, AdAccountId account);

    /// What an account still takes, by what the replies told and what was sent since.
    Forecast forecast(TenantId tenant, AdAccountId account);

    /// Keeps points of an account's allowance for what a tenant publishes: reading that nobody clicked goes only beyond
    /// them, and is otherwise refused as limited, with the time at which it is worth another try.
    ///
    /// @param points in place of those kept before for the same need; zero for none
    void reserve(TenantId tenant, AdAccountId account, Need need, int points);

    /// Keeps the state of the limits over a restart; takes over what was kept.
    void remember(LimitMemory memory);

    /// Keeps report runs over a restart. Say so before the first client is made.
    void remember(RunMemory memory);

    /// Takes over which fields are gone, and keeps what is found out.
    void remember(FieldMemory memory);

    /// A client for signing in, before any tenant's token is stored; the app's limits are the same as for all others.
    ///
    /// @param transport of its own: sign-ins share no connections with tenants
    /// @param token null for the OAuth calls, which carry their own secrets
    GraphClient signIn(GraphSettings settings, GraphTransport transport, TenantId tenant, @Nullable AccessToken token);

    /// The tenant's requests of the last hours, newest first.
    List<LoggedCall> requests(TenantId tenant);

    /// How far this computer's clock is ahead of Facebook's, negative when it is behind; zero while it does not matter.
    Duration clockAhead();

    /// The version that Facebook answers with in place of the one that is set, empty while they are the same.
    String servedInstead();

    /// Fields that Facebook no longer knows and that are left out of reads, such as "old_score of ads"; empty as a rule.
    List<String> goneFields();

    /// Called after replies that moved the usage; must return at once.
    void onUsage(Runnable listener);

    @Override
    void close();

    /// What points are kept for.
    enum Need {
        /// What is under review and was estimated; for two minutes.
        REVIEWED,
        /// What is being sent; until it is given back.
        PUBLISHED
    }

    /// Percentages of the allowance.
    ///
    /// @param blockedUntil when a closed window opens again, null while nothing is closed
    record Usage(double calls, double cpu, double time, @Nullable Instant blockedUntil) {

        public static final Usage NONE = new Usage(0, 0, 0, null);
    }

    /// What is left of an ad account's allowance (graph-api chapter 12: a read costs one point, a write three).
    ///
    /// @param points that are left before a limit holds calls up
    /// @param allowance points within 300 seconds, by the app's access tier
    /// @param wholeAt when all of it has come back if nothing more is sent, null while all is there
    /// @param blockedUntil when a closed window opens again, null while nothing is closed
    record Forecast(double points, int allowance, @Nullable Instant wholeAt, @Nullable Instant blockedUntil) {

        private static final long WINDOW = 300_000;

        /// Points that come back within a millisecond.
        public double perMilli() {
            return (double) allowance / WINDOW;
        }

        /// How many writes go out before a limit holds them up.
        public long writes() {
            return (long) (points / GraphRequest.Effect.UPDATE.points());
        }

        /// How long the limits hold a job up, the network's own time apart.
        public Duration takes(int reads, int writes, Instant now) {
            long wanted = reads + (long) writes * GraphRequest.Effect.UPDATE.points();
            Instant opens = blockedUntil;
            boolean closed = opens != null && opens.isAfter(now);
            // A window that opens again opens on a whole allowance.
            double missing = Math.max(0, wanted - (closed ? allowance : points));
            Duration wait = Duration.ofMillis(Math.round(missing / perMilli()));
            return closed ? wait.plus(Duration.between(now, opens)) : wait;
        }
    }
}
