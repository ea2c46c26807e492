package com.bizosaas.adsdesk.store.vault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 (RFC 2104): who holds the key wrote this.
public final class Hmac {

    public static final int BYTES = 32;

    private Hmac() {
    }

    public static byte[] sha256(SecretBytes key, byte[] message) {
        return key.with(bytes -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA256 is part of every JDK.", e);
            }
        });
    }

    /// Compares in a time that does not depend on where the difference lies.
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
