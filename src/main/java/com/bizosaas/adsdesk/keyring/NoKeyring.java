package com.bizosaas.adsdesk.keyring;

import java.util.Optional;

/// Stands where no keyring is to be asked.
public final class NoKeyring implements Keyring {

    @Override
    public Optional<char[]> read(String entry) {
        throw none();
    }

    @Override
    public void write(String entry, char[] secret) {
        throw none();
    }

    @Override
    public void remove(String entry) {
        throw none();
    }

    private static KeyringException none() {
        return new KeyringException("This desk uses no keyring.", null);
    }
}
