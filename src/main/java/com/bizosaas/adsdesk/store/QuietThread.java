package com.bizosaas.adsdesk.store;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One thread that nobody interrupts, for all file access of a database connection.
///
/// H2 2.4.240 reads and writes through a FileChannel, which the JDK closes when its thread is interrupted; the whole
/// database is then closed for everyone. Tasks of the desk are cancelled by interruption, so none of them may touch the
/// file itself. The caller's interruption is kept and stands again when the call returns.
final class QuietThread implements AutoCloseable {

    private static final String FX_THREAD = "JavaFX Application Thread";

    private final ExecutorService executor;

    QuietThread(String name) {
        executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    <T> T call(Callable<T> work) throws Exception {
        assert !Thread.currentThread().getName().equals(FX_THREAD) : "The FX thread only paints";
        Future<T> result = executor.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw asThrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Exception asThrown(ExecutionException e) {
        return switch (e.getCause()) {
            case Exception cause -> cause;
            case Error error -> throw error;
            case null, default -> e;
        };
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
