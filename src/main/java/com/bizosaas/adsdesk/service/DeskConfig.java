package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.log.LiveSecrets;
import com.bizosaas.adsdesk.oauth.LoginSettings;
import com.bizosaas.adsdesk.store.SettingsStore;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.sync.SyncPlan;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import java.util.function.Supplier;

/// The settings in force: what comes from outside beats what is stored. Read by whoever needs them at the moment of need,
/// so that a change takes effect at once. Thread-safe.
final class DeskConfig implements GraphSettings, AutoCloseable {

    /// Settings that can be fixed from outside, by the names of [DeskSettings].
    static final Set<String> FIXABLE = Set.of("appId", "apiVersion", "scopes", "redirectUri");

    private static final String NAME = "desk";

    private final SettingsStore store;
    private final Supplier<String> who;
    private final URI graphUrl;
    private final URI dialogUrl;
    private final Map<String, String> fixed;
    private LiveSecrets.@Nullable Entry liveSecret;
    private volatile int secrets;
    private volatile DeskSettings own;
    private volatile DeskSettings inForce;

    /// @param who is at the desk: the operator's name is the vault's to keep
    /// @param fixed values from outside by the names of [DeskSettings]; scopes separated by commas or blanks
    DeskConfig(SettingsStore store, Supplier<String> who, URI graphUrl, URI dialogUrl, Map<String, String> fixed) {
        if (!FIXABLE.containsAll(fixed.keySet())) {
            throw new IllegalArgumentException("Settings fixed from outside are among " + FIXABLE);
        }
        this.store = store;
        this.who = who;
        this.graphUrl = graphUrl;
        this.dialogUrl = dialogUrl;
        this.fixed = Map.copyOf(fixed);
        this.own = store.find(NAME, SettingsJson.class).map(SettingsJson::settings).orElse(SettingsJson.DEFAULTS);
        this.inForce = overlaid(own);
    }

    DeskSettings settings() {
        return inForce.withOperatorName(who.get());
    }

    Set<String> fixedNames() {
        return fixed.keySet();
    }

    /// Stores what was changed; a value fixed from outside leaves the stored one as it is.
    ///
    /// @throws DeskException if a value that is fixed from outside was to be changed
    synchronized void save(DeskSettings changed) {
        DeskSettings now = inForce;
        refuseIfFixed("appId", !changed.appId().equals(now.appId()));
        refuseIfFixed("apiVersion", !changed.apiVersion().equals(now.apiVersion()));
        refuseIfFixed("scopes", !changed.scopes().equals(now.scopes()));
        refuseIfFixed("redirectUri", !changed.redirectUri().equals(now.redirectUri()));
        DeskSettings kept = changed;
        for (String name : fixed.keySet()) {
            kept = switch (name) {
                case "appId" -> kept.withAppId(own.appId());
                case "apiVersion" -> kept.withApiVersion(own.apiVersion());
                case "scopes" -> kept.withScopes(own.scopes());
                default -> kept.withRedirectUri(own.redirectUri());
            };
        }
        store.save(NAME, SettingsJson.of(kept));
        own = kept;
        inForce = overlaid(kept);
    }

    private void refuseIfFixed(String name, boolean differs) {
        if (differs && fixed.containsKey(name)) {
            throw new DeskException(Problem.invalid(name, "This setting comes from outside the desk",
                    "Change it where Ads Desk is started: an option, the environment or .env.facebook."));
        }
    }

    private DeskSettings overlaid(DeskSettings base) {
        String scopes = fixed.get("scopes");
        return base.withAppId(fixed.getOrDefault("appId", base.appId()))
                .withApiVersion(fixed.getOrDefault("apiVersion", base.apiVersion()))
                .withScopes(scopes == null
                        ? base.scopes()
                        : Arrays.stream(scopes.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList())
                .withRedirectUri(fixed.getOrDefault("redirectUri", base.redirectUri()));
    }

    SyncPlan plan() {
        DeskSettings settings = inForce;
        return new SyncPlan(settings.polling(), settings.lifetimes());
    }

    /// @throws DeskException if the app id is missing
    LoginSettings login() {
        DeskSettings settings = inForce;
        if (settings.appId().isEmpty()) {
            throw new DeskException(Problem.invalid("appId", "The app id is missing",
                    "Enter the id of your Facebook app in Settings."));
        }
        return new LoginSettings(dialogUrl, graphUrl, settings.apiVersion(), settings.appId(),
                settings.redirectUri(), List.copyOf(settings.scopes()));
    }

    URI dialogUrl() {
        return dialogUrl;
    }

    @Override
    public URI graphUrl() {
        return graphUrl;
    }

    @Override
    public String apiVersion() {
        return inForce.apiVersion();
    }

    @Override
    public int appSecrets() {
        return secrets;
    }

    @Override
    public Optional<byte[]> appSecret() {
        return store.appSecret().map(secret -> {
            try (SecretBytes closing = secret) {
                return closing.with(bytes -> {
                    keepOutOfTexts(bytes);
                    return bytes.clone();
                });
            }
        });
    }

    private synchronized void keepOutOfTexts(byte[] secret) {
        if (liveSecret == null) {
            liveSecret = LiveSecrets.register(secret);
        }
    }

    /// The secret is another one from now on.
    synchronized void secretReplaced() {
        secrets = secrets + 1;
        if (liveSecret != null) {
            liveSecret.close();
            liveSecret = null;
        }
    }

    @Override
    public void close() {
        secretReplaced();
    }
}
