package com.bizosaas.adsdesk.oauth;

import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The configured redirect, and what an address that equals it says. Equal means scheme, host, port and path one by one
/// and all fixed query parameters: `startsWith` would let `redirect.example.evil` in (robustness "Sign-in", rule 3).
public final class RedirectAddress {

    private final URI configured;
    private final Map<String, String> fixed;

    public RedirectAddress(URI configured) {
        this.configured = configured;
        this.fixed = parameters(configured.getRawQuery());
    }

    public boolean matches(URI address) {
        return address.getRawUserInfo() == null && same(configured.getScheme(), address.getScheme())
                && same(configured.getHost(), address.getHost()) && port(configured) == port(address)
                && path(configured).equals(path(address))
                && parameters(address.getRawQuery()).entrySet().containsAll(fixed.entrySet());
    }

    /// What came back. Facebook sometimes appends `#_=_`, and answers in the fragment to some clients.
    ///
    /// @throws LoginException if the address is another one
    Answer read(URI address) {
        if (!matches(address)) {
            throw new LoginException(Reason.ADDRESS_FOREIGN, "The sign-in came back to another address");
        }
        Map<String, String> all = new LinkedHashMap<>(parameters(address.getRawFragment()));
        all.putAll(parameters(address.getRawQuery()));
        return new Answer(all);
    }

    /// The state that an address carries, empty where it carries none.
    public static String state(URI address) {
        return parameters(address.getRawQuery()).getOrDefault("state", "");
    }

    /// Whether an address carries an answer of the dialog at all.
    public static boolean isAnswer(URI address) {
        Map<String, String> parameters = parameters(address.getRawQuery());
        return parameters.containsKey("state") && (parameters.containsKey("code") || parameters.containsKey("error")
                || parameters.containsKey("error_code"));
    }

    /// The dialog's answer: a code, or why there is none.
    record Answer(Map<String, String> parameters) {

        Answer {
            parameters = Map.copyOf(parameters);
        }

        String get(String name) {
            return parameters.getOrDefault(name, "");
        }

        boolean isError() {
            return parameters.containsKey("error") || parameters.containsKey("error_code")
                    || parameters.containsKey("error_reason");
        }

        boolean isDenial() {
            return get("error").equals("access_denied") || get("error_reason").equals("user_denied");
        }

        /// Never shows the code.
        @Override
        public String toString() {
            return "Answer" + parameters.keySet();
        }
    }

    private static Map<String, String> parameters(@Nullable String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (raw == null) {
            return parameters;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String path(URI address) {
        String path = address.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }
}
