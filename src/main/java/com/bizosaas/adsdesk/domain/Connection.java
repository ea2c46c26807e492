package com.bizosaas.adsdesk.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a tenant is signed in to Facebook: everything about the token but the token.
///
/// @param granted permissions that were given
/// @param declined permissions that were asked for and refused
/// @param expiresAt when the token ends, null for one that never does
/// @param dataAccessExpiresAt when data access lapses unless the person signs in again, null where there is no such end
/// @param broken why Facebook last refused the token, null while it works
public record Connection(String userId, String userName, String appId, Kind kind, Set<String> granted,
        Set<String> declined, Instant connectedAt, @Nullable Instant expiresAt, @Nullable Instant dataAccessExpiresAt,
        @Nullable Broken broken) {

    /// Whose token it is.
    public enum Kind {
        USER, SYSTEM_USER
    }

    /// The ways in which a token dies (graph-api chapter 11, codes 190 and 102).
    public enum Broken {
        EXPIRED, PASSWORD_CHANGED, APP_REMOVED, CHECKPOINT, LOGGED_OUT, DATA_ACCESS_EXPIRED, INVALID
    }

    public Connection {
        granted = Set.copyOf(granted);
        declined = Set.copyOf(declined);
    }

    public Connection broken(@Nullable Broken reason) {
        return new Connection(userId, userName, appId, kind, granted, declined, connectedAt, expiresAt,
                dataAccessExpiresAt, reason);
    }

    /// The earlier of the two ends, null where there is none.
    public @Nullable Instant endsAt() {
        if (expiresAt == null) {
            return dataAccessExpiresAt;
        }
        return dataAccessExpiresAt == null || expiresAt.isBefore(dataAccessExpiresAt) ? expiresAt : dataAccessExpiresAt;
    }

    /// Whole days until the earlier end, rounded down; null for a connection without an end.
    public @Nullable Long daysLeft(InstantSource clock) {
        Instant end = endsAt();
        return end == null ? null : Math.max(0, Duration.between(clock.instant(), end).toDays());
    }

    public boolean works(InstantSource clock) {
        Instant end = endsAt();
        return broken == null && (end == null || end.isAfter(clock.instant()));
    }
}
