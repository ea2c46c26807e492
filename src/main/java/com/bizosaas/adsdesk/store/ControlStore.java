package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.HighWaterMark;
import com.bizosaas.adsdesk.store.vault.KeyPurpose;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException.Damaged;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.StoreBehind;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open control store. It is looked at read-only first and compared with the high-water mark; one that is missing,
/// empty, of another desk or behind is left untouched.
final class ControlStore implements AutoCloseable {

    private static final int LANES = 3;
    /// The first schema that notes the vault's generation.
    private static final int KNOWS_VAULT = 6;
    private static final Logger LOG = LoggerFactory.getLogger(ControlStore.class);

    private final Sql sql;
    private final HighWater highWater;
    private final Growth growth;

    private ControlStore(EncryptedDatabase database, Sql sql, HighWater highWater, Vault vault) {
        this.sql = sql;
        this.highWater = highWater;
        vaultAt(vault.generation());
        vault.onReplaced(this::vaultAt);
        this.growth = new Growth(sql, database.file(), Growth.LIMIT, Growth.PAUSE);
    }

    static ControlStore open(Vault vault, Place folder) {
        EncryptedDatabase database = EncryptedDatabase.control(vault, folder);
        SecretBytes macKey = vault.derive(KeyPurpose.HIGH_WATER_MARK);
        try {
            return vault.controlSchema() == 0
                    ? make(database, vault, folder, macKey)
                    : openExisting(database, vault, folder, macKey);
        } catch (RuntimeException e) {
            macKey.close();
            throw e;
        } catch (SQLException | IOException e) {
            macKey.close();
            throw new FolderRefused(
                    "The control store in " + folder.path() + " could not be opened. Nothing was changed. "
                            + "Check free space and permissions.",
                    e);
        }
    }

    /// The vault file says that a store was completed only after it was, so what lies here is the rest of an interrupted
    /// first start: nothing in it was ever acknowledged. It is moved, not deleted.
    private static ControlStore make(EncryptedDatabase database, Vault vault, Place folder, SecretBytes macKey)
            throws SQLException, IOException {
        if (Files.exists(database.file())) {
            database.setAside("unfinished", System.currentTimeMillis());
        }
        Sql sql = database.create(LANES);
        try {
            Migrations.CONTROL.run(sql);
            sql.update("INSERT INTO store_info (store_id, created_at, compaction_due) VALUES (?, ?, FALSE)",
                    vault.storeId(), Instant.now());
            new DataKeys(sql, vault).create(DataKeys.DESK);
            HighWater highWater = new HighWater(folder, macKey,
                    new HighWaterMark(vault.storeId(), Migrations.CONTROL.latest(), 0, AuditStore.START,
                            vault.generation()));
            highWater.write(highWater.mark());
            return new ControlStore(database, sql, highWater, vault);
        } catch (RuntimeException | IOException e) {
            sql.close();
            throw e;
        }
    }

    private static ControlStore openExisting(EncryptedDatabase database, Vault vault, Place folder,
            SecretBytes macKey) throws SQLException, IOException {
        requireReadable(vault);
        HighWaterMark mark = HighWaterMark.read(folder, macKey);
        if (!mark.storeId().equals(vault.storeId())) {
            throw behind("The mark beside it belongs to another desk.");
        }
        requireVault(vault, mark.vaultGeneration());
        database.finishInterruptedCompaction();
        if (!Files.exists(database.file())) {
            throw behind("The file " + database.file() + " is missing.");
        }
        if (Files.size(database.file()) == 0) {
            throw behind("The file " + database.file() + " is empty.");
        }
        database.requireWritable();
        backUpBeforeMigration(database, vault, folder, requireNotBehind(database, vault, mark));
        Sql sql = database.open(LANES);
        try {
            Migrations.CONTROL.run(sql);
            HighWaterMark now = AuditStore.head(sql, vault.storeId(), Migrations.CONTROL.latest(),
                    vault.generation());
            HighWater highWater = new HighWater(folder, macKey, now);
            if (!now.equals(mark)) {
                highWater.write(now);
            }
            return new ControlStore(database, sql, highWater, vault);
        } catch (RuntimeException | IOException e) {
            sql.close();
            throw e;
        }
    }

    /// The database and the mark beside it each know how new the vault file must be.
    private static void requireVault(Vault vault, long generation) {
        if (vault.generation() < generation) {
            throw new StoreBehind("The file vault.json is older than the one this desk last wrote (state "
                    + vault.generation() + " instead of " + generation + "): it may let in who was removed since, or "
                    + "want a passphrase of before. Nothing was changed.");
        }
    }

    private static void requireReadable(Vault vault) {
        if (vault.controlSchema() > Migrations.CONTROL.latest()) {
            throw new Unsupported(
                    "The store was written by a newer release of Ads Desk (schema " + vault.controlSchema()
                            + "; this one knows " + Migrations.CONTROL.latest()
                            + "). Nothing was changed: use the newer release.");
        }
        if (!vault.h2Version().equals(EncryptedDatabase.H2_VERSION)) {
            throw new Unsupported("The store was written with version " + vault.h2Version() + " of its database; this "
                    + "release has " + EncryptedDatabase.H2_VERSION
                    + ". Nothing was changed: use the release that wrote it.");
        }
    }

    /// What a store of an older schema holds; null for one that needs no migration.
    private record Older(HighWaterMark head, List<Fingerprints.Table> tables) {
    }

    private static void backUpBeforeMigration(EncryptedDatabase database, Vault vault, Place folder,
            @Nullable Older older) {
        if (older != null) {
            Backups.beforeMigration(folder, vault, older.head, older.tables, database.file(), Instant.now());
        }
    }

    private static @Nullable Older requireNotBehind(EncryptedDatabase database, Vault vault,
            HighWaterMark mark) {
        try (Sql look = database.openReadOnly()) {
            int schema = Migrations.CONTROL.versionOf(look);
            if (schema > Migrations.CONTROL.latest()) {
                throw new Unsupported("The store was written by a newer release of Ads Desk. Nothing was changed.");
            }
            if (schema < mark.schemaVersion()) {
                throw behind(schema == 0 ? "It is an empty database." : "It has an older schema than it had.");
            }
            String id = look.one("SELECT store_id FROM store_info", row -> row.getString(1)).orElse("");
            if (!id.equals(mark.storeId())) {
                throw behind("It belongs to another desk.");
            }
            if (schema >= KNOWS_VAULT) {
                requireVault(vault,
                        look.one("SELECT vault_generation FROM store_info", row -> row.getLong(1)).orElse(0L));
            }
            String hash = mark.auditNumber() == 0
                    ? mark.auditHash()
                    : look.one("SELECT chain_hash FROM audit WHERE number = ?", row -> row.getString(1),
                            mark.auditNumber()).orElse("");
            if (!hash.equals(mark.auditHash())) {
                throw behind("It lacks audit entry " + mark.auditNumber() + ", which was acknowledged already.");
            }
            return schema == Migrations.CONTROL.latest()
                    ? null
                    : new Older(AuditStore.head(look, mark.storeId(), schema, vault.generation()),
                            Fingerprints.of(look));
        } catch (SQLException | StoreException e) {
            throw new Damaged(
                    "The control store " + database.file() + " is damaged or was replaced. Nothing was changed.", e);
        }
    }

    private static StoreBehind behind(String why) {
        return new StoreBehind("The control store is not the one this desk last wrote. " + why
                + " Nothing was changed.");
    }

    /// Notes how new the vault file is, in both places that outlive it. Called after it was written: what fails here makes
    /// an older one less noticed until the next time.
    private void vaultAt(long generation) {
        try {
            sql.update("UPDATE store_info SET vault_generation = ? WHERE vault_generation < ?", generation, generation);
        } catch (StoreException e) {
            LOG.warn("The generation {} of the vault file could not be noted", generation, e);
        }
        highWater.vaultAt(generation);
    }

    Sql sql() {
        return sql;
    }

    HighWater highWater() {
        return highWater;
    }

    @Override
    public void close() {
        try (highWater; sql; growth) {
            // Closed in reverse order, each even if another fails.
        }
    }
}
