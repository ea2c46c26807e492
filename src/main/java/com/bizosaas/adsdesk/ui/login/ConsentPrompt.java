package com.bizosaas.adsdesk.ui.login;

import com.bizosaas.adsdesk.domain.Tenant;
import com.bizosaas.adsdesk.service.LoginAttempt;
import com.bizosaas.adsdesk.service.Problem;
import java.net.URI;
import java.util.function.Consumer;

/// Shows a sign-in and says how it ended. FX thread only.
public interface ConsentPrompt {

    /// Opens the sign-in window for an attempt; exactly one call of `ended` follows, on the FX thread. A window that is
    /// still open for another attempt ends first, as closed.
    void open(Tenant tenant, LoginAttempt attempt, Consumer<Outcome> ended);

    /// Brings an open sign-in window to the front.
    void show();

    /// Closes the window without a further call of `ended`.
    void close();

    /// How a sign-in window ended.
    sealed interface Outcome {

        /// It came back to the redirect address; hand it to `ConnectionService.complete`.
        record CameBack(URI address) implements Outcome {
            @Override
            public String toString() {
                return "CameBack[…]";
            }
        }

        /// The operator wants the system browser; the attempt's loopback listener goes on waiting.
        record UseBrowser() implements Outcome {
        }

        record Closed() implements Outcome {
        }

        /// It took too long.
        record Failed(Problem problem) implements Outcome {
        }
    }
}
