package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.oauth.LoginException;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.oauth.LoginState;
import com.bizosaas.adsdesk.oauth.LoopbackListener;
import com.bizosaas.adsdesk.oauth.RedirectAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A sign-in under way, with the settings it began with.
final class LiveLoginAttempt implements LoginAttempt {

    /// For the browser's page. Longer than the exchange of the code takes on a slow line.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final LoginFlow flow;
    private final LoginState state;
    private final URI dialog;
    private final URI redirect;
    private final @Nullable LoopbackListener listener;
    private final @Nullable Problem listenerProblem;
    private final CompletableFuture<URI> nothingComes = new CompletableFuture<>();

    LiveLoginAttempt(LoginFlow flow, TenantId tenant, URI redirect, boolean again) {
        this.flow = flow;
        this.state = flow.begin(tenant);
        this.dialog = flow.dialog(state, again);
        this.redirect = redirect;
        LoopbackListener started = null;
        Problem problem = null;
        try {
            started = LoopbackListener.start(redirect, address -> state.matches(RedirectAddress.state(address)),
                    PATIENCE);
        } catch (LoginException e) {
            problem = Problems.of(e);
        }
        this.listener = started;
        this.listenerProblem = problem;
    }

    LoginFlow flow() {
        return flow;
    }

    LoginState state() {
        return state;
    }

    @Override
    public TenantId tenant() {
        return state.tenant();
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
        return state.expiresAt();
    }

    @Override
    public String stateHint() {
        return state.hint();
    }

    @Override
    public boolean isRedirect(URI address) {
        return flow.isRedirect(address);
    }

    @Override
    public CompletableFuture<URI> loopback() {
        return listener == null ? nothingComes : listener.received();
    }

    @Override
    public Optional<Problem> loopbackProblem() {
        return Optional.ofNullable(listenerProblem);
    }

    @Override
    public void close() {
        state.discard();
        nothingComes.cancel(false);
        if (listener != null) {
            listener.close();
        }
    }
}
