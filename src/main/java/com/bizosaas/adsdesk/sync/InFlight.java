package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.graph.Priority;
import com.bizosaas.adsdesk.graph.SharedPriority;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes equal reads that run at the same time one read: the first caller does it, as urgently as the most urgent of all
/// wants it, and the others wait for its outcome.
/// Thread-safe.
///
/// @param <K> what makes two reads equal
/// @param <V> what they answer
final class InFlight<K, V> {

    private final ConcurrentMap<K, Flight<V>> running = new ConcurrentHashMap<>();

    private static final class Flight<V> {

        private final CompletableFuture<V> outcome = new CompletableFuture<>();
        private final SharedPriority priority = new SharedPriority();
    }

    /// @throws CancellationException if this thread was interrupted while it waited for another's read
    V join(K key, Supplier<V> read) {
        while (true) {
            Flight<V> mine = new Flight<>();
            mine.priority.join();
            Flight<V> others = running.putIfAbsent(key, mine);
            if (others == null) {
                return lead(key, mine, read);
            }
            Supplier<Priority> priority = others.priority.join();
            try {
                return others.outcome.get();
            } catch (CancellationException e) {
                // The reader gave up for itself, not for us: take over.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while waiting for a read");
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } finally {
                others.priority.leave(priority);
            }
        }
    }

    private V lead(K key, Flight<V> mine, Supplier<V> read) {
        try {
            V value = Priority.call(mine.priority, read);
            mine.outcome.complete(value);
            return value;
        } catch (Throwable e) {
            if (Cancelled.is(e)) {
                mine.outcome.cancel(false);
            } else {
                mine.outcome.completeExceptionally(e);
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
