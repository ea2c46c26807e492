package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Reads what [PackWriter] wrote, in the same order.
final class PackReader {

    private final List<String> words = new ArrayList<>();
    private final byte[] buffer;
    private int at;

    /// @param packed with its format byte
    /// @throws StoreException if it was cut or changed
    PackReader(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            byte[] out = new byte[Math.max(256, packed.length * 6)];
            int size = 0;
            while (!inflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, size * 2);
                }
                int got = inflater.inflate(out, size, out.length - size);
                if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new StoreException("A stored page is cut short.");
                }
                size += got;
            }
            buffer = out;
        } catch (DataFormatException e) {
            throw new StoreException("A stored page is damaged.", e);
        } finally {
            inflater.end();
        }
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer[at++];
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return value >>> 1 ^ -(value & 1);
    }

    int count() {
        return Math.toIntExact(number());
    }

    String text() {
        int length = count();
        String text = new String(buffer, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String word() {
        String word = wordOrNull();
        if (word == null) {
            throw new StoreException("A stored page lacks a word.");
        }
        return word;
    }

    @Nullable
    String wordOrNull() {
        long known = number();
        if (known < 0) {
            return null;
        }
        if (known > 0) {
            return words.get((int) known - 1);
        }
        String word = text();
        words.add(word);
        return word;
    }

    String id() {
        String id = idOrNull();
        if (id == null) {
            throw new StoreException("A stored page lacks an id.");
        }
        return id;
    }

    @Nullable
    String idOrNull() {
        long value = number();
        return value >= 0 ? Long.toString(value) : value == -1 ? text() : null;
    }

    BigDecimal decimal() {
        long head = number();
        int scale = (int) (head >> 1);
        return (head & 1) == 0 ? BigDecimal.valueOf(number(), scale) : big(scale);
    }

    /// A decimal in millionths, without an object on the way where it fits.
    long millionths() {
        long head = number();
        return (head & 1) == 0
                ? DayFigures.millionths(number(), (int) (head >> 1))
                : DayFigures.millionths(big((int) (head >> 1)));
    }

    private BigDecimal big(int scale) {
        int length = count();
        BigInteger unscaled = new BigInteger(buffer, at, length);
        at += length;
        return new BigDecimal(unscaled, scale);
    }

    @Nullable
    Instant instant() {
        long nano = number();
        return nano < 0 ? null : Instant.ofEpochSecond(number(), nano);
    }
}
