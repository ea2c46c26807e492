package com.bizosaas.adsdesk.keyring;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A keyring in memory that can be made to fail or to hang.
public final class MemoryKeyring implements Keyring {

    public final Map<String, String> entries = new ConcurrentHashMap<>();
    public volatile @Nullable String failure;
    public volatile @Nullable CountDownLatch hangsUntil;
    public volatile boolean forgets;

    @Override
    public Optional<char[]> read(String entry) {
        answer();
        return Optional.ofNullable(entries.get(entry)).map(String::toCharArray);
    }

    @Override
    public void write(String entry, char[] secret) {
        String kept = new String(secret);
        answer();
        if (!forgets) {
            entries.put(entry, kept);
        }
    }

    @Override
    public void remove(String entry) {
        answer();
        entries.remove(entry);
    }

    private void answer() {
        CountDownLatch latch = hangsUntil;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody interrupts the keyring's thread", e);
            }
        }
        String said = failure;
        if (said != null) {
            throw new KeyringException(said, null);
        }
    }

    /// The same behind a limit, as the desk asks it.
    public Keyring within(Duration limit) {
        return new TimedKeyring(this, limit);
    }
}
