package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.Fields;
import com.bizosaas.adsdesk.store.vault.Hmac;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup says about itself; the MAC is the vault's, so only the right passphrase can tell whether it holds.
///
/// @param controlSha256 of the control store's file in the archive
/// @param vaultSha256 of the vault file in the archive
record BackupManifest(String format, int version, String storeId, Instant created, String reason, String h2Version,
        int schema, long auditNumber, String auditHash, long controlBytes, String controlSha256, String vaultSha256,
        List<Fingerprints.Table> tables, @Nullable String mac) {

    static final String FORMAT = "ads-desk-backup";
    static final int VERSION = 1;

    BackupManifest {
        tables = List.copyOf(tables);
    }

    BackupManifest signed(SecretBytes key) {
        return new BackupManifest(format, version, storeId, created, reason, h2Version, schema, auditNumber, auditHash,
                controlBytes, controlSha256, vaultSha256, tables,
                HexFormat.of().formatHex(Hmac.sha256(key, content())));
    }

    boolean isSignedBy(SecretBytes key) {
        return mac != null && Hmac.same(HexFormat.of().parseHex(mac), Hmac.sha256(key, content()));
    }

    private byte[] content() {
        Fields fields = new Fields().add(format).add(version).add(storeId).add(created.toString()).add(reason)
                .add(h2Version).add(schema).add(auditNumber).add(auditHash).add(controlBytes).add(controlSha256)
                .add(vaultSha256).add(tables.size());
        tables.forEach(table -> fields.add(table.name()).add(table.rows()).add(table.sum()));
        return fields.bytes();
    }
}
