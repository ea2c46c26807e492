package com.bizosaas.adsdesk.log;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The secrets that are in use at the moment, so that the redactor finds them in any text, whatever form they have. Only
/// fingerprints are kept: length, a rolling hash to look with, and a salted digest to be sure (robustness 5.4).
///
/// Thread-safe.
public final class LiveSecrets {

    /// What is shorter would hide ordinary words.
    static final int SHORTEST = 8;

    private static final long BASE = 1_000_003;
    private static final String HIDDEN = "…";
    private static final byte[] SALT = new byte[16];
    private static final List<Entry> ENTRIES = new CopyOnWriteArrayList<>();

    static {
        new SecureRandom().nextBytes(SALT);
    }

    /// A secret in use. Closing it says that it is no more.
    public static final class Entry implements AutoCloseable {

        private final int length;
        private final long rolling;
        private final byte[] digest;

        private Entry(CharSequence secret) {
            this.length = secret.length();
            this.rolling = rolling(secret, 0, length);
            this.digest = digest(secret, 0, length);
        }

        @Override
        public void close() {
            ENTRIES.removeIf(entry -> entry == this);
        }
    }

    private LiveSecrets() {
    }

    /// @param utf8 stays the caller's; nothing of it is kept
    public static Entry register(byte[] utf8) {
        char[] characters = new char[utf8.length];
        CharBuffer decoded = CharBuffer.wrap(characters);
        StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(utf8), decoded, true);
        try {
            return register(decoded.flip());
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /// @param secret stays the caller's; nothing of it is kept
    public static Entry register(CharSequence secret) {
        Entry entry = new Entry(secret);
        if (entry.length >= SHORTEST) {
            ENTRIES.add(entry);
        }
        return entry;
    }

    static String hide(String text) {
        String clean = text;
        for (Entry entry : ENTRIES) {
            clean = hide(clean, entry);
        }
        return clean;
    }

    private static String hide(String text, Entry entry) {
        int length = entry.length;
        if (text.length() < length) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        int copied = 0;
        long highest = 1;
        for (int i = 1; i < length; i++) {
            highest *= BASE;
        }
        long hash = rolling(text, 0, length);
        for (int at = 0;; at++) {
            if (hash == entry.rolling && at >= copied
                    && MessageDigest.isEqual(entry.digest, digest(text, at, at + length))) {
                clean.append(text, copied, at).append(HIDDEN);
                copied = at + length;
            }
            if (at + length >= text.length()) {
                break;
            }
            hash = (hash - text.charAt(at) * highest) * BASE + text.charAt(at + length);
        }
        return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
    }

    private static long rolling(CharSequence text, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    private static byte[] digest(CharSequence text, int from, int to) {
        byte[] bytes = new byte[(to - from) * 2];
        for (int i = from; i < to; i++) {
            bytes[2 * (i - from)] = (byte) (text.charAt(i) >> 8);
            bytes[2 * (i - from) + 1] = (byte) text.charAt(i);
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(SALT);
            return sha.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
