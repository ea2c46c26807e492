package com.bizosaas.adsdesk.sandbox.http;

import java.util.Locale;

/// A file that came in a multipart body.
///
/// @param fileName as the client named it; the Graph API keys its answers by it
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String fileName, byte[] bytes) {

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %d bytes", fileName, bytes.length);
    }
}
