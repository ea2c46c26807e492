package com.bizosaas.adsdesk.store.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A list of values as bytes, each preceded by its length, so that two different lists never give the same bytes: `ab|c`
/// and `a|bc` do when they are merely joined.
public final class Fields {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Fields add(String value) {
        return add(value.getBytes(StandardCharsets.UTF_8));
    }

    public Fields add(long value) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    public Fields add(byte[] value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        out.writeBytes(value);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
