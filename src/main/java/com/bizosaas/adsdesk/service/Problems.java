package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.keyring.KeyringException;
import com.bizosaas.adsdesk.oauth.LoginException;
import com.bizosaas.adsdesk.service.Problem.Kind;
import com.bizosaas.adsdesk.store.StoreException;
import com.bizosaas.adsdesk.store.vault.VaultException;
import com.bizosaas.adsdesk.sync.NotConnectedException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// The one place where what went wrong becomes words for the person at the desk. Causes keep the technical truth; a
/// [Problem] holds no secret and no stack trace.
public final class Problems {

    private Problems() {
    }

    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case DeskException e -> e.problem();
            case GraphException e -> GraphProblems.of(e);
            case LoginException e -> LoginProblems.of(e);
            case VaultException e -> StoreProblems.of(e);
            case StoreException e -> StoreProblems.of(e);
            case NotConnectedException e -> Problem.of(Kind.SIGN_IN_NEEDED, "This client is not connected to Facebook",
                    "Sign it in on the Setup tab.");
            case KeyringException e -> Problem.of(Kind.FAILED,
                    Objects.requireNonNullElse(e.getMessage(), "The computer's keyring failed."),
                    "Type your passphrase: it opens the desk as always.");
            case CancellationException e -> Problem.of(Kind.CANCELLED, "Cancelled", "Nothing was changed by it.");
            default -> new Problem(Kind.FAILED, "Something unexpected went wrong in Ads Desk",
                    "Try again. If it stays, report it with the text under Details.", "", null,
                    thrown.getClass().getSimpleName());
        };
    }

    /// Runs a step of a service; whatever it throws leaves as a [DeskException].
    static <T> T explained(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw exception(e);
        }
    }

    /// The exception with which services let a failure out.
    public static DeskException exception(Throwable thrown) {
        return thrown instanceof DeskException e ? e : new DeskException(of(thrown), thrown);
    }
}
