package com.bizosaas.adsdesk.sandbox.login;

import com.bizosaas.adsdesk.sandbox.http.WireRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a desk asked the dialog for, checked.
///
/// @param path where the dialog was called, version included, so that the pages' forms stay under it
record DialogRequest(String path, Map<String, String> parameters, String redirectUri, String state, Set<String> scopes,
        String responseType, String authType) {

    /// A request the dialog cannot serve; the text is shown on the page and nothing is sent to the redirect address.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private static final List<String> CARRIED = List.of("client_id", "redirect_uri", "state", "scope", "response_type",
            "auth_type", "display", "config_id");
    private static final Set<String> RESPONSES = Set.of("code", "token", "code token", "granted_scopes",
            "code granted_scopes", "code token granted_scopes");

    DialogRequest {
        parameters = Map.copyOf(parameters);
        scopes = new LinkedHashSet<>(scopes);
    }

    static DialogRequest of(WireRequest request, String path, AppCredentials app, Set<String> registered)
            throws Refused {
        Map<String, String> kept = new LinkedHashMap<>();
        CARRIED.forEach(name -> {
            if (request.parameters().containsKey(name)) {
                kept.put(name, request.parameter(name));
            }
        });
        if (!app.id().equals(kept.get("client_id"))) {
            throw new Refused("Invalid app ID: the provided app ID does not look like a valid app ID.");
        }
        String redirect = kept.getOrDefault("redirect_uri", "");
        if (redirect.isEmpty()) {
            throw new Refused("The parameter redirect_uri is required.");
        }
        if (!registered.contains(redirect) && !isLoopback(redirect)) {
            throw new Refused("URL blocked: this redirect failed because the redirect URI is not among the app's valid"
                    + " OAuth redirect URIs.");
        }
        if (kept.getOrDefault("state", "").isEmpty()) {
            throw new Refused("The parameter state is required.");
        }
        Set<String> scopes = new LinkedHashSet<>();
        for (String scope : kept.getOrDefault("scope", "").split("[,\\s]+", -1)) {
            if (!scope.isEmpty()) {
                scopes.add(scope);
            }
        }
        List<String> unknown = scopes.stream().filter(scope -> !Grants.KNOWN.contains(scope)).toList();
        if (!unknown.isEmpty()) {
            throw new Refused("Invalid scopes: " + String.join(", ", unknown) + ".");
        }
        String response = kept.getOrDefault("response_type", "code").replace(',', ' ');
        if (!RESPONSES.contains(response)) {
            throw new Refused("Invalid response_type: " + response + ".");
        }
        return new DialogRequest(path, kept, redirect, kept.getOrDefault("state", ""), scopes, response,
                kept.getOrDefault("auth_type", ""));
    }

    private static boolean isLoopback(String redirect) {
        try {
            URI uri = new URI(redirect);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            return host != null && ("http".equals(scheme) || "https".equals(scheme)) && uri.getUserInfo() == null
                    && ("localhost".equalsIgnoreCase(host) || (isAddress(host) && InetAddress.ofLiteral(host)
                            .isLoopbackAddress()));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    boolean asksAgain() {
        return "rerequest".equals(authType);
    }

    boolean forcesSignIn() {
        return authType.startsWith("reauth");
    }

    /// The dialog's own address with the same question.
    String address() {
        return path + "?" + encode(parameters);
    }

    /// The desk's address with this answer.
    String redirect(Map<String, String> query, Map<String, String> fragment) {
        StringBuilder address = new StringBuilder(redirectUri);
        if (!query.isEmpty()) {
            address.append(redirectUri.contains("?") ? '&' : '?').append(encode(query));
        }
        if (!fragment.isEmpty()) {
            address.append('#').append(encode(fragment));
        }
        return address.toString();
    }

    private static String encode(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
