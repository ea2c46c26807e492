package com.bizosaas.adsdesk.graph;

import java.util.Locale;
import java.util.Map;

/// A whole reply, inflated.
///
/// @param headers first value by lower-case name
public record WireReply(int status, Map<String, String> headers, byte[] body) {

    public WireReply {
        headers = Map.copyOf(headers);
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
