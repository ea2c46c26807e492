package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.domain.Person;
import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.FolderSwitch;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import com.bizosaas.adsdesk.store.vault.Place;
import com.bizosaas.adsdesk.store.vault.RecoveryCode;
import com.bizosaas.adsdesk.store.vault.Vault;
import com.bizosaas.adsdesk.store.vault.VaultException.FolderRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.PersonRefused;
import com.bizosaas.adsdesk.store.vault.VaultException.Unsupported;
import com.bizosaas.adsdesk.store.vault.VaultException.WrongPassphrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Puts a backup into a data folder whose desk is closed: a new one on another computer, or the present one in place of
/// files that were lost or damaged. The backup is opened and compared first; then all files change together, and those
/// that were there are kept in a folder beside them.
///
/// Takes seconds; belongs on no user-interface thread.
public final class Restore {

    private Restore() {
    }

    /// Checks a backup with its passphrase or recovery code, without changing anything.
    ///
    /// @param folder where it is unpacked for the moment
    /// @throws WrongPassphrase if neither opens it
    public static Backup check(DataFolder folder, Path backup, Passphrase typed) {
        return prepared(folder, backup, typed, false);
    }

    /// @param typed passphrase of an administrator at the time of the backup, or the recovery code of that time
    /// @throws WrongPassphrase if neither opens it; nothing was changed
    /// @throws PersonRefused if it is not an administrator's
    public static Backup restore(DataFolder folder, Path backup, Passphrase typed) {
        requireAdministrator(Vault.whoOpens(folder.place(), typed));
        return prepared(folder, backup, typed, true);
    }

    private static Backup prepared(DataFolder folder, Path backup, Passphrase typed, boolean keep) {
        Place home = folder.place();
        try {
            Backup described = Backups.describe(backup);
            if (described.schema() > Migrations.CONTROL.latest()) {
                throw new Unsupported("The backup " + backup + " was made by a newer release of Ads Desk (schema "
                        + described.schema() + "; this one knows " + Migrations.CONTROL.latest()
                        + "). Nothing was changed: use the newer release.");
            }
            Place incoming = FolderSwitch.begin(home);
            try {
                try (Vault vault = Backups.unpack(backup, incoming, place -> unlock(place, typed))) {
                    if (keep) {
                        requireAdministrator(Optional.of(vault.persons().current()));
                    }
                }
                if (keep) {
                    FolderSwitch.commit(home, true, System.currentTimeMillis());
                }
            } finally {
                FolderSwitch.abandon(home);
            }
            return described;
        } catch (IOException e) {
            throw new FolderRefused("The backup " + backup + " could not be restored to " + folder.path()
                    + ". What was there is as it was. Check free space and permissions.", e);
        }
    }

    private static void requireAdministrator(Optional<Person> person) {
        if (person.isPresent() && !person.get().role().includes(Role.ADMINISTRATOR)) {
            throw new PersonRefused("", "Only an administrator restores a backup. Ask one to do it, or use the "
                    + "recovery code.");
        }
    }

    private static Vault unlock(Place place, Passphrase typed) {
        try {
            return Vault.unlock(place, typed);
        } catch (WrongPassphrase wrong) {
            try (RecoveryCode code = typed.with(RecoveryCode::parse)) {
                return Vault.unlock(place, code);
            } catch (WrongPassphrase e) {
                wrong.addSuppressed(e);
                throw new WrongPassphrase(
                        "Neither a passphrase nor the recovery code of this backup. It wants those of "
                                + "the day on which it was made.");
            }
        }
    }
}
