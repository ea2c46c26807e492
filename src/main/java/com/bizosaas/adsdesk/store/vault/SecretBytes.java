package com.bizosaas.adsdesk.store.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/// Bytes that must not outlive their use: a key, a token. Closing overwrites them; a use after that fails.
///
/// Thread rule: safe for use by several threads; closing waits for the uses that have begun.
public final class SecretBytes implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes the array over; the caller must not touch it again.
    public static SecretBytes owning(byte[] bytes) {
        return new SecretBytes(bytes);
    }

    public static SecretBytes random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return new SecretBytes(bytes);
    }

    /// Lends the bytes for the duration of the call. The function must not keep the array.
    public <T> T with(Function<byte[], T> use) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("This secret was wiped already.");
            }
            return use.apply(bytes);
        } finally {
            lock.readLock().unlock();
        }
    }

    public SecretBytes copy() {
        return with(lent -> new SecretBytes(lent.clone()));
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            Arrays.fill(bytes, (byte) 0);
            closed = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return "SecretBytes[" + bytes.length + " bytes]";
    }
}
