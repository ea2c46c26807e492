package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Key slots that the operating system's keyring opens, at most one a person and always beside their passphrase. The secret of
/// a slot is 256 random bits in Base64; the keyring keeps it under the slot's id, the vault keeps no copy.
///
/// Thread rule: safe for use by several threads.
public final class KeyringSlots {

    private static final int SECRET_BYTES = 32;

    private final Vault vault;

    KeyringSlots(Vault vault) {
        this.vault = vault;
    }

    /// A way in that a closed vault offers. Nothing of it is vouched for before the vault is open.
    ///
    /// @param entry name of the secret in the keyring
    public record Offer(String entry, Person person) {
    }

    /// What the vault in a folder offers, in the order of its persons; nothing where there is no whole vault.
    public static List<Offer> offers(Place folder) {
        try {
            VaultFile file = new VaultDisk(folder).read().file();
            return file.persons().stream()
                    .flatMap(person -> entryOf(file, person.id()).map(entry -> new Offer(entry, person)).stream())
                    .toList();
        } catch (Damaged | Unsupported e) {
            return List.of();
        }
    }

    /// Name of a person's secret in the keyring; empty where they have none.
    public Optional<String> entryOf(String personId) {
        return entryOf(vault.file(), personId);
    }

    private static Optional<String> entryOf(VaultFile file, String personId) {
        return file.slots().stream().filter(slot -> slot.isOf(KeySlot.Kind.KEYRING, personId)).map(KeySlot::id)
                .findFirst();
    }

    /// Makes a slot for whoever is at the desk, in place of one that they had. As slow as unlocking.
    ///
    /// @param keep puts the secret into the keyring, by the name of its entry; what it throws leaves the vault as it was
    /// @return name of the entry
    /// @throws WrongPassphrase if the passphrase is not theirs
    /// @throws PersonRefused if the desk was opened with the recovery code
    public String add(Passphrase typed, BiConsumer<String, char[]> keep) {
        Person person = vault.person();
        if (person.equals(Person.RECOVERY)) {
            throw new PersonRefused("", "The recovery code is nobody's. Open the desk with your own passphrase first.");
        }
        if (!vault.recognises(typed)) {
            throw new WrongPassphrase("The passphrase is wrong.");
        }
        try (SecretBytes random = SecretBytes.random(SECRET_BYTES);
                Passphrase secret = random.with(KeyringSlots::text)) {
            KeySlot added = vault.keyringSlot(person.id(), secret);
            secret.with(text -> {
                keep.accept(added.id(), text);
                return added;
            });
            vault.change(file -> {
                List<KeySlot> slots = new ArrayList<>(file.slots());
                slots.removeIf(slot -> slot.isOf(KeySlot.Kind.KEYRING, person.id()));
                slots.add(added);
                return file.withSlots(slots);
            });
            return added.id();
        }
    }

    /// From now on the keyring's secret opens nothing for whoever is at the desk.
    ///
    /// @return name of the entry that is of no use any more, empty where there was none
    public Optional<String> remove() {
        String person = vault.person().id();
        Optional<String> entry = entryOf(person);
        if (entry.isPresent()) {
            vault.change(file -> file.withSlots(
                    file.slots().stream().filter(slot -> !slot.isOf(KeySlot.Kind.KEYRING, person)).toList()));
        }
        return entry;
    }

    private static Passphrase text(byte[] random) {
        byte[] encoded = Base64.getEncoder().encode(random);
        char[] text = new char[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            text[i] = (char) encoded[i];
        }
        Arrays.fill(encoded, (byte) 0);
        try {
            return Passphrase.of(text);
        } finally {
            Arrays.fill(text, '\0');
        }
    }
}
