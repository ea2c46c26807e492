package com.bizosaas.adsdesk.keyring;

import java.util.Optional;

/// What keeps small secrets for whoever is signed in to this computer: the Secret Service on Linux, the Keychain on macOS,
/// the Credential Manager on Windows.
///
/// Thread rule: safe for use by several threads; every call may block, so none belongs on a user-interface thread.
public interface Keyring {

    /// @param entry name under which it was written
    /// @return empty where there is no such entry, or it is not handed out; the caller wipes the array
    /// @throws KeyringException if no keyring answers
    Optional<char[]> read(String entry);

    /// Keeps a secret, in place of one of the same name. The array stays the caller's to wipe.
    ///
    /// @throws KeyringException if no keyring took it
    void write(String entry, char[] secret);

    /// Does nothing where there is no such entry.
    ///
    /// @throws KeyringException if no keyring answers
    void remove(String entry);

    /// The keyring of this computer, asked for two seconds at most.
    static Keyring ofThisComputer() {
        return new TimedKeyring(new SystemKeyring(), TimedKeyring.LIMIT);
    }
}
