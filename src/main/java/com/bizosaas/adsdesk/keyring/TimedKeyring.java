package com.bizosaas.adsdesk.keyring;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks another keyring on a thread of its own and does not wait longer than a limit. While a question is still open, the
/// next ones fail at once, so that no threads pile up before a keyring that hangs. What comes too late is undone: a secret
/// that was read is wiped, an entry that was written is removed.
final class TimedKeyring implements Keyring {

    static final Duration LIMIT = Duration.ofSeconds(2);

    private final Keyring keyring;
    private final Duration limit;
    private final Semaphore free = new Semaphore(1);

    TimedKeyring(Keyring keyring, Duration limit) {
        this.keyring = keyring;
        this.limit = limit;
    }

    @Override
    public Optional<char[]> read(String entry) {
        return within(() -> keyring.read(entry), late -> late.ifPresent(secret -> Arrays.fill(secret, '\0')));
    }

    @Override
    public void write(String entry, char[] secret) {
        char[] own = secret.clone(); // The caller wipes its array while a slow keyring still reads.
        within(() -> {
            try {
                keyring.write(entry, own);
                return entry;
            } finally {
                Arrays.fill(own, '\0');
            }
        }, keyring::remove);
    }

    @Override
    public void remove(String entry) {
        within(() -> {
            keyring.remove(entry);
            return entry;
        }, _ -> {
        });
    }

    private <T> T within(Supplier<T> question, Consumer<T> undo) {
        if (!free.tryAcquire()) {
            throw new KeyringException("The computer's keyring is still busy. It may be asking for its own password.",
                    null);
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        AtomicBoolean decided = new AtomicBoolean();
        Thread.ofPlatform().daemon().name("os-keyring").start(() -> answer(question, undo, answer, decided));
        try {
            try {
                return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (decided.compareAndSet(false, true)) {
                    throw new KeyringException(
                            "The computer's keyring did not answer within " + seconds(limit)
                                    + ". It may be asking for its own password.",
                            e);
                }
                return answer.get();
            }
        } catch (InterruptedException e) {
            boolean open = decided.compareAndSet(false, true);
            Thread.currentThread().interrupt();
            throw new KeyringException(open ? "Nobody waits for the keyring any more." : "The keyring was left.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeyringException said) {
                throw said;
            }
            throw new KeyringException("The computer's keyring failed.", e.getCause());
        }
    }

    private <T> void answer(Supplier<T> question, Consumer<T> undo, CompletableFuture<T> answer,
            AtomicBoolean decided) {
        boolean released = false;
        try {
            T value = question.get();
            if (decided.compareAndSet(false, true)) {
                free.release();
                released = true;
                answer.complete(value);
            } else {
                undo.accept(value);
            }
        } catch (RuntimeException | LinkageError e) {
            if (decided.compareAndSet(false, true)) {
                free.release();
                released = true;
            }
            answer.completeExceptionally(e);
        } finally {
            if (!released) {
                free.release();
            }
        }
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " seconds" : limit.toMillis() + " milliseconds";
    }
}
