package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import com.bizosaas.adsdesk.store.vault.VaultException.Tampered;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

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
    private final String personId;
    private final boolean openedFromCopy;
    private final Persons persons = new Persons(this);
    private final KeyringSlots keyring = new KeyringSlots(this);
    private final ReentrantLock change = new ReentrantLock();
    private final Runnable mending;
    private volatile VaultFile file;
    private volatile LongConsumer replaced = _ -> {
    };

    /// @param mending what is left to do on the disk once it is known that this is the newest vault
    Vault(VaultDisk disk, Clock clock, SecretBytes masterKey, String personId, VaultFile file, boolean openedFromCopy,
            Runnable mending) {
        this.disk = disk;
        this.clock = clock;
        this.masterKey = masterKey;
        this.personId = personId;
        this.file = file;
        this.openedFromCopy = openedFromCopy;
        this.mending = mending;
    }

    /// A new vault and the code that opens it too. Show the code once, then close it.
    public record Created(Vault vault, RecoveryCode recoveryCode) {
    }

    /// Makes a vault in a folder that has none.
    ///
    /// @param name of the first person, who is an administrator
    /// @throws FolderRefused if there is a vault or a database already: those are never written over
    /// @throws VaultException.PassphraseRefused if the passphrase is too short
    /// @throws VaultException.PersonRefused if the name is none
    public static Created create(DataFolder folder, String name, Passphrase passphrase, KdfCosts costs) {
        RecoveryCode code = RecoveryCode.random();
        return new Created(VaultDoor.create(folder, name, passphrase, costs, code), code);
    }

    /// The same without a recovery code.
    static Vault create(DataFolder folder, Passphrase passphrase, KdfCosts costs) {
        return VaultDoor.create(folder, VaultDoor.FIRST_NAME, passphrase, costs, null);
    }

    /// The slot that opens says who is at the desk. Writes nothing: whether this is the newest vault of the desk, its other
    /// files tell; once they did, [#settle()] brings the vault's own in order.
    ///
    /// @throws WrongPassphrase if no slot opens with it
    /// @throws Damaged if neither the vault file nor its copy reads as one; nothing was written
    /// @throws VaultException.Unsupported if it asks for what this release refuses; nothing was derived
    /// @throws Tampered if it opened, but was changed by something else
    /// @throws VaultException.StoreBehind if its copy is newer than the vault file
    public static Vault unlock(DataFolder folder, Passphrase passphrase) {
        return unlock(folder.place(), passphrase);
    }

    /// The same in a folder beside the data folder.
    public static Vault unlock(Place folder, Passphrase passphrase) {
        try (SecretBytes secret = passphrase.utf8()) {
            return VaultDoor.unlock(folder, KeySlot.Kind.PASSPHRASE, secret, "The passphrase is wrong.");
        }
    }

    /// The same with the recovery code.
    public static Vault unlock(DataFolder folder, RecoveryCode code) {
        return unlock(folder.place(), code);
    }

    public static Vault unlock(Place folder, RecoveryCode code) {
        try (SecretBytes secret = code.secret()) {
            return VaultDoor.unlock(folder, KeySlot.Kind.RECOVERY_CODE, secret,
                    "The recovery code does not belong to this vault.");
        }
    }

    /// The same with the secret that the operating system's keyring keeps for one of the persons.
    public static Vault unlockWithKeyring(DataFolder folder, Passphrase kept) {
        try (SecretBytes secret = kept.utf8()) {
            return VaultDoor.unlock(folder.place(), KeySlot.Kind.KEYRING, secret,
                    "The keyring's entry does not belong to this vault.");
        }
    }

    /// Whose passphrase this is, as the vault in a folder says; empty where it opens nothing or there is no whole vault.
    /// Writes nothing, and as slow as unlocking.
    public static Optional<Person> whoOpens(Place folder, Passphrase typed) {
        return VaultDoor.whoOpens(folder, typed);
    }

    /// Mends what is left of a crash or a damage, or writes a vault of an older format in the present one.
    ///
    /// @throws FolderRefused if the files cannot be written
    public void settle() {
        mending.run();
    }

    /// How often the vault file was written; an older copy of it has a lower number.
    public long generation() {
        return file.generation();
    }

    /// Told the generation of each vault file once it is on the disk.
    public void onReplaced(LongConsumer listener) {
        replaced = listener;
    }

    /// Who is at the desk.
    Person person() {
        if (personId.equals(Person.RECOVERY.id())) {
            return Person.RECOVERY;
        }
        return file.persons().stream().filter(person -> person.id().equals(personId)).findFirst()
                .orElseThrow(() -> new Tampered("The vault opened for a person that it does not name."));
    }

    public Persons persons() {
        return persons;
    }

    public KeyringSlots keyring() {
        return keyring;
    }

    /// Whether this opens the vault for whoever opened it, as asked to lift a screen lock: the own passphrase, or the
    /// recovery code if that was used. As slow as unlocking.
    public boolean recognises(Passphrase typed) {
        if (personId.equals(Person.RECOVERY.id())) {
            try (RecoveryCode code = typed.with(RecoveryCode::parse); SecretBytes secret = code.secret()) {
                return opensSlotOf("", KeySlot.Kind.RECOVERY_CODE, secret);
            } catch (WrongPassphrase e) {
                return false;
            }
        }
        try (SecretBytes secret = typed.utf8()) {
            return opensSlotOf(personId, KeySlot.Kind.PASSPHRASE, secret);
        }
    }

    private boolean opensSlotOf(String owner, KeySlot.Kind kind, SecretBytes secret) {
        for (KeySlot slot : file.slots()) {
            try (SecretBytes opened = slot.isOf(kind, owner) ? slot.unwrap(file.storeId(), secret) : null) {
                if (opened != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Wraps the master key under another passphrase of whoever is at the desk. When this returns, the old one opens
    /// nothing any more; if it throws, the old one still does. Older copies of the vault file made by others stay open to
    /// the old one.
    ///
    /// @throws WrongPassphrase if `current` opens no slot of theirs
    /// @throws VaultException.PersonRefused if somebody else has the new one
    public void changePassphrase(Passphrase current, Passphrase next, KdfCosts costs) {
        next.requireStrongEnoughToKeep();
        change(now -> {
            List<KeySlot> slots = new ArrayList<>();
            boolean found = false;
            try (SecretBytes secret = current.utf8()) {
                for (KeySlot slot : now.slots()) {
                    try (SecretBytes opened = !found && slot.isOf(KeySlot.Kind.PASSPHRASE, personId)
                            ? slot.unwrap(now.storeId(), secret)
                            : null) {
                        found |= opened != null;
                        slots.add(opened == null ? slot : passphraseSlot(personId, next, costs));
                    }
                }
            }
            if (!found) {
                throw new WrongPassphrase("The current passphrase is wrong.");
            }
            Persons.requireUnused(now, personId, next);
            return now.withSlots(slots);
        });
    }

    /// Makes a recovery code; one made before opens nothing any more. Show it once, then close it.
    public RecoveryCode replaceRecoveryCode() {
        RecoveryCode code = RecoveryCode.random();
        change(now -> {
            List<KeySlot> slots = new ArrayList<>(now.slots());
            slots.removeIf(slot -> slot.kind() == KeySlot.Kind.RECOVERY_CODE);
            slots.add(KeySlot.ofRecoveryCode(masterKey, now.storeId(), now(), code));
            return now.withSlots(slots);
        });
        return code;
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
        if (!h2Version.equals(file.h2Version()) || controlSchema != file.controlSchema()
                || metricsSchema != file.metricsSchema()) {
            change(now -> now.withVersions(h2Version, controlSchema, metricsSchema));
        }
    }

    VaultFile file() {
        return file;
    }

    /// The vault file as it stands, for a backup.
    public byte[] content() {
        return VaultFileJson.write(file);
    }

    public Disk disk() {
        return disk.folder().disk();
    }

    /// Replaces the file by what the step makes of it, one change at a time; if the step throws, nothing changes.
    ///
    /// @throws VaultException.Unconfirmed if it changed, but the disk did not confirm that it stays
    void change(UnaryOperator<VaultFile> step) {
        change.lock();
        long before = file.generation();
        try {
            replace(step.apply(file));
        } finally {
            change.unlock();
            if (file.generation() > before) {
                replaced.accept(file.generation());
            }
        }
    }

    KeySlot passphraseSlot(String owner, Passphrase passphrase, KdfCosts costs) {
        return KeySlot.ofPassphrase(masterKey, file.storeId(), now(), owner, passphrase, costs);
    }

    KeySlot keyringSlot(String owner, Passphrase kept) {
        return KeySlot.ofKeyring(masterKey, file.storeId(), now(), owner, kept);
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
        try (SecretBytes key = SecretBytes.random(32)) {
            return wrapped(tenantId, keyVersion, key);
        }
    }

    private byte[] wrapped(String tenantId, int keyVersion, SecretBytes key) {
        try (SecretBytes wrapping = derive(KeyPurpose.TENANT_KEYS)) {
            AesGcm.Encrypted encrypted = AesGcm.encrypt(wrapping, key, tenantKeyHeader(tenantId, keyVersion));
            byte[] wrapped = new byte[1 + encrypted.nonce().length + encrypted.ciphertext().length];
            wrapped[0] = WRAPPING;
            System.arraycopy(encrypted.nonce(), 0, wrapped, 1, AesGcm.NONCE_BYTES);
            System.arraycopy(encrypted.ciphertext(), 0, wrapped, 1 + AesGcm.NONCE_BYTES,
                    encrypted.ciphertext().length);
            return wrapped;
        }
    }

    /// A vault of the same desk under a new master key, in another folder: the same persons, but only whoever typed the
    /// passphrase can open it, and a new recovery code.
    ///
    /// @throws WrongPassphrase if it is not that of whoever opened this vault
    public Created rekeyed(Place to, Passphrase typed, KdfCosts costs) {
        if (!recognises(typed)) {
            throw new WrongPassphrase("The passphrase is wrong.");
        }
        SecretBytes master = SecretBytes.random(MASTER_KEY_BYTES);
        RecoveryCode code = RecoveryCode.random();
        List<KeySlot> slots = List.of(KeySlot.ofPassphrase(master, storeId(), now(), personId, typed, costs),
                KeySlot.ofRecoveryCode(master, storeId(), now(), code));
        Vault fresh = new Vault(new VaultDisk(to), clock, master, personId, file.withSlots(slots), false, () -> {
        });
        fresh.replace(fresh.file);
        return new Created(fresh, code);
    }

    /// The box that seals and opens a tenant's secrets; the caller closes it.
    ///
    /// @throws SealBroken if the wrapped key is not the one made for this tenant and version in this store
    public SecretBox openTenantKey(String tenantId, int keyVersion, byte[] wrapped) {
        return openTenantKey(tenantId, keyVersion, wrapped, _ -> {
        });
    }

    /// @param broken told the field of each value that the box finds out of its place
    public SecretBox openTenantKey(String tenantId, int keyVersion, byte[] wrapped, Consumer<String> broken) {
        return new SecretBox(storeId(), tenantId, keyVersion, unwrapped(tenantId, keyVersion, wrapped), broken);
    }

    private SecretBytes unwrapped(String tenantId, int keyVersion, byte[] wrapped) {
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
        return key;
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
        return derive(masterKey, storeId(), purpose, length);
    }

    static SecretBytes derive(SecretBytes masterKey, String storeId, KeyPurpose purpose, int length) {
        byte[] salt = new Fields().add("ads-desk").add(storeId).bytes();
        return Hkdf.derive(masterKey, salt, purpose.label(), length);
    }

    void replace(VaultFile next) {
        try (SecretBytes key = derive(KeyPurpose.VAULT_MAC)) {
            VaultFile signed = next.signed(key);
            try {
                disk.write(signed);
            } catch (VaultException.Unconfirmed e) {
                file = signed;
                throw e;
            }
            file = signed;
        }
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
