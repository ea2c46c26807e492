package com.bizosaas.adsdesk.store.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF with SHA-256 (RFC 5869): many keys from one, none of which tells anything about the others.
final class Hkdf {

    static final String ALGORITHM = "hkdf-sha256";

    private Hkdf() {
    }

    static SecretBytes derive(SecretBytes secret, byte[] salt, String label, int length) {
        return secret.with(bytes -> {
            try {
                KDF kdf = KDF.getInstance("HKDF-SHA256");
                return SecretBytes
                        .owning(kdf.deriveData(HKDFParameterSpec.ofExtract().addIKM(bytes).addSalt(salt)
                                .thenExpand(label.getBytes(StandardCharsets.UTF_8), length)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HKDF-SHA256 is part of every JDK 25.", e);
            }
        });
    }

    /// A derived key as 64 lower-case hexadecimal digits, the form in which H2 takes a file password.
    static char[] hex(SecretBytes key) {
        return key.with(bytes -> {
            char[] text = new char[bytes.length * 2];
            for (int i = 0; i < bytes.length; i++) {
                text[2 * i] = Character.forDigit(bytes[i] >> 4 & 15, 16);
                text[2 * i + 1] = Character.forDigit(bytes[i] & 15, 16);
            }
            return text;
        });
    }
}
