package com.bizosaas.adsdesk.oauth;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphClient;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.GraphRequest;
import com.bizosaas.adsdesk.graph.GraphRequest.Effect;
import com.bizosaas.adsdesk.graph.GraphSettings;
import com.bizosaas.adsdesk.graph.GraphTransport;
import com.bizosaas.adsdesk.graph.wire.WireObject;
import com.bizosaas.adsdesk.log.Redactor;
import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The calls that make and check tokens. Facebook documents them as GETs with secrets in the query, so nothing here shows
/// an address.
final class TokenExchange {

    /// A name for the limits that these calls share; no tenant owns them.
    private static final TenantId NOBODY = new TenantId("sign-in");

    private final LoginSettings settings;
    private final Supplier<Optional<byte[]>> appSecret;
    private final GraphTransport transport;
    private final GraphClock clock;
    private final GraphAccess graph;

    TokenExchange(LoginSettings settings, Supplier<Optional<byte[]>> appSecret, GraphTransport transport,
            GraphClock clock, GraphAccess graph) {
        this.settings = settings;
        this.appSecret = appSecret;
        this.transport = transport;
        this.clock = clock;
        this.graph = graph;
    }

    /// A code works once, so that a lost answer is not asked for again.
    AccessToken fromCode(String code) {
        GraphRequest request = GraphRequest.read("oauth/access_token").having(Effect.UPDATE)
                .with("client_id", settings.appId()).with("redirect_uri", settings.redirectUri())
                .with("client_secret", secret()).with("code", code);
        return token(request, Reason.CODE_REFUSED);
    }

    /// About sixty days. An expired token cannot be exchanged any more.
    AccessToken longLived(AccessToken token) {
        GraphRequest request = GraphRequest.read("oauth/access_token").with("grant_type", "fb_exchange_token")
                .with("client_id", settings.appId()).with("client_secret", secret())
                .with("fb_exchange_token", token.reveal());
        return token(request, Reason.TOKEN_INVALID);
    }

    /// Whose token it is, what it may do and until when. Without an app secret Facebook cannot be asked for the ends.
    Connection check(AccessToken token, TenantId tenant, Connection.Kind kind) {
        Optional<WireObject> debug = debug(token);
        GraphClient client = client(tenant, token);
        WireObject me;
        List<WireObject> permissions;
        try {
            me = client.call(GraphRequest.read("me").with("fields", "id,name"));
            permissions = permissions(client, debug);
        } catch (GraphException refused) {
            throw explained(refused, Reason.TOKEN_INVALID);
        }
        if (me.text("id").isEmpty()) {
            throw new LoginException(Reason.ANSWER_LOST, "Facebook did not say whose token this is");
        }
        boolean system = debug.map(data -> data.text("type").equals("SYSTEM_USER")).orElse(false);
        return new Connection(me.text("id"), me.text("name"), settings.appId(),
                system ? Connection.Kind.SYSTEM_USER : kind, with(permissions, true), with(permissions, false),
                clock.instant(), time(debug, "expires_at"), time(debug, "data_access_expires_at"), null);
    }

    GraphClient client(TenantId tenant, @Nullable AccessToken token) {
        return graph.signIn(new Settings(settings, appSecret), transport, tenant, token);
    }

    private Optional<WireObject> debug(AccessToken token) {
        Optional<byte[]> secret = appSecret.get();
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        WireObject data = call(GraphRequest.read("debug_token").with("input_token", token.reveal())
                .with("access_token", settings.appId() + "|" + text(secret.get())), Reason.APP_REFUSED).object("data");
        if (data.has("app_id") && !data.text("app_id").equals(settings.appId())) {
            throw new LoginException(Reason.APP_FOREIGN, "The token was made for another app");
        }
        if (!"true".equals(data.text("is_valid"))) {
            throw new LoginException(Reason.TOKEN_INVALID,
                    "Facebook says that the token is not valid: " + redacted(data.object("error").text("message")));
        }
        return Optional.of(data);
    }

    /// System users may have no list of permissions of their own; then the token's scopes stand for it.
    private static List<WireObject> permissions(GraphClient client, Optional<WireObject> debug) {
        try {
            return client.call(GraphRequest.list("me/permissions")).list("data");
        } catch (GraphException refused) {
            boolean notHere = refused.kind() == Kind.PERMISSION || refused.kind() == Kind.REFUSED;
            if (notHere && debug.isPresent() && debug.get().has("scopes")) {
                return List.of(debug.get());
            }
            throw refused;
        }
    }

    private static Set<String> with(List<WireObject> permissions, boolean granted) {
        Set<String> names = new LinkedHashSet<>();
        for (WireObject row : permissions) {
            if (row.has("scopes") && granted) {
                names.addAll(row.texts("scopes"));
            } else if (!row.text("permission").isEmpty() && row.text("status").equals("granted") == granted) {
                names.add(row.text("permission"));
            }
        }
        return names;
    }

    /// 0 means never.
    private static @Nullable Instant time(Optional<WireObject> debug, String name) {
        return debug.map(data -> data.time(name)).orElse(null);
    }

    private AccessToken token(GraphRequest request, Reason refusal) {
        String token = call(request, refusal).text("access_token");
        if (token.isEmpty()) {
            throw new LoginException(Reason.ANSWER_LOST, "Facebook's answer holds no token");
        }
        return new AccessToken(token.toCharArray());
    }

    private WireObject call(GraphRequest request, Reason refusal) {
        try {
            return client(NOBODY, null).call(request);
        } catch (GraphException refused) {
            throw explained(refused, refusal);
        }
    }

    /// @param refusal what a plain refusal of this call means
    static LoginException explained(GraphException answer, Reason refusal) {
        Reason reason = switch (answer.kind()) {
            case NOT_SENT, ELSEWHERE -> Reason.UNREACHABLE;
            case TRANSIENT, UNKNOWN_EFFECT, LIMIT -> Reason.ANSWER_LOST;
            case CANCELLED -> Reason.CANCELLED;
            case TOKEN, PERMISSION, BLOCKED, VERSION -> refusal;
            // 101: no such app. 1 with a client secret was never seen with anything but a wrong secret, and is retried.
            case REFUSED -> answer.code() == 101 || answer.code() == 191 ? Reason.APP_REFUSED : refusal;
        };
        String words = answer.getMessage() == null ? "" : answer.getMessage();
        return new LoginException(reason, words, answer);
    }

    static String redacted(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return Redactor.message(candidate);
            }
        }
        return "";
    }

    private String secret() {
        return text(appSecret.get().orElseThrow(
                () -> new LoginException(Reason.SECRET_MISSING, "The app secret is not known to the desk")));
    }

    private static String text(byte[] secret) {
        try {
            return new String(secret, StandardCharsets.UTF_8);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// The sign-in's settings as the client wants them.
    private record Settings(LoginSettings login, Supplier<Optional<byte[]>> secret) implements GraphSettings {

        @Override
        public URI graphUrl() {
            return login.graphUrl();
        }

        @Override
        public String apiVersion() {
            return login.version();
        }

        @Override
        public Optional<byte[]> appSecret() {
            return secret.get();
        }
    }
}
