package com.bizosaas.adsdesk.store.vault;

import java.time.Instant;
import java.util.List;

/// What `vault.json` says: which store this is, what wrote it, and the key slots. The MAC covers all of it, so that a
/// slot taken away or a version set back is noticed as soon as the master key is known.
record VaultFile(String storeId, Instant created, String h2Version, int controlSchema, int metricsSchema,
        List<KeySlot> slots, byte[] mac) {

    static final String FORMAT = "ads-desk-vault";
    static final int VERSION = 1;
    static final int MAX_SLOTS = 16;

    VaultFile {
        if (slots.isEmpty() || slots.size() > MAX_SLOTS) {
            throw new IllegalArgumentException("A vault has between 1 and " + MAX_SLOTS + " key slots.");
        }
        slots = List.copyOf(slots);
    }

    VaultFile withSlots(List<KeySlot> next) {
        return new VaultFile(storeId, created, h2Version, controlSchema, metricsSchema, next, mac);
    }

    VaultFile withVersions(String h2, int control, int metrics) {
        return new VaultFile(storeId, created, h2, control, metrics, slots, mac);
    }

    VaultFile signed(SecretBytes macKey) {
        return new VaultFile(storeId, created, h2Version, controlSchema, metricsSchema, slots,
                Hmac.sha256(macKey, content()));
    }

    boolean isSignedBy(SecretBytes macKey) {
        return Hmac.same(mac, Hmac.sha256(macKey, content()));
    }

    private byte[] content() {
        Fields fields = new Fields().add(FORMAT).add(VERSION).add(storeId).add(created.toString()).add(h2Version)
                .add(controlSchema).add(metricsSchema).add(slots.size());
        for (KeySlot slot : slots) {
            fields.add(slot.header(storeId)).add(slot.nonce()).add(slot.wrapped());
        }
        return fields.bytes();
    }
}
