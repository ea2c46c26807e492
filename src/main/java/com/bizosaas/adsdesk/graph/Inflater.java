package com.bizosaas.adsdesk.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// Undoes `Content-Encoding: gzip` without falling for a bomb: neither the size nor the ratio may pass a limit.
final class Inflater {

    private static final int MAX_RATIO = 100;
    /// Below this the ratio does not matter: a short list of zeros packs well.
    private static final int HARMLESS = 1024 * 1024;

    private Inflater() {
    }

    static byte[] gunzip(byte[] packed, int maxBytes) throws IOException {
        long byRatio = Math.max(HARMLESS, (long) packed.length * MAX_RATIO);
        int limit = (int) Math.min(maxBytes, byRatio);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 8192)) {
            byte[] plain = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new IOException("The reply inflates to more than " + limit + " bytes");
            }
            return plain;
        }
    }
}
