package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.TransportException.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Fetches pictures from the addresses that creatives carry: without the token, and only where a picture comes back.
final class PictureReader {

    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final GraphTransport transport;

    PictureReader(GraphTransport transport) {
        this.transport = transport;
    }

    byte[] read(String url) {
        WireRequest request = new WireRequest("GET", address(url), Map.of("Accept", "image/*"), new byte[0], TIMEOUT,
                MAX_BYTES);
        WireReply reply;
        try {
            reply = transport.send(request);
        } catch (TransportException failure) {
            Kind kind = failure.fate() == Fate.CANCELLED
                    ? Kind.CANCELLED
                    : failure.fate() == Fate.NOT_SENT ? Kind.NOT_SENT : Kind.TRANSIENT;
            throw GraphException.of(kind, "The picture did not come: " + failure.getMessage(), failure);
        }
        if (reply.status() != 200 || !reply.mediaType().startsWith("image/") || reply.body().length == 0) {
            boolean passing = reply.status() >= 500 || reply.status() == 429;
            throw GraphException.of(passing ? Kind.TRANSIENT : Kind.REFUSED,
                    "HTTP " + reply.status() + " where a picture was expected", null);
        }
        try (InputStream plain = reply.plain()) {
            return plain.readAllBytes();
        } catch (IOException broken) {
            throw GraphException.of(Kind.TRANSIENT, "The picture came broken", broken);
        }
    }

    /// Plain HTTP is taken from this computer only.
    private static URI address(String url) {
        try {
            URI address = new URI(url);
            String host = address.getHost();
            boolean plain = "http".equalsIgnoreCase(address.getScheme()) && host != null && LOOPBACK.contains(host);
            if (host != null && ("https".equalsIgnoreCase(address.getScheme()) || plain)) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw GraphException.of(Kind.REFUSED, "The picture's address is malformed", null);
        }
        throw GraphException.of(Kind.REFUSED, "The picture's address is not one to fetch from", null);
    }
}
