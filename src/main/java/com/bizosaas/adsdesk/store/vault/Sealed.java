package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import java.nio.ByteBuffer;

/// A sealed secret as it lies in the database: format, version of the key, nonce, ciphertext with tag.
public final class Sealed {

    static final byte FORMAT = 1;

    private static final int HEADER = 1 + Integer.BYTES + AesGcm.NONCE_BYTES;

    private final int keyVersion;
    private final byte[] nonce;
    private final byte[] ciphertext;

    Sealed(int keyVersion, byte[] nonce, byte[] ciphertext) {
        this.keyVersion = keyVersion;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }

    /// @throws SealBroken if these cannot be the bytes of a sealed secret
    public static Sealed ofBytes(byte[] stored) {
        if (stored.length < HEADER + AesGcm.TAG_BYTES || stored[0] != FORMAT) {
            throw new SealBroken("A sealed value is damaged, or of a newer release.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(stored, 1, stored.length - 1);
        int version = buffer.getInt();
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        buffer.get(nonce);
        byte[] ciphertext = new byte[buffer.remaining()];
        buffer.get(ciphertext);
        return new Sealed(version, nonce, ciphertext);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(HEADER + ciphertext.length).put(FORMAT).putInt(keyVersion).put(nonce).put(ciphertext)
                .array();
    }

    public int keyVersion() {
        return keyVersion;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] ciphertext() {
        return ciphertext;
    }
}
