package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import java.util.function.Consumer;

/// Seals and opens the secrets of one tenant under its data key. Each is bound to the place it is stored in, so a value
/// copied to another tenant, connection, field or key version does not open.
///
/// Thread rule: safe for use by several threads.
public final class SecretBox implements AutoCloseable {

    private final String storeId;
    private final String tenantId;
    private final int keyVersion;
    private final SecretBytes key;
    private final Consumer<String> broken;

    /// @param broken told the field of each value that does not open
    SecretBox(String storeId, String tenantId, int keyVersion, SecretBytes key, Consumer<String> broken) {
        this.storeId = storeId;
        this.tenantId = tenantId;
        this.keyVersion = keyVersion;
        this.key = key;
        this.broken = broken;
    }

    public Sealed seal(SecretBytes secret, String connectionId, String field) {
        AesGcm.Encrypted encrypted = AesGcm.encrypt(key, secret, place(connectionId, field));
        return new Sealed(keyVersion, encrypted.nonce(), encrypted.ciphertext());
    }

    /// The secret; the caller closes it.
    ///
    /// @throws SealBroken if it was sealed for another place, or changed
    public SecretBytes open(Sealed sealed, String connectionId, String field) {
        SecretBytes secret = sealed.keyVersion() == keyVersion
                ? AesGcm.decrypt(key, sealed.nonce(), sealed.ciphertext(), place(connectionId, field))
                : null;
        if (secret == null) {
            broken.accept(field);
            throw new SealBroken("The stored " + field + " of tenant " + tenantId
                    + " was sealed for another place or changed since. It is not used.");
        }
        return secret;
    }

    /// The same of a value as it is stored.
    public SecretBytes open(byte[] stored, String connectionId, String field) {
        Sealed sealed;
        try {
            sealed = Sealed.ofBytes(stored);
        } catch (SealBroken e) {
            broken.accept(field);
            throw e;
        }
        return open(sealed, connectionId, field);
    }

    public int keyVersion() {
        return keyVersion;
    }

    private byte[] place(String connectionId, String field) {
        return new Fields().add("ads-desk/secret").add(Sealed.FORMAT).add(storeId).add(tenantId).add(connectionId)
                .add(field).add(keyVersion).bytes();
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "SecretBox[" + tenantId + ", key " + keyVersion + "]";
    }
}
