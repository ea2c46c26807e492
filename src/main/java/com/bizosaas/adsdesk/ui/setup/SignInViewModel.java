package com.bizosaas.adsdesk.ui.setup;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.ConnectionService;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.service.PendingConnection;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt;
import com.bizosaas.adsdesk.ui.login.ConsentPrompt.Outcome;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One sign-in by any of the three ways: the desk's window, the system's browser, a pasted token. Whichever answer of an
/// attempt comes first counts; a later one is dropped. FX thread only.
final class SignInViewModel {

    private final ConnectionService connections;
    private final TaskRunner tasks;
    private final ConsentPrompt prompt;
    private final Consumer<URI> browser;
    private final Consumer<PendingConnection> signedIn;
    private final ReadOnlyObjectWrapper<SignInProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            SignInProgress.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final ReadOnlyObjectWrapper<@Nullable Problem> notice = new ReadOnlyObjectWrapper<>(this, "notice", null);
    private @Nullable LoginAttempt attempt;
    private int generation;

    /// @param browser opens an address in the system's browser
    /// @param signedIn receives the token's owner, to be confirmed
    SignInViewModel(ConnectionService connections, TaskRunner tasks, ConsentPrompt prompt, Consumer<URI> browser,
            Consumer<PendingConnection> signedIn) {
        this.connections = connections;
        this.tasks = tasks;
        this.prompt = prompt;
        this.browser = browser;
        this.signedIn = signedIn;
    }

    ReadOnlyObjectProperty<SignInProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Why the last sign-in did not succeed.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What is worth knowing while one is under way, such as a port that is taken.
    ReadOnlyObjectProperty<@Nullable Problem> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// @param again whether to ask again for declined permissions
    /// @param inBrowser whether to open the system's browser rather than the desk's window
    void begin(Tenant tenant, boolean again, boolean inBrowser) {
        stop();
        int mine = generation;
        progress.set(SignInProgress.WAITING_FOR_CONSENT);
        tasks.call(() -> connections.begin(tenant.id(), again)).onSuccess(begun -> {
            if (mine != generation) {
                begun.close();
                return;
            }
            attempt = begun;
            notice.set(begun.loopbackProblem().orElse(null));
            begun.loopback().thenAccept(address -> tasks.onFxThread(() -> cameBack(begun, address)));
            if (inBrowser) {
                useBrowser(begun);
            } else {
                prompt.open(tenant, begun, outcome -> ended(begun, outcome));
            }
        }).onError(thrown -> failed(Problems.of(thrown))).start();
    }

    private void ended(LoginAttempt of, Outcome outcome) {
        if (of != attempt) {
            return;
        }
        switch (outcome) {
            case Outcome.CameBack(URI address) -> cameBack(of, address);
            case Outcome.UseBrowser() -> useBrowser(of);
            case Outcome.Closed() -> failed(Problem.of(Problem.Kind.CANCELLED, "Sign-in was cancelled",
                    "Nothing was stored. Sign in again when you are ready."));
            case Outcome.Failed(Problem reason) -> failed(reason);
        }
    }

    private void useBrowser(LoginAttempt of) {
        if (of.loopbackProblem().isPresent()) {
            failed(of.loopbackProblem().get());
        } else {
            browser.accept(of.dialog());
        }
    }

    /// Brings the sign-in window forward.
    void showWindow() {
        prompt.show();
    }

    void cancel() {
        stop();
    }

    private void cameBack(LoginAttempt of, URI address) {
        if (of != attempt || progress.get() != SignInProgress.WAITING_FOR_CONSENT) {
            return;
        }
        int mine = generation;
        prompt.close();
        progress.set(SignInProgress.CHECKING);
        tasks.call(() -> connections.complete(of, address)).onSuccess(pending -> succeeded(mine, pending))
                .onError(thrown -> {
                    if (mine == generation) {
                        failed(Problems.of(thrown));
                    }
                }).start();
    }

    /// The third way in. The characters are taken over and wiped.
    void useToken(Tenant tenant, char[] token) {
        stop();
        int mine = generation;
        progress.set(SignInProgress.CHECKING);
        tasks.call(() -> connections.useToken(tenant.id(), token)).onSuccess(pending -> succeeded(mine, pending))
                .onError(thrown -> {
                    if (mine == generation) {
                        failed(Problems.of(thrown));
                    }
                }).start();
    }

    private void succeeded(int mine, PendingConnection pending) {
        if (mine != generation) {
            pending.close();
            return;
        }
        stop();
        signedIn.accept(pending);
    }

    private void failed(Problem reason) {
        stop();
        problem.set(reason);
    }

    /// Ends whatever is under way; its late answers are dropped.
    private void stop() {
        generation++;
        problem.set(null);
        notice.set(null);
        progress.set(SignInProgress.IDLE);
        prompt.close();
        LoginAttempt old = attempt;
        attempt = null;
        if (old != null) {
            tasks.run(old::close).start();
        }
    }
}
