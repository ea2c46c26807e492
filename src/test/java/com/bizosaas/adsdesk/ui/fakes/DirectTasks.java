package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work at once on the caller's thread. A failure nobody handles is thrown.
public final class DirectTasks implements TaskRunner {

    @Override
    public <T> Job<T> call(Callable<T> work) {
        return new DirectJob<>(work);
    }

    @Override
    public void onFxThread(Runnable action) {
        action.run();
    }

    private static final class DirectJob<T> implements Job<T> {

        private final Callable<T> work;
        private Consumer<? super T> success = _ -> {
        };
        private Consumer<? super Throwable> failure = thrown -> {
            throw new AssertionError("Nobody handles this failure", thrown);
        };
        private Runnable last = () -> {
        };

        DirectJob(Callable<T> work) {
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
            try {
                T result;
                try {
                    result = work.call();
                } catch (Exception thrown) {
                    failure.accept(thrown);
                    return () -> {
                    };
                }
                success.accept(result);
            } finally {
                last.run();
            }
            return () -> {
            };
        }
    }
}
