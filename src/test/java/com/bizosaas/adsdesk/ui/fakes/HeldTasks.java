package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Holds work back until a test lets it go, to show what is seen meanwhile.
public final class HeldTasks implements TaskRunner {

    private final DirectTasks direct = new DirectTasks();
    private final Deque<Runnable> held = new ArrayDeque<>();

    @Override
    public <T> Job<T> call(Callable<T> work) {
        Job<T> job = direct.call(work);
        return new Job<>() {
            @Override
            public Job<T> onSuccess(Consumer<? super T> consumer) {
                job.onSuccess(consumer);
                return this;
            }

            @Override
            public Job<T> onError(Consumer<? super Throwable> consumer) {
                job.onError(consumer);
                return this;
            }

            @Override
            public Job<T> andFinally(Runnable action) {
                job.andFinally(action);
                return this;
            }

            @Override
            public Running start() {
                Runnable go = job::start;
                held.add(go);
                return () -> held.remove(go);
            }
        };
    }

    @Override
    public void onFxThread(Runnable action) {
        action.run();
    }

    public int waiting() {
        return held.size();
    }

    /// Runs what has waited longest.
    public void letGoOne() {
        held.poll().run();
    }

    /// Runs what waits, and what that starts in turn.
    public void letGo() {
        while (!held.isEmpty()) {
            held.poll().run();
        }
    }
}
