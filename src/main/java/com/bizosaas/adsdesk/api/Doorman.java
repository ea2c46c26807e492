package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.service.ApiKey;
import com.bizosaas.adsdesk.service.LocalApiService;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lets in who has a key and comes to this computer under its own name. A web page can make a browser call any port of
/// this computer, under a name that it made point here; its `Host` or `Origin` gives it away.
final class Doorman {

    private final LocalApiService keys;
    private final Set<String> hosts;

    Doorman(LocalApiService keys, int port) {
        this.keys = keys;
        this.hosts = Stream.of("127.0.0.1", "localhost", "[::1]")
                .flatMap(host -> port == 80 ? Stream.of(host, host + ":80") : Stream.of(host + ":" + port))
                .collect(Collectors.toUnmodifiableSet());
    }

    void checkHost(Asked asked) {
        if (!hosts.contains(asked.header("host", "").toLowerCase(Locale.ROOT))) {
            throw new ApiProblem(403, "foreign-host", "This address is not served under that name",
                    "Ask 127.0.0.1 or localhost, with the port.", "");
        }
    }

    void checkOrigin(Asked asked) {
        String origin = asked.header("origin");
        if (origin == null) {
            return;
        }
        String plain = origin.toLowerCase(Locale.ROOT);
        if (!plain.startsWith("http://") || !hosts.contains(plain.substring("http://".length()))) {
            throw new ApiProblem(403, "foreign-origin", "Web pages of other origins are not served",
                    "Call the local API from a program, not from a page.", "");
        }
    }

    ApiKey key(Asked asked) {
        String authorization = asked.header("authorization", "");
        String secret = authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : "";
        return keys.recognise(secret).orElseThrow(() -> new ApiProblem(401, "no-key", secret.isEmpty()
                ? "A key is needed"
                : "This key is not known",
                "Send the header “Authorization: Bearer KEY” with the key of the key file, or one that was issued.",
                ""));
    }
}
