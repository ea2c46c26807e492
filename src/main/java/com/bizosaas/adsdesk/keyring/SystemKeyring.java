package com.bizosaas.adsdesk.keyring;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/// Whatever keyring this computer runs, through java-keyring. Its calls take as long as the keyring takes, which may be for
/// ever: put a [TimedKeyring] before it.
final class SystemKeyring implements Keyring {

    private static final String SERVICE = "Ads Desk";

    private interface Use<T> {
        T of(com.github.javakeyring.Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<char[]> read(String entry) {
        return with(keyring -> {
            try {
                return Optional.of(keyring.getPassword(SERVICE, entry).toCharArray());
            } catch (PasswordAccessException e) {
                // The library says "no such entry" in the words of each system, and with this exception alone.
                return Optional.empty();
            }
        });
    }

    @Override
    public void write(String entry, char[] secret) {
        with(keyring -> {
            keyring.setPassword(SERVICE, entry, new String(secret));
            return entry;
        });
    }

    @Override
    public void remove(String entry) {
        with(keyring -> {
            try {
                keyring.deletePassword(SERVICE, entry);
                return true;
            } catch (PasswordAccessException e) {
                return false; // There was none.
            }
        });
    }

    private static <T> T with(Use<T> use) {
        try (com.github.javakeyring.Keyring keyring = com.github.javakeyring.Keyring.create()) {
            return use.of(keyring);
        } catch (BackendNotSupportedException e) {
            throw new KeyringException("No keyring runs on this computer.", e);
        } catch (PasswordAccessException e) {
            throw new KeyringException("The computer's keyring refused. Unlock it and try again.", e);
        } catch (LinkageError e) {
            throw new KeyringException("This computer's keyring cannot be used from here.", e);
        } catch (Exception e) {
            throw new KeyringException("The computer's keyring failed.", e);
        }
    }
}
