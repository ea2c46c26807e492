package com.bizosaas.adsdesk.oauth;

import com.bizosaas.adsdesk.domain.Connection;
import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.AccessToken;
import com.bizosaas.adsdesk.graph.GraphAccess;
import com.bizosaas.adsdesk.graph.GraphClock;
import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.graph.GraphRequest;
import com.bizosaas.adsdesk.graph.GraphTransport;
import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import com.bizosaas.adsdesk.oauth.RedirectAddress.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Facebook's login, from the dialog's address to a long-lived token that was checked (graph-api chapter 01). Nothing is
/// stored here.
///
/// Blocking and thread-safe. Every failure is a [LoginException].
public final class LoginFlow {

    private final LoginSettings settings;
    private final RedirectAddress redirect;
    private final TokenExchange exchange;
    private final GraphClock clock;
    private final SecureRandom random = new SecureRandom();

    /// @param appSecret empty when none is known; each copy is wiped after use
    /// @param transport of its own: sign-ins share no connections with tenants
    /// @param graph whose limits of the app the sign-in's calls count against
    public LoginFlow(LoginSettings settings, Supplier<Optional<byte[]>> appSecret, GraphTransport transport,
            GraphClock clock, GraphAccess graph) {
        this.settings = settings;
        this.redirect = new RedirectAddress(settings.redirect());
        this.exchange = new TokenExchange(settings, appSecret, transport, clock, graph);
        this.clock = clock;
    }

    /// A fresh state for one sign-in of a tenant.
    public LoginState begin(TenantId tenant) {
        return LoginState.issue(tenant, clock, random);
    }

    /// The dialog's address.
    ///
    /// @param again whether permissions that were declined are asked for again
    public URI dialog(LoginState state, boolean again) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", settings.appId());
        parameters.put("redirect_uri", settings.redirectUri());
        parameters.put("state", state.value());
        parameters.put("scope", String.join(",", settings.scopes()));
        parameters.put("response_type", "code");
        if (again) {
            parameters.put("auth_type", "rerequest");
        }
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = settings.dialogUrl().toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + settings.version() + "/dialog/oauth?" + query);
    }

    /// Whether this address ends the sign-in.
    public boolean isRedirect(URI address) {
        return redirect.matches(address);
    }

    /// Ends a sign-in: checks address and state, swaps the code for a long-lived token, and asks who it belongs to and what
    /// it may do.
    public LoginResult complete(LoginState state, TenantId tenant, URI cameBack) {
        Answer answer = redirect.read(cameBack);
        state.redeem(tenant, answer.get("state"));
        if (answer.isDenial()) {
            throw new LoginException(Reason.DENIED, "The sign-in was cancelled at Facebook");
        }
        if (answer.isError()) {
            throw new LoginException(Reason.DIALOG_FAILED, "Facebook ended the sign-in: "
                    + TokenExchange.redacted(answer.get("error_description"), answer.get("error_message"),
                            answer.get("error"), answer.get("error_code")));
        }
        if (answer.get("code").isEmpty()) {
            throw new LoginException(Reason.CODE_MISSING, "The sign-in came back without a code");
        }
        try (AccessToken first = exchange.fromCode(answer.get("code"))) {
            return extended(first, tenant);
        }
    }

    /// Exchanges a token that still lives for one with a full lifetime.
    ///
    /// @param live stays the caller's to close
    public LoginResult renew(AccessToken live, TenantId tenant) {
        return extended(live, tenant);
    }

    /// Checks a system user's token.
    ///
    /// @param token the result's afterwards; closed here if it is refused
    public LoginResult systemUser(AccessToken token, TenantId tenant) {
        return checked(token, tenant, Connection.Kind.SYSTEM_USER);
    }

    /// Gives all permissions back at Facebook; the token is dead afterwards.
    public void revoke(AccessToken token, TenantId tenant) {
        try {
            exchange.client(tenant, token).call(GraphRequest.delete("me/permissions"));
        } catch (GraphException refused) {
            throw TokenExchange.explained(refused, Reason.TOKEN_INVALID);
        }
    }

    private LoginResult extended(AccessToken token, TenantId tenant) {
        return checked(exchange.longLived(token), tenant, Connection.Kind.USER);
    }

    private LoginResult checked(AccessToken token, TenantId tenant, Connection.Kind kind) {
        boolean good = false;
        try {
            Connection connection = exchange.check(token, tenant, kind);
            good = true;
            return new LoginResult(token, connection);
        } finally {
            if (!good) {
                token.close();
            }
        }
    }

    /// The connection's facts read anew for a stored token, without exchanging it.
    ///
    /// @param token stays the caller's to close
    public Connection check(AccessToken token, TenantId tenant, Connection.Kind kind) {
        return exchange.check(token, tenant, kind);
    }
}
