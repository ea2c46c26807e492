package com.bizosaas.adsdesk.store.vault;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import java.time.Instant;
import java.util.List;

/// What `vault.json` says: which store this is, what wrote it, who may open it, and the key slots. The MAC covers all of
/// it, so that a slot taken away, a role raised or a version set back is noticed as soon as the master key is known.
///
/// @param version format that was read: 1 knew no persons
/// @param generation rises by one with each writing
record VaultFile(int version, String storeId, Instant created, long generation, String h2Version, int controlSchema,
        int metricsSchema, List<Person> persons, List<KeySlot> slots, byte[] mac) {

    static final String FORMAT = "ads-desk-vault";
    static final int VERSION = 2;
    static final int WITHOUT_PERSONS = 1;
    static final int MAX_PERSONS = 16;
    static final int MAX_SLOTS = 2 * MAX_PERSONS + 1;

    VaultFile {
        if (slots.isEmpty() || slots.size() > MAX_SLOTS || persons.size() > MAX_PERSONS) {
            throw new IllegalArgumentException(
                    "A vault has between 1 and " + MAX_SLOTS + " key slots and at most " + MAX_PERSONS + " persons.");
        }
        persons = List.copyOf(persons);
        slots = List.copyOf(slots);
    }

    /// A new vault of one person, not signed yet.
    static VaultFile fresh(String storeId, Instant created, Person first, List<KeySlot> slots) {
        return new VaultFile(VERSION, storeId, created, 0, "none", 0, 0, List.of(first), slots, new byte[Hmac.BYTES]);
    }

    VaultFile withSlots(List<KeySlot> next) {
        return with(persons, next);
    }

    VaultFile with(List<Person> people, List<KeySlot> next) {
        return new VaultFile(version, storeId, created, generation, h2Version, controlSchema, metricsSchema, people,
                next, mac);
    }

    VaultFile withVersions(String h2, int control, int metrics) {
        return new VaultFile(version, storeId, created, generation, h2, control, metrics, persons, slots, mac);
    }

    /// Of the present format, with a first person who has every passphrase that a vault without persons had.
    VaultFile withPersons(Person first) {
        List<KeySlot> owned = slots.stream()
                .map(slot -> slot.kind() == KeySlot.Kind.PASSPHRASE ? slot.ownedBy(first.id()) : slot).toList();
        return new VaultFile(VERSION, storeId, created, generation, h2Version, controlSchema, metricsSchema,
                List.of(first), owned, mac);
    }

    /// The next generation, signed.
    VaultFile signed(SecretBytes macKey) {
        VaultFile next = new VaultFile(version, storeId, created, generation + 1, h2Version, controlSchema,
                metricsSchema, persons, slots, mac);
        return new VaultFile(version, storeId, created, next.generation, h2Version, controlSchema, metricsSchema,
                persons, slots, Hmac.sha256(macKey, next.content()));
    }

    boolean isSignedBy(SecretBytes macKey) {
        return Hmac.same(mac, Hmac.sha256(macKey, content()));
    }

    boolean hasAdministrator() {
        return persons.stream().anyMatch(person -> person.role() == Role.ADMINISTRATOR);
    }

    private byte[] content() {
        Fields fields = new Fields().add(FORMAT).add(version).add(storeId).add(created.toString());
        if (version > WITHOUT_PERSONS) {
            fields.add(generation);
        }
        fields.add(h2Version).add(controlSchema).add(metricsSchema);
        if (version > WITHOUT_PERSONS) {
            fields.add(persons.size());
            persons.forEach(person -> fields.add(person.id()).add(person.name()).add(person.role().name()));
        }
        fields.add(slots.size());
        for (KeySlot slot : slots) {
            fields.add(slot.header(storeId)).add(slot.nonce()).add(slot.wrapped());
            if (version > WITHOUT_PERSONS) {
                fields.add(slot.owner());
            }
        }
        return fields.bytes();
    }
}
