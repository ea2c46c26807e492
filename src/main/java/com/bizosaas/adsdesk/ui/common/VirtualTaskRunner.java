package com.bizosaas.adsdesk.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Runs each job on a virtual thread of its own.
public final class VirtualTaskRunner implements TaskRunner {

    @Override
    public <T> Job<T> call(Callable<T> work) {
        return new VirtualJob<>(work);
    }

    @Override
    public void onFxThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    private static final class VirtualJob<T> implements Job<T> {

        private final Callable<T> work;
        private Consumer<? super T> success = _ -> {
        };
        private @Nullable Consumer<? super Throwable> failure;
        private Runnable last = () -> {
        };

        VirtualJob(Callable<T> work) {
            this.work = work;
        }

        @Override
        public Job<T> onSuccess(Consumer<? super T> consumer) {
            success = consumer;
            return this;
        }

        @Override
        public Job<T> onError(Consumer<? super Throwable> consumer) {
            failure = consumer;
            return this;
        }

        @Override
        public Job<T> andFinally(Runnable action) {
            last = action;
            return this;
        }

        @Override
        public Running start() {
            AtomicBoolean silent = new AtomicBoolean();
            Thread thread = Thread.ofVirtual().name("desk-task").start(() -> work(silent));
            return () -> {
                silent.set(true);
                thread.interrupt();
            };
        }

        private void work(AtomicBoolean silent) {
            Runnable outcome;
            try {
                T result = work.call();
                outcome = () -> success.accept(result);
            } catch (Exception | Error thrown) {
                outcome = () -> failed(thrown);
            }
            Runnable report = outcome;
            Platform.runLater(() -> {
                if (!silent.get()) {
                    try {
                        report.run();
                    } finally {
                        last.run();
                    }
                }
            });
        }

        private void failed(Throwable thrown) {
            if (failure != null) {
                failure.accept(thrown);
            } else {
                Thread current = Thread.currentThread();
                current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
            }
        }
    }
}
