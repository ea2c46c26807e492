package com.bizosaas.adsdesk.store.vault;

/// What a key derived from the master key is for. The label goes into the derivation, so a changed label is another key
/// and a store that no longer opens.
public enum KeyPurpose {

    CONTROL_FILE("ads-desk/1/h2-file/control"), METRICS_FILE("ads-desk/1/h2-file/metrics"), TENANT_KEYS(
            "ads-desk/1/tenant-key-wrapping"), AUDIT_MAC("ads-desk/1/audit-mac"), BACKUP(
                    "ads-desk/1/backup"), LOG_PSEUDONYMS("ads-desk/1/log-pseudonyms"), VAULT_MAC(
                            "ads-desk/1/vault-file-mac"), HIGH_WATER_MARK("ads-desk/1/high-water-mark-mac");

    private final String label;

    KeyPurpose(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
