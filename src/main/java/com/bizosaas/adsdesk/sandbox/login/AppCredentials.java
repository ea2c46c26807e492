package com.bizosaas.adsdesk.sandbox.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The sandbox's one app. Id and secret follow from the seed, so that a desk set up once stays set up.
public record AppCredentials(String id, String secret) {

    public static AppCredentials ofSeed(long seed) {
        String secret = hex(hmac("the sandbox's app secret", Long.toString(seed))).substring(0, 32);
        return new AppCredentials(String.format(Locale.ROOT, "1384%011d", Math.floorMod(seed * 7_919 + 83_919_580_948L,
                100_000_000_000L)), secret);
    }

    /// The app's own token, `id|secret`.
    public String appToken() {
        return id + "|" + secret;
    }

    /// Lower-case hex of HMAC-SHA256 with the secret as key.
    public String proof(String message) {
        return hex(hmac(secret, message));
    }

    boolean hasSecret(String candidate) {
        return same(secret, candidate);
    }

    static boolean same(String expected, String candidate) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                candidate.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "app " + id;
    }
}
