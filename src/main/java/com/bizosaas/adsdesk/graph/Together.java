package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.log.LogTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs parts of one read side by side on virtual threads. The first failure, or an interrupt of the caller, ends them all;
/// nobody's abandoned request runs on.
final class Together {

    /// One part and what came of it.
    static final class Part<T> {

        private final Supplier<T> work;
        private @Nullable T result;

        Part(Supplier<T> work) {
            this.work = work;
        }

        T result() {
            if (result == null) {
                throw new IllegalStateException("This part did not come to an end");
            }
            return result;
        }
    }

    private Together() {
    }

    static void run(String name, List<? extends Part<?>> parts) {
        CountDownLatch left = new CountDownLatch(parts.size());
        List<Thread> threads = new ArrayList<>();
        Failures failures = new Failures();
        Supplier<Priority> priority = Priority.current();
        for (Part<?> part : parts) {
            threads.add(Thread.ofVirtual().name("graph-" + name).unstarted(LogTenant.carried(() -> {
                try {
                    Priority.run(priority, () -> work(part, failures, threads));
                } finally {
                    left.countDown();
                }
            })));
        }
        threads.forEach(Thread::start);
        try {
            left.await();
        } catch (InterruptedException interrupted) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            throw GraphException.of(GraphException.Kind.CANCELLED, "The reading was cancelled", interrupted);
        }
        RuntimeException first = failures.first();
        if (first != null) {
            throw first;
        }
    }

    private static <T> void work(Part<T> part, Failures failures, List<Thread> all) {
        try {
            part.result = part.work.get();
        } catch (RuntimeException failure) {
            end(failure, failures, all);
        } catch (Error fatal) {
            end(new IllegalStateException("A part of a reading broke down", fatal), failures, all);
        }
    }

    private static void end(RuntimeException failure, Failures failures, List<Thread> all) {
        if (failures.note(failure)) {
            all.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
        }
    }

    /// The first failure counts; the others are its consequences.
    private static final class Failures {

        private @Nullable RuntimeException first;

        synchronized boolean note(RuntimeException failure) {
            if (first != null) {
                return false;
            }
            first = failure;
            return true;
        }

        synchronized @Nullable RuntimeException first() {
            return first;
        }
    }
}
