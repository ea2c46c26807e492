package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import com.bizosaas.adsdesk.store.vault.VaultException.Tampered;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// An unlocked vault: the master key, and everything that is derived from it or wrapped under it. Closing zeroes the key.
///
/// Creating and unlocking take about half a second and belong on no user-interface thread.
///
/// Thread rule: safe for use by several threads.
public final class Vault implements AutoCloseable {

    static final int MASTER_KEY_BYTES = 32;

    private static final byte WRAPPING = 1;

    private final VaultDisk disk;
    private final Clock clock;
    private final SecretBytes masterKey;
    private final boolean openedFromCopy;
    private final ReentrantLock change = new ReentrantLock();
    private volatile VaultFile file;

    private Vault(VaultDisk disk, Clock clock, SecretBytes masterKey, VaultFile file, boolean openedFromCopy) {
        this.disk = disk;
        this.clock = clock;
        this.masterKey = masterKey;
        this.file = file;
        this.openedFromCopy = openedFromCopy;
    }

    /// A new vault and the code that opens it too. Show the code once, then close it.
    public record Created(Vault vault, RecoveryCode recoveryCode) {
    }

    /// Makes a vault in a folder that has none.
    ///
    /// @throws FolderRefused if there is a vault or a database already: those are never written over
    /// @throws VaultException.PassphraseRefused if the passphrase is too short
    public static Vault create(DataFolder folder, Passphrase passphrase, KdfCosts costs) {
        return create(folder, passphrase, costs, null);
    }

    public static Created createWithRecovery(DataFolder folder, Passphrase passphrase, KdfCosts costs) {
        RecoveryCode code = RecoveryCode.random();
        return new Created(create(folder, passphrase, costs, code), code);
    }

    private static Vault create(DataFolder folder, Passphrase passphrase, KdfCosts costs, @Nullable RecoveryCode code) {
        passphrase.requireStrongEnoughToKeep();
        requireNothingThere(folder);
        Clock clock = Clock.systemUTC();
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        String storeId = UUID.randomUUID().toString();
        SecretBytes master = SecretBytes.random(MASTER_KEY_BYTES);
        List<KeySlot> slots = new ArrayList<>();
        slots.add(passphraseSlot(master, storeId, now, passphrase, costs));
        if (code != null) {
            slots.add(recoverySlot(master, storeId, now, code));
        }
        Vault vault = new Vault(new VaultDisk(folder), clock, master,
                new VaultFile(storeId, now, "none", 0, 0, slots, new byte[Hmac.BYTES]), false);
        vault.replace(vault.file);
        return vault;
    }

    /// @throws WrongPassphrase if no slot opens with it
    /// @throws Damaged if neither the vault file nor its copy reads as one; nothing was written
    /// @throws VaultException.Unsupported if it asks for what this release refuses; nothing was derived
    /// @throws Tampered if it opened, but was changed by something else
    public static Vault unlock(DataFolder folder, Passphrase passphrase) {
        try (SecretBytes secret = passphrase.utf8()) {
            return unlock(folder, KeySlot.Kind.PASSPHRASE, secret, "The passphrase is wrong.");
        }
    }

    /// The same with the recovery code.
    public static Vault unlock(DataFolder folder, RecoveryCode code) {
        try (SecretBytes secret = code.secret()) {
            return unlock(folder, KeySlot.Kind.RECOVERY_CODE, secret,
                    "The recovery code does not belong to this vault.");
        }
    }

    private static Vault unlock(DataFolder folder, KeySlot.Kind kind, SecretBytes secret, String refusal) {
        Clock clock = Clock.systemUTC();
        VaultDisk disk = new VaultDisk(folder);
        VaultDisk.Found found = disk.read();
        SecretBytes master = masterKey(found.file(), kind, secret);
        if (master == null) {
            throw new WrongPassphrase(refusal);
        }
        Vault vault = new Vault(disk, clock, master, found.file(), found.fromCopy());
        try {
            vault.requireOurs();
            disk.repair(found, clock);
            return vault;
        } catch (VaultException e) {
            vault.close();
            throw e;
        }
    }

    private static @Nullable SecretBytes masterKey(VaultFile file, KeySlot.Kind kind, SecretBytes secret) {
        for (KeySlot slot : file.slots()) {
            SecretBytes master = slot.kind() == kind ? slot.unwrap(file.storeId(), secret) : null;
            if (master != null) {
                return master;
            }
        }
        return null;
    }

    /// Whether this passphrase opens the vault, as asked to lift a screen lock. As slow as unlocking.
    public boolean recognises(Passphrase passphrase) {
        try (SecretBytes secret = passphrase.utf8();
                SecretBytes master = masterKey(file, KeySlot.Kind.PASSPHRASE, secret)) {
            return master != null;
        }
    }

    /// Wraps the master key under another passphrase. When this returns, the old passphrase opens nothing any more; if it
    /// throws, the old one still does. Older copies of the vault file made by others stay open to the old one.
    ///
    /// @throws WrongPassphrase if `current` opens no slot
    public void changePassphrase(Passphrase current, Passphrase next, KdfCosts costs) {
        next.requireStrongEnoughToKeep();
        change.lock();
        try (SecretBytes secret = current.utf8()) {
            List<KeySlot> slots = new ArrayList<>();
            boolean found = false;
            for (KeySlot slot : file.slots()) {
                try (SecretBytes opened = !found && slot.kind() == KeySlot.Kind.PASSPHRASE
                        ? slot.unwrap(file.storeId(), secret)
                        : null) {
                    found |= opened != null;
                    slots.add(opened == null
                            ? slot
                            : passphraseSlot(masterKey, file.storeId(), now(), next, costs));
                }
            }
            if (!found) {
                throw new WrongPassphrase("The current passphrase is wrong.");
            }
            replace(file.withSlots(slots));
        } finally {
            change.unlock();
        }
    }

    /// Makes a recovery code; one made before opens nothing any more. Show it once, then close it.
    public RecoveryCode replaceRecoveryCode() {
        change.lock();
        try {
            RecoveryCode code = RecoveryCode.random();
            List<KeySlot> slots = new ArrayList<>(file.slots());
            slots.removeIf(slot -> slot.kind() == KeySlot.Kind.RECOVERY_CODE);
            slots.add(recoverySlot(masterKey, file.storeId(), now(), code));
            replace(file.withSlots(slots));
            return code;
        } finally {
            change.unlock();
        }
    }

    public boolean hasRecoveryCode() {
        return file.slots().stream().anyMatch(slot -> slot.kind() == KeySlot.Kind.RECOVERY_CODE);
    }

    /// Whether `vault.json` was damaged or missing at unlocking and its copy stood in; it has been repaired since.
    public boolean openedFromCopy() {
        return openedFromCopy;
    }

    public String storeId() {
        return file.storeId();
    }

    public String h2Version() {
        return file.h2Version();
    }

    /// The schema version of the control store, 0 until its making was completed once.
    public int controlSchema() {
        return file.controlSchema();
    }

    public int metricsSchema() {
        return file.metricsSchema();
    }

    /// Writes outside the databases which H2 and which schemas their files have.
    public void recordVersions(String h2Version, int controlSchema, int metricsSchema) {
        change.lock();
        try {
            VaultFile next = file.withVersions(h2Version, controlSchema, metricsSchema);
            if (!next.equals(file)) {
                replace(next);
            }
        } finally {
            change.unlock();
        }
    }

    /// A key of 32 bytes for one purpose; the caller closes it.
    public SecretBytes derive(KeyPurpose purpose) {
        return derive(purpose, 32);
    }

    /// What H2 takes as password of an encrypted database: 64 hexadecimal digits for the file, a blank, 64 for the user.
    /// The caller wipes the array.
    public char[] databasePassword(KeyPurpose store) {
        try (SecretBytes both = derive(store, 64)) {
            char[] digits = Hkdf.hex(both);
            char[] password = new char[digits.length + 1];
            System.arraycopy(digits, 0, password, 0, 64);
            password[64] = ' ';
            System.arraycopy(digits, 64, password, 65, 64);
            Arrays.fill(digits, '\0');
            return password;
        }
    }

    /// A new random data key for a tenant, wrapped for storing.
    public byte[] newTenantKey(String tenantId, int keyVersion) {
        try (SecretBytes key = SecretBytes.random(32); SecretBytes wrapping = derive(KeyPurpose.TENANT_KEYS)) {
            AesGcm.Encrypted encrypted = AesGcm.encrypt(wrapping, key, tenantKeyHeader(tenantId, keyVersion));
            byte[] wrapped = new byte[1 + encrypted.nonce().length + encrypted.ciphertext().length];
            wrapped[0] = WRAPPING;
            System.arraycopy(encrypted.nonce(), 0, wrapped, 1, AesGcm.NONCE_BYTES);
            System.arraycopy(encrypted.ciphertext(), 0, wrapped, 1 + AesGcm.NONCE_BYTES,
                    encrypted.ciphertext().length);
            return wrapped;
        }
    }

    /// The box that seals and opens a tenant's secrets; the caller closes it.
    ///
    /// @throws SealBroken if the wrapped key is not the one made for this tenant and version in this store
    public SecretBox openTenantKey(String tenantId, int keyVersion, byte[] wrapped) {
        int header = 1 + AesGcm.NONCE_BYTES;
        SecretBytes key = null;
        if (wrapped.length > header && wrapped[0] == WRAPPING) {
            try (SecretBytes wrapping = derive(KeyPurpose.TENANT_KEYS)) {
                key = AesGcm.decrypt(wrapping, Arrays.copyOfRange(wrapped, 1, header),
                        Arrays.copyOfRange(wrapped, header, wrapped.length), tenantKeyHeader(tenantId, keyVersion));
            }
        }
        if (key == null) {
            throw new SealBroken("The data key of tenant " + tenantId + " does not belong to it, or was changed.");
        }
        return new SecretBox(storeId(), tenantId, keyVersion, key);
    }

    @Override
    public void close() {
        masterKey.close();
    }

    @Override
    public String toString() {
        return "Vault[" + storeId() + "]";
    }

    private byte[] tenantKeyHeader(String tenantId, int keyVersion) {
        return new Fields().add("ads-desk/tenant-key").add(WRAPPING).add(storeId()).add(tenantId).add(keyVersion)
                .bytes();
    }

    private SecretBytes derive(KeyPurpose purpose, int length) {
        byte[] salt = new Fields().add("ads-desk").add(storeId()).bytes();
        return Hkdf.derive(masterKey, salt, purpose.label(), length);
    }

    private void requireOurs() {
        try (SecretBytes key = derive(KeyPurpose.VAULT_MAC)) {
            if (!file.isSignedBy(key)) {
                throw new Tampered("The vault opened, but its file was changed by something other than this program. "
                        + "Nothing was written: put vault.json back from a backup.");
            }
        }
    }

    private void replace(VaultFile next) {
        try (SecretBytes key = derive(KeyPurpose.VAULT_MAC)) {
            VaultFile signed = next.signed(key);
            disk.write(signed);
            file = signed;
        }
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    private static KeySlot passphraseSlot(SecretBytes master, String storeId, Instant now, Passphrase passphrase,
            KdfCosts costs) {
        try (SecretBytes secret = passphrase.utf8()) {
            return KeySlot.wrap(master, storeId, KeySlot.Kind.PASSPHRASE, "Passphrase", now, secret, costs);
        }
    }

    private static KeySlot recoverySlot(SecretBytes master, String storeId, Instant now, RecoveryCode code) {
        try (SecretBytes secret = code.secret()) {
            return KeySlot.wrap(master, storeId, KeySlot.Kind.RECOVERY_CODE, "Recovery code", now, secret, null);
        }
    }

    private static void requireNothingThere(DataFolder folder) {
        try {
            List<String> leftovers = folder.leftovers();
            if (!leftovers.isEmpty()) {
                throw new FolderRefused("The folder " + folder.path() + " already holds " + String.join(", ", leftovers)
                        + ". A new vault is not made over it: choose another folder, or put the missing files back.",
                        null);
            }
        } catch (IOException e) {
            throw new FolderRefused("The folder " + folder.path() + " cannot be read.", e);
        }
    }
}
