package com.bizosaas.adsdesk.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A scheduled executor and the clocks that belong to it. Nothing happens but when a test moves the time.
public final class VirtualTicker extends AbstractExecutorService implements ScheduledExecutorService, InstantSource {

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.<Task<?>, Instant>comparing(task -> task.at).thenComparing(task -> task.number));
    private final Deque<Runnable> soon = new ArrayDeque<>();
    private Instant now;
    private long nanos;
    private long numbers;
    private boolean shutdown;

    public VirtualTicker(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public long nanos() {
        return nanos;
    }

    /// Lets time pass, running what falls due in its order.
    public void pass(Duration time) {
        Instant end = now.plus(time);
        settle();
        while (!tasks.isEmpty() && !tasks.peek().at.isAfter(end)) {
            Task<?> task = tasks.poll();
            forward(task.at);
            task.runDue();
            settle();
        }
        forward(end);
    }

    /// Runs what is to run at once.
    public void settle() {
        while (!soon.isEmpty()) {
            soon.poll().run();
        }
    }

    /// What was scheduled never runs, as if its thread hung.
    void forgetTasks() {
        tasks.clear();
        soon.clear();
    }

    /// The wall clock goes on; the monotonic clock and the tasks stand still, as in suspend.
    public void sleep(Duration time) {
        now = now.plus(time);
    }

    private void forward(Instant to) {
        if (to.isAfter(now)) {
            nanos += Duration.between(now, to).toNanos();
            now = to;
        }
    }

    @Override
    public void execute(Runnable command) {
        soon.add(command);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(new Task<Void>(command, null, now.plusNanos(unit.toNanos(delay)), null));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("Fixed rates pile up after a sleep");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long delay, long pause, TimeUnit unit) {
        return add(new Task<Void>(command, null, now.plusNanos(unit.toNanos(delay)),
                Duration.ofNanos(unit.toNanos(pause))));
    }

    private <V> Task<V> add(Task<V> task) {
        tasks.add(task);
        return task;
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final Runnable body;
        private final Duration pause;
        private final long number = numbers++;
        private Instant at;

        Task(Runnable body, V result, Instant at, Duration pause) {
            super(body, result);
            this.body = body;
            this.at = at;
            this.pause = pause;
        }

        void runDue() {
            if (isCancelled()) {
                return;
            }
            if (pause == null) {
                run();
            } else {
                body.run();
                at = now.plus(pause);
                tasks.add(this);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(now, at));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
