package com.bizosaas.adsdesk.store;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Writes values one after another, small numbers in few bytes; [PackReader] reads them in the same order.
final class PackWriter {

    /// Digits that fit a long without a leading zero stand as a number.
    private static final int DIGITS = 18;

    private final Map<String, Integer> words = new HashMap<>();
    private byte[] buffer = new byte[8192];
    private int size;

    PackWriter number(long value) {
        if (size + 10 > buffer.length) {
            grow(10);
        }
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
        return this;
    }

    PackWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /// For text that comes again and again: the second time it is a number.
    PackWriter word(@Nullable String value) {
        if (value == null) {
            return number(-1);
        }
        Integer known = words.putIfAbsent(value, words.size() + 1);
        return known == null ? number(0).text(value) : number(known);
    }

    /// An object's id: digits, nearly always.
    PackWriter id(@Nullable String value) {
        if (value == null) {
            return number(-2);
        }
        return isNumber(value) ? number(Long.parseLong(value)) : number(-1).text(value);
    }

    private static boolean isNumber(String value) {
        if (value.isEmpty() || value.length() > DIGITS || value.charAt(0) == '0' && value.length() > 1) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    PackWriter decimal(long unscaled, int scale) {
        return number((long) scale << 1).number(unscaled);
    }

    /// Value and scale, exactly.
    PackWriter decimal(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        if (unscaled.bitLength() < 63) {
            return number((long) value.scale() << 1).number(unscaled.longValue());
        }
        return number((long) value.scale() << 1 | 1).bytes(unscaled.toByteArray());
    }

    /// Nanoseconds matter to nobody, but what is read must equal what was written.
    PackWriter instant(@Nullable Instant value) {
        return value == null ? number(-1) : number(value.getNano()).number(value.getEpochSecond());
    }

    private PackWriter bytes(byte[] value) {
        number(value.length);
        if (size + value.length > buffer.length) {
            grow(value.length);
        }
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    private void grow(int room) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + room));
    }

    /// All of it, deflated, behind a byte that tells the format.
    byte[] packed(byte format) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(buffer, 0, size);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(size / 3 + 16);
            out.write(format);
            byte[] chunk = new byte[8192];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
