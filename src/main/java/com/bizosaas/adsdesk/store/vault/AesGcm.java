package com.bizosaas.adsdesk.store.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// AES-256-GCM with a fresh random 96-bit nonce for each encryption and a 128-bit tag (NIST SP 800-38D).
final class AesGcm {

    static final String ALGORITHM = "aes-256-gcm";
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {
    }

    record Encrypted(byte[] nonce, byte[] ciphertext) {
    }

    static Encrypted encrypt(SecretBytes key, SecretBytes plain, byte[] associated) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
            return new Encrypted(nonce, plain.with(bytes -> finish(cipher, bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK.", e);
        }
    }

    /// The plain bytes, or null when key, ciphertext or associated data are not those of the encryption.
    static @Nullable SecretBytes decrypt(SecretBytes key, byte[] nonce, byte[] ciphertext, byte[] associated) {
        if (nonce.length != NONCE_BYTES || ciphertext.length < TAG_BYTES) {
            return null;
        }
        try {
            return SecretBytes.owning(cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(ciphertext));
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK.", e);
        }
    }

    private static Cipher cipher(int mode, SecretBytes key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        SecretKeySpec spec = key.with(bytes -> new SecretKeySpec(bytes, "AES"));
        cipher.init(mode, spec, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static byte[] finish(Cipher cipher, byte[] plain) {
        try {
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption with AES-GCM cannot fail.", e);
        }
    }
}
