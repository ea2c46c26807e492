package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.VaultException;
import java.util.Optional;

/// Settings as JSON under a name, for the desk and for each tenant, and the app secret as ciphertext.
public final class SettingsStore {

    private static final String APP_SECRET = "app-secret";

    private final Sql sql;
    private final DataKeys keys;

    SettingsStore(Sql sql, DataKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    public <T> Optional<T> find(String name, Class<T> type) {
        return find(DataKeys.DESK, name, type);
    }

    /// Stores a record as JSON; never a secret.
    public void save(String name, Object value) {
        save(DataKeys.DESK, name, value);
    }

    public <T> Optional<T> find(TenantId tenant, String name, Class<T> type) {
        return find(tenant.value(), name, type);
    }

    public void save(TenantId tenant, String name, Object value) {
        save(tenant.value(), name, value);
    }

    public boolean hasAppSecret() {
        return sql.one("SELECT 1 FROM desk_secret WHERE name = ?", row -> true, APP_SECRET).isPresent();
    }

    public void saveAppSecret(SecretBytes secret) {
        byte[] sealed = keys.of(DataKeys.DESK).seal(secret, DataKeys.DESK, APP_SECRET).bytes();
        sql.update("MERGE INTO desk_secret (name, sealed) KEY (name) VALUES (?, ?)", APP_SECRET, sealed);
    }

    /// The app secret, if there is one; the caller closes it.
    ///
    /// @throws VaultException.SealBroken if the ciphertext is not the one stored as app secret of this desk
    public Optional<SecretBytes> appSecret() {
        return sql.one("SELECT sealed FROM desk_secret WHERE name = ?", row -> row.getBytes(1), APP_SECRET)
                .map(sealed -> keys.of(DataKeys.DESK).open(sealed, DataKeys.DESK, APP_SECRET));
    }

    public void removeAppSecret() {
        sql.update("DELETE FROM desk_secret WHERE name = ?", APP_SECRET);
    }

    private <T> Optional<T> find(String owner, String name, Class<T> type) {
        return sql.one("SELECT body FROM setting WHERE owner_id = ? AND name = ?", row -> row.getString(1), owner, name)
                .map(body -> Json.read(body, type));
    }

    private void save(String owner, String name, Object value) {
        sql.update("MERGE INTO setting (owner_id, name, body) KEY (owner_id, name) VALUES (?, ?, ?)", owner, name,
                Json.write(value));
    }
}
