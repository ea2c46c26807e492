package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/// A whole reply, packed if it came so.
///
/// @param headers first value by lower-case name
/// @param body as it came; [#plain] inflates it
/// @param maxBytes more than this is not inflated
/// @param sent how often the request left: the JDK sends a GET again by itself where a kept connection ends before any answer
public record WireReply(int status, Map<String, String> headers, byte[] body, int maxBytes, int sent) {

    public WireReply {
        headers = Map.copyOf(headers);
    }

    public WireReply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, StrictJson.MAX_BYTES, 1);
    }

    /// The body, inflated while it is read.
    ///
    /// @throws IOException where it is not packed as it says; reading on throws it where it is cut short or too large
    public InputStream plain() throws IOException {
        return isPacked() ? Inflater.plain(body, maxBytes) : new ByteArrayInputStream(body);
    }

    private boolean isPacked() {
        return body.length > 0 && header("content-encoding").strip().equalsIgnoreCase("gzip");
    }

    /// A header's value, empty where there is none.
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// The media type without its parameters, in lower case.
    public String mediaType() {
        String type = header("content-type");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return status + " " + mediaType() + " " + body.length + " bytes";
    }
}
