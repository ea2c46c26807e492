package com.bizosaas.adsdesk.app;

import com.bizosaas.adsdesk.app.Environment.SandboxChoice;
import com.bizosaas.adsdesk.keyring.Keyring;
import com.bizosaas.adsdesk.sandbox.SandboxOptions;
import com.bizosaas.adsdesk.sandbox.SandboxServer;
import com.bizosaas.adsdesk.sandbox.fleet.DrawnThumbnails;
import com.bizosaas.adsdesk.sandbox.fleet.Fleets;
import com.bizosaas.adsdesk.sandbox.graph.Statuses;
import com.bizosaas.adsdesk.sandbox.insights.SeededInsights;
import com.bizosaas.adsdesk.service.DeskServices;
import com.bizosaas.adsdesk.service.DeskSetup;
import com.bizosaas.adsdesk.service.LiveDeskGate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All objects of one start, made in the order of dependence and closed in reverse: the sandbox if it is wanted, then the
/// gate with everything behind it. Whether the other side is Facebook or the sandbox is decided here and known nowhere
/// else.
final class Composition implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Composition.class);

    private static final URI FACEBOOK_GRAPH = URI.create("https://graph.facebook.com");
    private static final URI FACEBOOK_DIALOG = URI.create("https://www.facebook.com");

    private final Environment environment;
    private final @Nullable SandboxServer sandbox;
    private final boolean freshSandbox;
    private final LiveDeskGate gate;

    /// @throws IOException if the sandbox cannot start or its folder cannot be made
    Composition(Environment environment) throws IOException {
        this.environment = environment;
        SandboxChoice choice = environment.sandbox();
        Path state = environment.dataDir().resolve(choice == null
                ? "desk.sandbox.json"
                : "desk.sandbox-" + choice.fleet() + "-" + choice.seed() + ".json");
        this.freshSandbox = choice != null && !Files.exists(state);
        this.sandbox = choice == null ? null : start(choice, state);
        this.gate = new LiveDeskGate(DeskSetup.live(environment.dataDir(), graphUrl(), dialogUrl(), fixed()),
                Keyring.ofThisComputer());
    }

    private static SandboxServer start(SandboxChoice choice, Path state) throws IOException {
        SandboxOptions options = SandboxOptions.of(Fleets.of(choice.fleet(), choice.seed()),
                new SeededInsights(Statuses::effective), new DrawnThumbnails()).withStateFile(state);
        SandboxServer server = SandboxServer.start(options);
        LOG.info("The sandbox serves fleet {} at {}", choice.fleet(), server.graphUrl());
        return server;
    }

    private URI graphUrl() {
        if (sandbox != null) {
            return URI.create(sandbox.graphUrl());
        }
        URI given = environment.graphUrl();
        return given == null ? FACEBOOK_GRAPH : given;
    }

    private URI dialogUrl() {
        if (sandbox != null) {
            return URI.create(sandbox.dialogUrl());
        }
        URI given = environment.dialogUrl();
        return given == null ? FACEBOOK_DIALOG : given;
    }

    /// Settings that come from outside, by the names of the desk's settings.
    private Map<String, String> fixed() {
        Map<String, String> fixed = new HashMap<>();
        OutsideSettings outside = environment.outside();
        outside.get(OutsideSettings.APP_ID).ifPresent(id -> fixed.put("appId", id));
        outside.get(OutsideSettings.API_VERSION).ifPresent(version -> fixed.put("apiVersion", version));
        outside.get(OutsideSettings.SCOPES).ifPresent(scopes -> fixed.put("scopes", scopes));
        outside.get(OutsideSettings.REDIRECT_URI).ifPresent(uri -> fixed.put("redirectUri", uri));
        if (sandbox != null) {
            fixed.put("appId", sandbox.appId());
        }
        return fixed;
    }

    LiveDeskGate gate() {
        return gate;
    }

    /// Moves the app secret that came from outside into the vault, once. Call it off the FX thread after every opening.
    void adoptSecret(DeskServices services) {
        Optional<String> secret = sandbox != null
                ? Optional.of(sandbox.appSecret())
                : environment.outside().get(OutsideSettings.APP_SECRET);
        boolean wanted = !services.settings().hasAppSecret() || freshSandbox;
        if (wanted && secret.isPresent()) {
            services.settings().setAppSecret(secret.get().toCharArray());
            LOG.info("The app secret from outside was moved into the vault");
        }
    }

    /// A standing token of the sandbox's system user, for the third way in.
    ///
    /// @throws IllegalStateException without a sandbox
    char[] sandboxToken() {
        if (sandbox == null) {
            throw new IllegalStateException("There is no sandbox");
        }
        return sandbox.systemUserToken().toCharArray();
    }

    @Override
    public void close() {
        try {
            gate.close();
        } finally {
            if (sandbox != null) {
                try {
                    sandbox.close();
                } catch (IOException e) {
                    LOG.warn("The sandbox's last changes may not be saved", e);
                }
            }
        }
    }
}
