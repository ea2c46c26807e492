package com.bizosaas.adsdesk.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The one gateway off the FX thread and back: work runs elsewhere, callbacks come on the FX thread.
///
/// View models call it on the FX thread. A cancelled job calls back no more.
public interface TaskRunner {

    /// Prepares work; nothing runs before [Job#start()].
    <T> Job<T> call(Callable<T> work);

    /// Prepares work without a result.
    default Job<Void> run(Runnable work) {
        return call(() -> {
            work.run();
            return null;
        });
    }

    /// Runs something on the FX thread, at once if already there. For listeners called from other threads.
    void onFxThread(Runnable action);

    /// Work that was prepared, and what is to follow it.
    interface Job<T> {

        Job<T> onSuccess(Consumer<? super T> consumer);

        /// Receives whatever was thrown. Without it a failure goes to the last-resort handler.
        Job<T> onError(Consumer<? super Throwable> consumer);

        Job<T> andFinally(Runnable action);

        Running start();
    }

    /// Work under way.
    interface Running {

        /// Interrupts the work and silences its callbacks.
        void cancel();
    }
}
