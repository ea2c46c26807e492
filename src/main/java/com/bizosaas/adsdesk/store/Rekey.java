package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.FolderSwitch;
import com.bizosaas.adsdesk.store.vault.HighWaterMark;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.KeyPurpose;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.RecoveryCode;
import com.bizosaas.adsdesk.store.vault.SecretBytes;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.SealBroken;
import com.bizosaas.adsdesk.store.vault.VaultException.Tampered;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// New keys for a closed desk: a new master key, and with it new keys of both databases, of the audit chain, the mark and
/// the backups; a new data key for each tenant, with which all of theirs is sealed anew. Everything is made beside the old files and takes their place in
/// one step, so an end at any instant leaves the old keys or the new ones.
///
/// Meant for when somebody left who may have kept a copy. What was copied before opens with the old keys for ever; what is
/// stored from now on does not.
///
/// Takes seconds; belongs on no user-interface thread.
public final class Rekey {

    private Rekey() {
    }

    /// The present passphrase stays that of whoever types it; all others need a new one, given by an administrator.
    ///
    /// @param typed passphrase of an administrator
    /// @return the new recovery code, which the caller shows once and closes; the one before opens nothing any more
    /// @throws VaultException.WrongPassphrase if it opens nothing; nothing was changed
    /// @throws PersonRefused if it is not an administrator's
    public static RecoveryCode run(DataFolder folder, Passphrase typed, KdfCosts costs) {
        // Opened as always first: a store that is behind, damaged or to be migrated is not copied to new keys.
        try (DeskStore checked = DeskStore.open(folder, typed)) {
            if (!checked.vault().persons().current().role().includes(Role.ADMINISTRATOR)) {
                throw new PersonRefused("", "Only an administrator makes new keys. Ask one to do it.");
            }
            AuditStore.Verification chain = checked.audit().verify();
            if (!chain.whole()) {
                throw new Tampered("The audit log is broken at entry " + chain.brokenAt() + " (" + chain.reason()
                        + "). New keys would hide that, so nothing was changed.");
            }
        }
        Place home = folder.place();
        try (Vault old = Vault.unlock(folder, typed)) {
            Place incoming = FolderSwitch.begin(home);
            try {
                Vault.Created made = old.rekeyed(incoming, typed, costs);
                try (Vault fresh = made.vault()) {
                    copy(home, incoming, old, fresh);
                    FolderSwitch.commit(home, false, System.currentTimeMillis());
                    return made.recoveryCode();
                } catch (RuntimeException | IOException | SQLException e) {
                    made.recoveryCode().close();
                    throw e;
                }
            } finally {
                FolderSwitch.abandon(home);
            }
        } catch (IOException | SQLException | StoreException e) {
            throw new FolderRefused(
                    "New keys could not be made in " + folder.path() + ". The old ones are still in place. "
                            + "Check free space and permissions.",
                    e);
        }
    }

    private static void copy(Place home, Place incoming, Vault old, Vault fresh) throws IOException, SQLException {
        EncryptedDatabase control = encrypted(EncryptedDatabase.control(old, home),
                EncryptedDatabase.control(fresh, incoming), old);
        try (Sql sql = control.open(1)) {
            reseal(sql, old, fresh);
            HighWaterMark head = relink(sql, fresh);
            try (SecretBytes mark = fresh.derive(KeyPurpose.HIGH_WATER_MARK)) {
                head.write(incoming, mark);
            }
            sql.compact(); // No old chunk keeps what the old keys wrapped.
        }
        EncryptedDatabase metrics = encrypted(EncryptedDatabase.metrics(old, home),
                EncryptedDatabase.metrics(fresh, incoming), old);
        try (Sql sql = metrics.open(1)) {
            sql.compact();
        }
    }

    private static EncryptedDatabase encrypted(EncryptedDatabase from, EncryptedDatabase to, Vault old)
            throws IOException, SQLException {
        from.copyTo(to);
        to.changeKeys(old);
        return to;
    }

    /// New data keys for the desk and every tenant, and all that was sealed with the old ones sealed with them.
    static void reseal(Sql sql, Vault old, Vault fresh) {
        try (DataKeys before = new DataKeys(sql, old); DataKeys after = new DataKeys(sql, fresh)) {
            List<String> owners = sql.list("SELECT DISTINCT owner_id FROM data_key", row -> row.getString(1));
            owners.forEach(before::of);
            owners.forEach(after::renew);
            for (SealedColumn column : SealedColumn.values()) {
                column.reseal(sql, before::of, after::of);
            }
        } catch (SealBroken e) {
            throw new Tampered("Not everything opens with the present keys. " + e.getMessage()
                    + " New keys would make it unreadable for ever, so nothing was changed.");
        }
    }

    private static HighWaterMark relink(Sql sql, Vault fresh) {
        HighWaterMark start = AuditStore.head(sql, fresh.storeId(), Migrations.CONTROL.latest(), fresh.generation());
        try (SecretBytes key = fresh.derive(KeyPurpose.AUDIT_MAC)) {
            return sql.inTransaction(() -> AuditStore.relink(sql, key, start));
        }
    }
}
