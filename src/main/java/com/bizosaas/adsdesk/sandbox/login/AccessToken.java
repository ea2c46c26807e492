package com.bizosaas.adsdesk.sandbox.login;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One user or system-user token.
///
/// @param scopes what the dialog granted when it was made; what has been withdrawn since does not count any more
/// @param expires null for a token that never does
/// @param dataAccessExpires null for a system user, whose data access does not lapse
/// @param death how it was ended before its time, null while it lives
public record AccessToken(String value, String userId, boolean systemUser, Set<String> scopes, Instant issued,
        @Nullable Instant expires, @Nullable Instant dataAccessExpires, @Nullable Death death) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    AccessToken dead(Death how) {
        return new AccessToken(value, userId, systemUser, scopes, issued, expires, dataAccessExpires, how);
    }

    AccessToken alive() {
        return new AccessToken(value, userId, systemUser, scopes, issued, expires, dataAccessExpires, null);
    }

    /// Why it does not work at this moment; null where it works.
    public @Nullable Death deathAt(Instant now) {
        if (death != null) {
            return death;
        }
        return expires != null && !now.isBefore(expires) ? Death.EXPIRED : null;
    }

    @Override
    public String toString() {
        return "token of " + userId;
    }
}
