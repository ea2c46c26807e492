package com.bizosaas.adsdesk.oauth;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/// The `state` of one sign-in: 256 random bits, good once, for ten minutes, for one tenant (robustness "Sign-in", rule 3).
///
/// Thread-safe.
public final class LoginState {

    public static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int BYTES = 32;
    private static final int HINT = 6;

    private final TenantId tenant;
    private final String value;
    private final Instant expiresAt;
    private final InstantSource clock;
    private boolean used;

    private LoginState(TenantId tenant, String value, InstantSource clock) {
        this.tenant = tenant;
        this.value = value;
        this.clock = clock;
        this.expiresAt = clock.instant().plus(LIFETIME);
    }

    public static LoginState issue(TenantId tenant, InstantSource clock, SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new LoginState(tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(bits), clock);
    }

    public TenantId tenant() {
        return tenant;
    }

    /// For the dialog's address.
    public String value() {
        return value;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /// A few characters, so that a person can tell two windows apart.
    public String hint() {
        return value.substring(0, HINT);
    }

    /// Whether this is the state that came back, without using it up. Takes the same time for every answer.
    public boolean matches(String echoed) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), echoed.getBytes(StandardCharsets.UTF_8));
    }

    /// Uses the state up. An answer to another sign-in leaves it as it is, so that a stranger's cannot end ours.
    ///
    /// @throws LoginException if it is not this state, not this tenant, too late, or the second time
    public synchronized void redeem(TenantId asking, String echoed) {
        if (!matches(echoed) || !tenant.equals(asking)) {
            throw new LoginException(Reason.STATE_FOREIGN, "The answer belongs to another sign-in");
        }
        if (used) {
            throw new LoginException(Reason.STATE_USED, "This sign-in has been ended already");
        }
        used = true;
        if (!clock.instant().isBefore(expiresAt)) {
            throw new LoginException(Reason.STATE_LATE, "This sign-in was good for ten minutes");
        }
    }

    /// Makes it worthless, because its sign-in was closed.
    public synchronized void discard() {
        used = true;
    }

    @Override
    public String toString() {
        return "LoginState[" + tenant + ", " + hint() + "…]";
    }
}
