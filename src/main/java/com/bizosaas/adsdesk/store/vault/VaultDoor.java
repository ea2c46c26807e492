package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.StoreBehind;
import com.bizosaas.adsdesk.store.vault.VaultException.Tampered;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ways into a closed vault: making one, and opening one with what a key slot takes. Opening writes nothing.
final class VaultDoor {

    static final String FIRST_NAME = "Operator";

    private VaultDoor() {
    }

    /// What a secret opened, and whose slot it was.
    private record Opened(SecretBytes masterKey, KeySlot slot) {
    }

    static Vault create(DataFolder folder, String name, Passphrase passphrase, KdfCosts costs,
            @Nullable RecoveryCode code) {
        passphrase.requireStrongEnoughToKeep();
        Person first = Persons.named(UUID.randomUUID().toString(), name, Role.ADMINISTRATOR);
        requireNothingThere(folder);
        Clock clock = Clock.systemUTC();
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        String storeId = UUID.randomUUID().toString();
        SecretBytes master = SecretBytes.random(Vault.MASTER_KEY_BYTES);
        List<KeySlot> slots = new ArrayList<>();
        slots.add(KeySlot.ofPassphrase(master, storeId, now, first.id(), passphrase, costs));
        if (code != null) {
            slots.add(KeySlot.ofRecoveryCode(master, storeId, now, code));
        }
        VaultDisk disk = new VaultDisk(folder.place());
        Vault vault = new Vault(disk, clock, master, first.id(), VaultFile.fresh(storeId, now, first, slots), false,
                () -> {
                });
        vault.replace(vault.file());
        return vault;
    }

    /// @param refusal said where no slot opens
    static Vault unlock(Place folder, KeySlot.Kind kind, SecretBytes secret, String refusal) {
        Clock clock = Clock.systemUTC();
        VaultDisk disk = new VaultDisk(folder);
        VaultDisk.Found found = disk.read();
        VaultFile read = found.file();
        Opened opened = open(read, kind, secret);
        if (opened == null) {
            requireNoNewerCopyOpens(found, kind, secret);
            throw new WrongPassphrase(refusal);
        }
        try {
            requireSigned(opened.masterKey, read);
            requireNoNewerCopy(found, opened.masterKey);
            VaultFile file = withPersons(opened.masterKey, read);
            String person = kind == KeySlot.Kind.RECOVERY_CODE
                    ? Person.RECOVERY.id()
                    : opened.slot.owner().isEmpty() ? file.persons().getFirst().id() : opened.slot.owner();
            Vault vault = new Vault(disk, clock, opened.masterKey, person, file, found.fromCopy(),
                    file.equals(read) ? () -> disk.repair(found, clock) : () -> disk.write(file));
            vault.person();
            return vault;
        } catch (VaultException e) {
            opened.masterKey.close();
            throw e;
        }
    }

    static Optional<Person> whoOpens(Place folder, Passphrase typed) {
        try (SecretBytes secret = typed.utf8()) {
            VaultFile file = new VaultDisk(folder).read().file();
            Opened opened = open(file, KeySlot.Kind.PASSPHRASE, secret);
            if (opened == null) {
                return Optional.empty();
            }
            try (SecretBytes master = opened.masterKey) {
                requireSigned(master, file);
            }
            String owner = opened.slot.owner();
            return file.persons().stream().filter(person -> person.id().equals(owner)).findFirst();
        } catch (Damaged | Tampered | Unsupported e) {
            return Optional.empty();
        }
    }

    private static @Nullable Opened open(VaultFile file, KeySlot.Kind kind, SecretBytes secret) {
        for (KeySlot slot : file.slots()) {
            SecretBytes master = slot.kind() == kind ? slot.unwrap(file.storeId(), secret) : null;
            if (master != null) {
                return new Opened(master, slot);
            }
        }
        return null;
    }

    /// Of the present format, signed, with a first person where it was of a time without persons.
    private static VaultFile withPersons(SecretBytes masterKey, VaultFile file) {
        if (file.version() != VaultFile.WITHOUT_PERSONS) {
            return file;
        }
        try (SecretBytes key = Vault.derive(masterKey, file.storeId(), KeyPurpose.VAULT_MAC, Hmac.BYTES)) {
            return file.withPersons(new Person(UUID.randomUUID().toString(), FIRST_NAME, Role.ADMINISTRATOR))
                    .signed(key);
        }
    }

    private static boolean isSigned(SecretBytes masterKey, VaultFile file) {
        try (SecretBytes key = Vault.derive(masterKey, file.storeId(), KeyPurpose.VAULT_MAC, Hmac.BYTES)) {
            return file.isSignedBy(key);
        }
    }

    private static void requireSigned(SecretBytes masterKey, VaultFile file) {
        if (!isSigned(masterKey, file)) {
            throw new Tampered("The vault opened, but its file was changed by something other than this program. "
                    + "Nothing was changed.");
        }
    }

    /// The copy is written after the file, so one that is newer shows that an older file was put in the file's place.
    private static void requireNoNewerCopy(VaultDisk.Found found, SecretBytes masterKey) {
        VaultFile copy = found.newerCopy();
        if (copy != null && isSigned(masterKey, copy)) {
            throw older(found);
        }
    }

    private static void requireNoNewerCopyOpens(VaultDisk.Found found, KeySlot.Kind kind, SecretBytes secret) {
        VaultFile copy = found.newerCopy();
        Opened opened = copy == null ? null : open(copy, kind, secret);
        if (opened != null) {
            opened.masterKey.close();
            throw older(found);
        }
    }

    private static StoreBehind older(VaultDisk.Found found) {
        VaultFile copy = found.newerCopy();
        return new StoreBehind("The file vault.json is older than its copy vault.json.bak (state "
                + found.file().generation() + " instead of " + (copy == null ? "" : copy.generation())
                + "): it may let in who was removed since, or want a passphrase of before. Nothing was "
                + "changed.");
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
