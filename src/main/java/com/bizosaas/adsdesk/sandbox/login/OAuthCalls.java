package com.bizosaas.adsdesk.sandbox.login;

import com.bizosaas.adsdesk.sandbox.http.Json;
import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/oauth/access_token` and `/debug_token`.
public final class OAuthCalls {

    private final Sessions sessions;
    private final Gate gate;

    public OAuthCalls(Sessions sessions, Gate gate) {
        this.sessions = sessions;
        this.gate = gate;
    }

    /// Code for token, live token for long-lived token, or the app's own token, by `grant_type`.
    public ObjectNode accessToken(Map<String, String> parameters) {
        String grant = parameters.getOrDefault("grant_type", "authorization_code");
        checkApp(parameters);
        return switch (grant) {
            case "authorization_code" -> redeem(parameters);
            case "fb_exchange_token" -> exchange(parameters);
            case "client_credentials" -> Json.object().put("access_token", sessions.app().appToken()).put("token_type",
                    "bearer");
            default -> throw GraphError.of(400, 1, "Unsupported grant_type: " + grant);
        };
    }

    private void checkApp(Map<String, String> parameters) {
        String id = required(parameters, "client_id");
        if (!id.equals(sessions.app().id())) {
            throw GraphError.of(400, 101,
                    "Error validating application. Cannot get application info due to a system error.");
        }
        if (!sessions.app().hasSecret(required(parameters, "client_secret"))) {
            throw GraphError.of(400, 1, "Error validating client secret.");
        }
    }

    private ObjectNode redeem(Map<String, String> parameters) {
        String redirect = required(parameters, "redirect_uri");
        Code code = sessions.code(required(parameters, "code"))
                .orElseThrow(() -> GraphError.of(400, 100, "Invalid verification code format."));
        if (code.used()) {
            throw GraphError.of(400, 100, "This authorization code has been used.");
        }
        if (!sessions.clock().instant().isBefore(code.expires())) {
            throw GraphError.of(400, 100, "This authorization code has expired.");
        }
        if (!code.redirectUri().equals(redirect)) {
            throw GraphError.of(400, 100,
                    "Error validating verification code. Please make sure your redirect_uri is identical to the one you"
                            + " used in the OAuth dialog request");
        }
        sessions.spend(code);
        return answer(sessions.issue(code.userId(), false, code.scopes(), Sessions.SHORT_LIFE), Sessions.SHORT_LIFE);
    }

    private ObjectNode exchange(Map<String, String> parameters) {
        AccessToken old = sessions.living(required(parameters, "fb_exchange_token"));
        if (old.systemUser()) {
            return answer(old, null);
        }
        return answer(sessions.issue(old.userId(), false, old.scopes(), Sessions.LONG_LIFE), Sessions.LONG_LIFE);
    }

    private static ObjectNode answer(AccessToken token, @Nullable Duration life) {
        ObjectNode answer = Json.object().put("access_token", token.value()).put("token_type", "bearer");
        if (life != null) {
            answer.put("expires_in", life.toSeconds());
        }
        return answer;
    }

    /// What a token is, asked with the app's token or with a living token of the app.
    public ObjectNode debugToken(String asker, Map<String, String> parameters) {
        if (!AppCredentials.same(sessions.app().appToken(), asker)) {
            gate.admit(asker, parameters);
        }
        String input = required(parameters, "input_token");
        ObjectNode data = Json.object().put("app_id", sessions.app().id());
        if (AppCredentials.same(sessions.app().appToken(), input)) {
            data.put("type", "APP").put("application", "Ads Desk Sandbox").put("is_valid", true).set("scopes",
                    Json.array());
        } else {
            sessions.token(input).ifPresentOrElse(token -> describe(token, data), () -> invalid(data, 190, 0,
                    "Invalid OAuth access token - Cannot parse access token"));
        }
        return Json.object().set("data", data);
    }

    private void describe(AccessToken token, ObjectNode data) {
        Death death = token.deathAt(sessions.clock().instant());
        data.put("type", token.systemUser() ? "SYSTEM_USER" : "USER").put("application", "Ads Desk Sandbox");
        data.put("data_access_expires_at", seconds(token.dataAccessExpires())).put("expires_at",
                seconds(token.expires()));
        data.put("issued_at", token.issued().getEpochSecond()).put("user_id", token.userId());
        if (death != null) {
            invalid(data, 190, death.subcode(), death.message());
            return;
        }
        data.put("is_valid", true);
        ArrayNode scopes = data.putArray("scopes");
        ArrayNode granular = data.putArray("granular_scopes");
        sessions.scopes(token).stream().sorted().forEach(scope -> {
            scopes.add(scope);
            if (!"public_profile".equals(scope) && !"email".equals(scope)) {
                granular.addObject().put("scope", scope);
            }
        });
    }

    private static void invalid(ObjectNode data, int code, int subcode, String message) {
        data.put("is_valid", false).set("scopes", Json.array());
        ObjectNode error = data.putObject("error").put("code", code).put("message", message);
        if (subcode != 0) {
            error.put("subcode", subcode);
        }
    }

    private static long seconds(@Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }

    private static String required(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw GraphError.of(400, 100, "Missing " + name + " parameter.");
        }
        return value;
    }
}
