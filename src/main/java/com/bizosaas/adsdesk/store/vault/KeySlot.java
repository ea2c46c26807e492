package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One way into the vault: the master key, encrypted under a key made from something a person knows or has.
///
/// Everything but the ciphertext is authenticated with it, so a slot whose label, costs or salt were changed, or that came
/// from another vault, does not open. Whose it is stands under the MAC of the whole file.
///
/// @param owner id of the person, empty for the recovery code, which is the desk's
record KeySlot(String id, Kind kind, String owner, String label, Instant created, @Nullable KdfCosts costs, byte[] salt,
        byte[] nonce, byte[] wrapped) {

    enum Kind {
        PASSPHRASE("passphrase", Argon2.ALGORITHM, ""),
        RECOVERY_CODE("recovery-code", Hkdf.ALGORITHM, "ads-desk/1/recovery-slot"),
        KEYRING("keyring", Hkdf.ALGORITHM, "ads-desk/1/keyring-slot");

        private final String word;
        private final String algorithm;
        private final String purpose;

        Kind(String word, String algorithm, String purpose) {
            this.word = word;
            this.algorithm = algorithm;
            this.purpose = purpose;
        }

        String word() {
            return word;
        }

        /// A passphrase is guessable and needs a slow derivation; a recovery code has 160 random bits, the
        /// keyring's secret 256, and they need none.
        String algorithm() {
            return algorithm;
        }

        static Kind ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new Unsupported("The vault has a key slot of a kind that this release does not know: " + word + ".");
        }
    }

    private static final int WRAPPED_BYTES = Vault.MASTER_KEY_BYTES + AesGcm.TAG_BYTES;
    private static final int HEADER_VERSION = 1;

    KeySlot {
        if ((kind == Kind.PASSPHRASE) != (costs != null)) {
            throw new IllegalArgumentException("Costs belong to passphrase slots and to them alone.");
        }
        if (salt.length != Argon2.SALT_BYTES || nonce.length != AesGcm.NONCE_BYTES || wrapped.length != WRAPPED_BYTES) {
            throw new IllegalArgumentException("A salt, nonce or wrapped key of the wrong length.");
        }
    }

    static KeySlot ofPassphrase(SecretBytes masterKey, String storeId, Instant created, String owner,
            Passphrase passphrase, KdfCosts costs) {
        try (SecretBytes secret = passphrase.utf8()) {
            return wrap(masterKey, storeId, Kind.PASSPHRASE, owner, "Passphrase", created, secret, costs);
        }
    }

    static KeySlot ofRecoveryCode(SecretBytes masterKey, String storeId, Instant created, RecoveryCode code) {
        try (SecretBytes secret = code.secret()) {
            return wrap(masterKey, storeId, Kind.RECOVERY_CODE, "", "Recovery code", created, secret, null);
        }
    }

    static KeySlot ofKeyring(SecretBytes masterKey, String storeId, Instant created, String owner, Passphrase kept) {
        try (SecretBytes secret = kept.utf8()) {
            return wrap(masterKey, storeId, Kind.KEYRING, owner, "Keyring", created, secret, null);
        }
    }

    private static KeySlot wrap(SecretBytes masterKey, String storeId, Kind kind, String owner, String label,
            Instant created,
            SecretBytes secret, @Nullable KdfCosts costs) {
        byte[] salt = SecretBytes.random(Argon2.SALT_BYTES).with(byte[]::clone);
        KeySlot empty = new KeySlot(UUID.randomUUID().toString(), kind, owner, label, created, costs, salt,
                new byte[AesGcm.NONCE_BYTES], new byte[WRAPPED_BYTES]);
        try (SecretBytes key = empty.keyFrom(secret)) {
            AesGcm.Encrypted encrypted = AesGcm.encrypt(key, masterKey, empty.header(storeId));
            return new KeySlot(empty.id, kind, owner, label, created, costs, salt, encrypted.nonce(),
                    encrypted.ciphertext());
        }
    }

    KeySlot ownedBy(String person) {
        return new KeySlot(id, kind, person, label, created, costs, salt, nonce, wrapped);
    }

    boolean isOf(Kind wanted, String person) {
        return kind == wanted && owner.equals(person);
    }

    /// The master key, or null if this secret does not open this slot.
    @Nullable
    SecretBytes unwrap(String storeId, SecretBytes secret) {
        try (SecretBytes key = keyFrom(secret)) {
            return AesGcm.decrypt(key, nonce, wrapped, header(storeId));
        }
    }

    private SecretBytes keyFrom(SecretBytes secret) {
        return costs == null
                ? Hkdf.derive(secret, salt, kind.purpose, 32)
                : Argon2.derive(secret, salt, costs);
    }

    byte[] header(String storeId) {
        Fields fields = new Fields().add("ads-desk-vault/slot").add(HEADER_VERSION).add(storeId).add(id)
                .add(kind.word()).add(label).add(created.toString()).add(kind.algorithm());
        if (costs != null) {
            fields.add(Argon2.VERSION).add(costs.memoryKib()).add(costs.passes()).add(costs.lanes());
        }
        return fields.add(salt).add(AesGcm.ALGORITHM).bytes();
    }
}
