package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Person;
import java.nio.file.Path;
import java.util.List;

/// The door before the services: the vault that must be made or opened first.
public interface DeskGate {

    /// What the person finds at start.
    enum State {
        /// No vault yet: ask for a new passphrase.
        FIRST_START,
        /// A vault that wants its passphrase.
        LOCKED,
        /// Keys in memory, services running.
        OPEN,
        /// Something is wrong with the stored files; see [#problem()]. Nothing was written to them.
        DAMAGED
    }

    /// How strong a new passphrase is.
    ///
    /// @param score 0 (refused) to 4
    /// @param advice one sentence
    record Strength(int score, String advice) {
    }

    State state();

    /// Why the vault cannot be opened, in the state DAMAGED.
    Problem problem();

    Strength strength(char[] passphrase);

    /// Makes the vault and opens the desk; slow by design. The characters are wiped.
    ///
    /// @param operatorName who is at the desk: the first person, an administrator
    Opened create(char[] passphrase, String operatorName);

    /// Opens the desk for the person whose passphrase it is; slow by design. The characters are wiped.
    ///
    /// @throws DeskException for a wrong passphrase, with the wait before the next try
    DeskServices unlock(char[] passphrase);

    /// Somebody whom the computer's keyring can let in.
    ///
    /// @param entry for [#unlockWithKeyring]
    record KeyringOffer(String entry, String name) {
    }

    /// Whom the computer's keyring can let in, as the vault file says; nobody vouches for it before the desk is open.
    /// Blocking: it reads a file.
    List<KeyringOffer> keyringOffers();

    /// Opens the desk with what the computer's keyring keeps for somebody. Takes two seconds at most until the keyring has
    /// answered or not; then the passphrase is the way in.
    ///
    /// @throws DeskException saying why the keyring does not open it
    DeskServices unlockWithKeyring(String entry);

    /// Checks the passphrase of whoever is at the desk while it is open, to lift a screen lock. The characters are wiped.
    boolean recognises(char[] passphrase);

    /// Backups in the data folder, newest first; needs no passphrase, so nothing of them is vouched for.
    List<BackupService.Backup> backups();

    /// Checks a backup with its passphrase or recovery code while the desk is closed. The characters are wiped.
    ///
    /// @throws DeskException for a wrong passphrase, or saying what is wrong with the backup
    BackupService.Backup verifyBackup(Path backup, char[] secret);

    /// Puts a backup into the data folder of a closed desk, a new or damaged one too, and opens it. All files change
    /// together; those that were there are kept in a folder beside them. Slow; the characters are wiped.
    ///
    /// @param secret an administrator's passphrase on the day of the backup, or the recovery code of that day
    /// @throws DeskException if it cannot be; nothing was changed
    DeskServices restore(Path backup, char[] secret);

    /// Gives a closed desk new keys, both databases included, and opens it. The passphrase stays; everybody else needs a
    /// new one. An end at any instant leaves the old keys or the new ones. Slow; the characters are wiped.
    ///
    /// @param passphrase an administrator's
    /// @throws DeskException if it cannot be; nothing was changed
    Opened rekey(char[] passphrase);

    /// Who is at the desk, with the role of the moment.
    ///
    /// @throws DeskException while it is locked
    Person person();

    /// Stops sync, closes the stores and zeroes the keys. Call [#sweep()] once nothing of the desk is held any more.
    void lock();

    /// Collects what the locked desk left in memory, such as the strings that tokens became for their requests. Takes some
    /// tenths of a second; belongs on no user-interface thread.
    ///
    /// @return whether nothing holds the desk any more; if something does, such as a window that was not drawn anew yet, it is
    /// to be called again
    boolean sweep();

    /// @param recoveryCode shown once: opens the vault should the passphrase be lost
    record Opened(DeskServices services, String recoveryCode) {
        @Override
        public String toString() {
            return "Opened[recoveryCode=…]";
        }
    }
}
