package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One sign-in that was started and has not ended: its `state` is good for one use and ten minutes, and for this tenant
/// alone. Closing it makes its state worthless and frees the loopback port.
public interface LoginAttempt extends AutoCloseable {

    TenantId tenant();

    /// The dialog's address, to be opened in the sign-in window or in the system browser.
    URI dialog();

    /// The configured redirect address.
    URI redirect();

    Instant expiresAt();

    /// A few characters of the state, so that a person can tell two windows apart.
    String stateHint();

    /// Whether this address is the redirect that ends the sign-in: scheme, host, port and path equal, query apart.
    boolean isRedirect(URI address);

    /// Completes with the full redirect address when the loopback listener receives it (sign-in by system browser).
    CompletableFuture<URI> loopback();

    /// Why the loopback listener could not be started, empty when it listens; the sign-in window works all the same.
    Optional<Problem> loopbackProblem();

    @Override
    void close();
}
