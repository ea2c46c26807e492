package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Who may open this vault, and as what. Every change but one's own name asks for an administrator at the desk, and
/// there is always an administrator left.
///
/// Thread rule: safe for use by several threads. Whatever takes a passphrase is slow by design.
public final class Persons {

    private final Vault vault;

    Persons(Vault vault) {
        this.vault = vault;
    }

    /// In the order in which they were added.
    public List<Person> list() {
        return vault.file().persons();
    }

    /// Whoever opened the vault; [Person#RECOVERY] if it was opened with the recovery code.
    public Person current() {
        return vault.person();
    }

    /// Whether the person can open the vault; after a re-keying the others cannot until they get a new passphrase.
    public boolean hasPassphrase(String personId) {
        return vault.file().slots().stream().anyMatch(slot -> slot.isOf(KeySlot.Kind.PASSPHRASE, personId));
    }

    /// @throws PersonRefused if the name is taken or none, or somebody else has the passphrase
    /// @throws VaultException.PassphraseRefused if it is too short
    public Person add(String name, Role role, Passphrase passphrase, KdfCosts costs) {
        passphrase.requireStrongEnoughToKeep();
        Person added = named(UUID.randomUUID().toString(), name, role);
        vault.change(file -> {
            requireAdministrator();
            requireFreeName(file, added);
            if (file.persons().size() == VaultFile.MAX_PERSONS) {
                throw new PersonRefused("name", "A desk has at most " + VaultFile.MAX_PERSONS
                        + " persons. Remove one who left first.");
            }
            requireUnused(file, added.id(), passphrase);
            List<Person> persons = new ArrayList<>(file.persons());
            persons.add(added);
            List<KeySlot> slots = new ArrayList<>(file.slots());
            slots.add(vault.passphraseSlot(added.id(), passphrase, costs));
            return file.with(persons, slots);
        });
        return added;
    }

    /// Everybody may change their own name, an administrator everybody's.
    public Person rename(String personId, String name) {
        vault.change(file -> {
            Person before = find(file, personId);
            if (!vault.person().id().equals(personId)) {
                requireAdministrator();
            }
            Person renamed = named(personId, name, before.role());
            requireFreeName(file, renamed);
            return file.with(replaced(file, renamed), file.slots());
        });
        return find(vault.file(), personId);
    }

    /// @throws PersonRefused if no administrator would be left
    public Person changeRole(String personId, Role role) {
        vault.change(file -> {
            requireAdministrator();
            Person before = find(file, personId);
            VaultFile next = file.with(replaced(file, new Person(personId, before.name(), role)), file.slots());
            requireAnAdministrator(next, before);
            return next;
        });
        return find(vault.file(), personId);
    }

    /// The person's key slots go with it: no passphrase of theirs opens the vault any more. Whoever knew one may have kept
    /// a copy of the vault file, which re-keying makes useless.
    public void remove(String personId) {
        vault.change(file -> {
            requireAdministrator();
            Person gone = find(file, personId);
            if (vault.person().id().equals(personId)) {
                throw new PersonRefused("", "You are at the desk yourself. Another administrator can remove you.");
            }
            List<Person> persons = new ArrayList<>(file.persons());
            persons.remove(gone);
            List<KeySlot> slots = new ArrayList<>(file.slots());
            slots.removeIf(slot -> slot.owner().equals(personId));
            if (persons.isEmpty()) {
                throw lastAdministrator(gone);
            }
            VaultFile next = file.with(persons, slots);
            requireAnAdministrator(next, gone);
            return next;
        });
    }

    /// A new passphrase for somebody who forgot theirs, given by an administrator or by whoever holds the recovery code.
    public void givePassphrase(String personId, Passphrase passphrase, KdfCosts costs) {
        passphrase.requireStrongEnoughToKeep();
        vault.change(file -> {
            requireAdministrator();
            find(file, personId);
            requireUnused(file, personId, passphrase);
            List<KeySlot> slots = new ArrayList<>(file.slots());
            slots.removeIf(slot -> slot.owner().equals(personId));
            slots.add(vault.passphraseSlot(personId, passphrase, costs));
            return file.withSlots(slots);
        });
    }

    /// Two persons of one passphrase could not be told apart.
    static void requireUnused(VaultFile file, String personId, Passphrase passphrase) {
        try (SecretBytes secret = passphrase.utf8()) {
            for (KeySlot slot : file.slots()) {
                if (slot.kind() == KeySlot.Kind.PASSPHRASE && !slot.owner().equals(personId)) {
                    try (SecretBytes opened = slot.unwrap(file.storeId(), secret)) {
                        if (opened != null) {
                            throw new PersonRefused("passphrase", "Somebody else at this desk has this passphrase. "
                                    + "Choose another one: it says who is here.");
                        }
                    }
                }
            }
        }
    }

    static Person named(String id, String name, Role role) {
        try {
            return new Person(id, name, role);
        } catch (IllegalArgumentException e) {
            PersonRefused refused = new PersonRefused("name",
                    "A person's name has 1 to " + Person.MAX_NAME
                            + " characters. Type it as it shall stand in the audit log.");
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private void requireAdministrator() {
        if (!vault.person().role().includes(Role.ADMINISTRATOR)) {
            throw new PersonRefused("", "Only an administrator manages persons. Ask one to do it.");
        }
    }

    private static void requireFreeName(VaultFile file, Person person) {
        boolean taken = file.persons().stream().anyMatch(
                other -> !other.id().equals(person.id()) && other.name().equalsIgnoreCase(person.name()))
                || person.name().equalsIgnoreCase(Person.RECOVERY.name());
        if (taken) {
            throw new PersonRefused("name", "There is somebody called " + person.name()
                    + " already. Choose a name that tells the two apart.");
        }
    }

    private static void requireAnAdministrator(VaultFile next, Person changed) {
        if (!next.hasAdministrator()) {
            throw lastAdministrator(changed);
        }
    }

    private static PersonRefused lastAdministrator(Person person) {
        return new PersonRefused("role", person.name()
                + " is the last administrator. Make somebody else one first.");
    }

    private static Person find(VaultFile file, String personId) {
        return file.persons().stream().filter(person -> person.id().equals(personId)).findFirst()
                .orElseThrow(() -> new PersonRefused("", "This person is not here any more."));
    }

    private static List<Person> replaced(VaultFile file, Person changed) {
        UnaryOperator<Person> swap = person -> person.id().equals(changed.id()) ? changed : person;
        return file.persons().stream().map(swap).toList();
    }
}
