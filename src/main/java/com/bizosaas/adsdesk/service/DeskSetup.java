package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.graph.HttpTransport;
import com.bizosaas.adsdesk.graph.LiveGraphAccess;
import com.bizosaas.adsdesk.oauth.LoginFlow;
import com.bizosaas.adsdesk.oauth.LoginSettings;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the composition decides about a desk before it is opened.
///
/// @param folder where everything is stored
/// @param graphUrl base address without version and path
/// @param dialogUrl base address without version and path
/// @param fixed settings that come from outside, by the names of [DeskSettings]: `appId`, `apiVersion`, `scopes`
///        (separated by commas or blanks), `redirectUri`
/// @param costs of deriving a key for a new vault or passphrase
/// @param graphs makes the client of an opened desk
/// @param logins makes what signs in to an opened desk
public record DeskSetup(Path folder, URI graphUrl, URI dialogUrl, Map<String, String> fixed, GraphClock clock,
        Supplier<KdfCosts> costs, Function<GraphSettings, GraphAccess> graphs, Supplier<Logins> logins) {

    /// Makes the sign-in of the moment. Closed with the desk, since connections remember what was last sent over them.
    @FunctionalInterface
    public interface Logins extends AutoCloseable {

        LoginFlow flow(LoginSettings settings, Supplier<Optional<byte[]>> appSecret, GraphAccess graph);

        @Override
        default void close() {
            // Nothing to close unless a connection was opened.
        }
    }

    private record LiveLogins(HttpTransport transport, GraphClock clock) implements Logins {

        @Override
        public LoginFlow flow(LoginSettings settings, Supplier<Optional<byte[]>> appSecret, GraphAccess graph) {
            return new LoginFlow(settings, appSecret, transport, clock, graph);
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    public DeskSetup {
        fixed = Map.copyOf(fixed);
    }

    /// A desk over HTTP, with the clock of this computer.
    public static DeskSetup live(Path folder, URI graphUrl, URI dialogUrl, Map<String, String> fixed) {
        GraphClock clock = GraphClock.system();
        return new DeskSetup(folder, graphUrl, dialogUrl, fixed, clock, KdfCosts::calibrated, LiveGraphAccess::new,
                () -> new LiveLogins(new HttpTransport(), clock));
    }
}
