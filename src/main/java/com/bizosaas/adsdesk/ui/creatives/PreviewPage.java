package com.bizosaas.adsdesk.ui.creatives;

import com.bizosaas.adsdesk.service.CreativeService;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A page of Facebook that shows a creative as people see it, and the hosts it may live on: Facebook's over https, or the
/// very server that the desk is set up to sign in at (the sandbox on loopback).
///
/// @param homes base addresses that the desk is set up with
public record PreviewPage(URI address, int width, int height, List<URI> homes) {

    public PreviewPage {
        homes = List.copyOf(homes);
    }

    /// @throws DeskException if the address is none that may be opened
    public static PreviewPage of(CreativeService.Preview preview, String... baseUrls) {
        List<URI> homes = Arrays.stream(baseUrls).map(URI::create).toList();
        URI address = parsed(preview.address());
        if (address == null || !allowed(address, homes)) {
            throw new DeskException(new Problem(Problem.Kind.REFUSED, "The preview was not opened",
                    "Its address does not belong to Facebook.", "", null,
                    address == null ? "" : String.valueOf(address.getHost())));
        }
        return new PreviewPage(address, preview.width(), preview.height(), homes);
    }

    /// Whether the page may go to a location.
    boolean allows(String location) {
        URI address = parsed(location);
        return location.isEmpty() || location.equals("about:blank") || (address != null && allowed(address, homes));
    }

    String host() {
        return address.getHost();
    }

    private static boolean allowed(URI address, List<URI> homes) {
        String scheme = lower(address.getScheme());
        String host = lower(address.getHost());
        if (address.getUserInfo() != null || host.isEmpty()) {
            return false;
        }
        if (homes.stream().anyMatch(home -> scheme.equals(lower(home.getScheme()))
                && host.equals(lower(home.getHost())) && address.getPort() == home.getPort())) {
            return true;
        }
        return scheme.equals("https") && address.getPort() == -1
                && (host.equals("facebook.com") || host.endsWith(".facebook.com"));
    }

    private static @Nullable URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
