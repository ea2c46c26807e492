package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.log.LiveSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A token in memory. It becomes text only while a request is built, is zeroed when closed, and never shows itself.
///
/// Thread-safe.
public final class AccessToken implements AutoCloseable {

    private final byte[] bytes;
    private final LiveSecrets.Entry live;
    private @Nullable Proof proof;

    /// What proves the app beside this token.
    ///
    /// @param of which app secret it was made with
    /// @param text in UTF-8, empty where there is no app secret
    private record Proof(int of, byte[] text, LiveSecrets.@Nullable Entry live) {

        void wipe() {
            if (live != null) {
                live.close();
            }
            Arrays.fill(text, (byte) 0);
        }
    }

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

    /// The token's `appsecret_proof`, made once and kept, zeroed with the token, until the app secret is another one; empty
    /// without an app secret.
    ///
    /// @param of counts app secrets
    /// @param made from the token as text
    /// @throws IllegalStateException after it was closed
    synchronized String proof(int of, UnaryOperator<String> made) {
        String token = reveal();
        Proof known = proof;
        if (known == null || known.of != of) {
            if (known != null) {
                known.wipe();
            }
            byte[] text = made.apply(token).getBytes(StandardCharsets.UTF_8);
            known = new Proof(of, text, text.length == 0 ? null : LiveSecrets.register(text));
            proof = known;
        }
        return new String(known.text, StandardCharsets.UTF_8);
    }

    /// A copy for sealing in the vault; the caller wipes it.
    public synchronized byte[] copy() {
        return bytes.clone();
    }

    @Override
    public synchronized void close() {
        live.close();
        if (proof != null) {
            proof.wipe();
            proof = null;
        }
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
