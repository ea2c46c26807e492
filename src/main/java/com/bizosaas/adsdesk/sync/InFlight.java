package com.bizosaas.adsdesk.sync;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes equal reads that run at the same time one read: the first caller does it, the others wait for its outcome.
/// Thread-safe.
///
/// @param <K> what makes two reads equal
/// @param <V> what they answer
final class InFlight<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();

    /// @throws CancellationException if this thread was interrupted while it waited for another's read
    V join(K key, Supplier<V> read) {
        while (true) {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> others = running.putIfAbsent(key, mine);
            if (others == null) {
                return lead(key, mine, read);
            }
            try {
                return others.get();
            } catch (CancellationException e) {
                // The reader gave up for itself, not for us: take over.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while waiting for a read");
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private V lead(K key, CompletableFuture<V> mine, Supplier<V> read) {
        try {
            V value = read.get();
            mine.complete(value);
            return value;
        } catch (Throwable e) {
            if (Cancelled.is(e)) {
                mine.cancel(false);
            } else {
                mine.completeExceptionally(e);
            }
            throw e;
        } finally {
            running.remove(key, mine);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new CompletionException("A read failed without a reason", null);
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new CompletionException(cause);
        };
    }
}
