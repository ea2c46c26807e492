package com.bizosaas.adsdesk.ui.login;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which pages the sign-in window may show in its main frame: those of the dialog's host, and where that is a `www.` host
/// also its siblings (a second factor is asked for on `m.facebook.com`, say), over the dialog's own scheme.
final class HostPolicy {

    private final String scheme;
    private final String host;
    private final int port;
    private final @Nullable String family;

    HostPolicy(URI dialog) {
        scheme = dialog.getScheme().toLowerCase(Locale.ROOT);
        host = dialog.getHost().toLowerCase(Locale.ROOT);
        port = dialog.getPort();
        family = host.startsWith("www.") ? host.substring("www".length()) : null;
    }

    boolean allows(String address) {
        if (address.isEmpty() || address.equals("about:blank")) {
            return true;
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (java.net.URISyntaxException e) {
            return false;
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || !scheme.equalsIgnoreCase(uri.getScheme())
                || uri.getPort() != port) {
            return false;
        }
        String name = uri.getHost().toLowerCase(Locale.ROOT);
        return name.equals(host) || family != null && (name.endsWith(family) || name.equals(family.substring(1)));
    }
}
