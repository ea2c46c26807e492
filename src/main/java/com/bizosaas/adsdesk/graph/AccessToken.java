package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.log.LiveSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A token in memory. It becomes text only while a request is built, is zeroed when closed, and never shows itself.
///
/// Thread-safe.
public final class AccessToken implements AutoCloseable {

    private final byte[] bytes;
    private final LiveSecrets.Entry live;

    /// Takes the characters over and wipes the given array.
    public AccessToken(char[] token) {
        this.bytes = new String(token).strip().getBytes(StandardCharsets.UTF_8);
        Arrays.fill(token, '\0');
        if (bytes.length == 0) {
            throw new IllegalArgumentException("An access token is not empty");
        }
        this.live = LiveSecrets.register(bytes);
    }

    /// Takes UTF-8 bytes over and wipes the given array.
    public AccessToken(byte[] utf8) {
        this.bytes = utf8.clone();
        Arrays.fill(utf8, (byte) 0);
        this.live = LiveSecrets.register(bytes);
    }

    /// The token as text, for the one request that needs it.
    ///
    /// @throws IllegalStateException after it was closed
    public synchronized String reveal() {
        if (bytes.length > 0 && bytes[0] == 0) {
            throw new IllegalStateException("The access token was closed");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A copy for sealing in the vault; the caller wipes it.
    public synchronized byte[] copy() {
        return bytes.clone();
    }

    @Override
    public synchronized void close() {
        live.close();
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
