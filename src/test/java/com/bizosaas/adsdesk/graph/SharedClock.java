package com.bizosaas.adsdesk.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/// A virtual clock for many threads: once all of them wait, time jumps to when the next one is to wake. Minutes of a busy
/// fleet pass in seconds, and nobody is late.
final class SharedClock implements GraphClock {

    private record Sleeper(Instant due, CountDownLatch end) {
    }

    private final List<Thread> threads = new ArrayList<>();
    private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>((one, other) -> one.due.compareTo(other.due));
    private volatile Instant now = VirtualClock.START;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Sleeper sleeper = new Sleeper(now.plus(duration), new CountDownLatch(1));
        synchronized (sleepers) {
            sleepers.add(sleeper);
        }
        try {
            sleeper.end.await();
        } catch (InterruptedException interrupted) {
            synchronized (sleepers) {
                sleepers.remove(sleeper);
            }
            throw interrupted;
        }
    }

    /// The clock cannot signal a condition of others, so the waiting thread looks at the time every real millisecond.
    @Override
    public void await(Condition condition, Duration atMost) throws InterruptedException {
        Sleeper marker = new Sleeper(now.plus(atMost), new CountDownLatch(1));
        synchronized (sleepers) {
            sleepers.add(marker);
        }
        try {
            boolean signalled = false;
            while (!signalled && now.isBefore(marker.due)) {
                signalled = condition.await(1, TimeUnit.MILLISECONDS);
            }
        } finally {
            synchronized (sleepers) {
                sleepers.remove(marker);
            }
        }
    }

    /// Starts a thread of the rehearsal; it begins once [#run] is called.
    Thread start(String name, Runnable work) {
        Thread thread = Thread.ofVirtual().name(name).unstarted(work);
        threads.add(thread);
        return thread;
    }

    /// Lets the time pass, then ends all threads by an interrupt.
    void run(Duration duration) throws InterruptedException {
        Instant end = now.plus(duration);
        threads.forEach(Thread::start);
        while (now.isBefore(end)) {
            settle();
            synchronized (sleepers) {
                Sleeper next = sleepers.peek();
                if (next == null || next.due.isAfter(end)) {
                    now = end;
                } else {
                    now = next.due.isAfter(now) ? next.due : now;
                    while (!sleepers.isEmpty() && !sleepers.element().due.isAfter(now)) {
                        sleepers.remove().end.countDown();
                    }
                }
            }
        }
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// Until every thread waits, twice in a row: whom one of them has just woken up is seen the second time.
    private void settle() {
        for (int quiet = 0; quiet < 2;) {
            quiet = threads.stream().allMatch(SharedClock::isWaiting) ? quiet + 1 : 0;
            Thread.onSpinWait();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> false;
        };
    }
}
