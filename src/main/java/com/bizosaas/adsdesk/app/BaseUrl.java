package com.bizosaas.adsdesk.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// A base address of Facebook or its stand-in: https, or http on loopback; no version, no path.
final class BaseUrl {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private BaseUrl() {
    }

    /// @param name the option or variable it came from, for the refusal
    static URI parse(String name, String text) {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw refused(name, "is not an address");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null) {
            throw refused(name, "needs a host and nothing before it");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(host))) {
            throw refused(name, "must start with https://, or with http:// on 127.0.0.1 or localhost");
        }
        String path = url.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/") || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw refused(name, "carries a version or a path; leave it out, as in https://graph.facebook.com");
        }
        if (url.getPort() == 0 || url.getPort() > 65535) {
            throw refused(name, "has a port that does not exist");
        }
        return URI.create(scheme + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort()));
    }

    private static UsageException refused(String name, String reason) {
        return new UsageException(name + " " + reason + ".");
    }
}
