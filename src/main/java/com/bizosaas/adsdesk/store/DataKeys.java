package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.SecretBox;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// The data keys of the tenants and of the desk itself, opened when first needed and zeroed on closing.
///
/// Thread rule: safe for use by several threads.
final class DataKeys implements AutoCloseable {

    /// Owner of the desk's own secrets; no tenant id can begin with a dot.
    static final String DESK = ".desk";

    private static final int FIRST_VERSION = 1;

    private final Sql sql;
    private final Vault vault;
    private final Map<String, SecretBox> open = new HashMap<>();
    private volatile BiConsumer<String, String> broken = (_, _) -> {
    };

    DataKeys(Sql sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /// Told of each value that does not belong where it lies: its owner and its field. Called in the middle of whatever read
    /// it, so it must hand the news on and return.
    void onBroken(BiConsumer<String, String> listener) {
        broken = listener;
    }

    void create(String owner) {
        forget(owner); // One that was opened within a transaction that was rolled back.
        insert(owner, FIRST_VERSION, vault.newTenantKey(owner, FIRST_VERSION));
    }

    /// Opens the owner's key, if it has one, before rows are read that were sealed with it: reading a row holds a connection,
    /// and several readers that want another one for the key would wait for each other.
    synchronized void prepare(String owner) {
        if (!open.containsKey(owner)
                && sql.one("SELECT 1 FROM data_key WHERE owner_id = ?", row -> true, owner).isPresent()) {
            of(owner);
        }
    }

    /// @throws SealBroken if the owner has no key, or one that was not made for it
    synchronized SecretBox of(String owner) {
        SecretBox known = open.get(owner);
        if (known == null) {
            known = sql
                    .one("SELECT key_version, wrapped FROM data_key WHERE owner_id = ? ORDER BY key_version DESC LIMIT 1",
                            row -> opened(owner, row.getInt(1), row.getBytes(2)), owner)
                    .orElseThrow(() -> new SealBroken("There is no data key of " + owner + "."));
            open.put(owner, known);
        }
        return known;
    }

    /// A new key in place of the owner's; what the old one sealed opens no more.
    void renew(String owner) {
        int version = sql.one("SELECT MAX(key_version) FROM data_key WHERE owner_id = ?", row -> row.getInt(1), owner)
                .orElse(0) + 1;
        byte[] wrapped = vault.newTenantKey(owner, version);
        sql.inTransaction(() -> {
            sql.update("DELETE FROM data_key WHERE owner_id = ?", owner);
            return insert(owner, version, wrapped);
        });
        forget(owner);
    }

    private int insert(String owner, int version, byte[] wrapped) {
        return sql.update("INSERT INTO data_key (owner_id, key_version, wrapped, created_at) VALUES (?, ?, ?, ?)",
                owner, version, wrapped, Instant.now());
    }

    private SecretBox opened(String owner, int version, byte[] wrapped) {
        try {
            return vault.openTenantKey(owner, version, wrapped, field -> broken.accept(owner, field));
        } catch (SealBroken e) {
            broken.accept(owner, "data key");
            throw e;
        }
    }

    /// Part of the caller's transaction; the open key is zeroed once that is final.
    void destroy(String owner) {
        sql.update("DELETE FROM data_key WHERE owner_id = ?", owner);
        sql.afterCommit(owner, () -> forget(owner));
    }

    private synchronized void forget(String owner) {
        SecretBox known = open.remove(owner);
        if (known != null) {
            known.close();
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(SecretBox::close);
        open.clear();
    }
}
