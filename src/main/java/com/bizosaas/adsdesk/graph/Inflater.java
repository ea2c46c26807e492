package com.bizosaas.adsdesk.graph;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Undoes `Content-Encoding: gzip` piece by piece, without falling for a bomb: neither the size nor the ratio may pass a
/// limit.
final class Inflater {

    private static final int MAX_RATIO = 100;
    /// Below this the ratio does not matter: a short list of zeros packs well.
    private static final int HARMLESS = 1024 * 1024;
    private static final int BUFFER = 32 * 1024;

    private Inflater() {
    }

    /// @param packed whole
    /// @param maxBytes of the plain text
    static InputStream plain(byte[] packed, int maxBytes) throws IOException {
        long byRatio = Math.max(HARMLESS, (long) packed.length * MAX_RATIO);
        return new Capped(new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER),
                (int) Math.min(maxBytes, byRatio));
    }

    private static final class Capped extends FilterInputStream {

        private final int limit;
        private int left;

        Capped(InputStream in, int limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            took(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            took(read);
            return read;
        }

        private void took(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("The reply inflates to more than " + limit + " bytes");
            }
        }
    }
}
