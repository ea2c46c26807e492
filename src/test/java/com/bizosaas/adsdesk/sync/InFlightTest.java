package com.bizosaas.adsdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.graph.Priority;
import com.bizosaas.adsdesk.graph.SharedPriority;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InFlightTest {

    private final InFlight<String, Integer> inFlight = new InFlight<>();

    @Test
    void readsOnceForAllWhoAskMeanwhile() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Thread> second = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> inFlight.join("a", () -> {
                begun.countDown();
                uninterruptibly(gate);
                return reads.incrementAndGet();
            }));
            begun.await();
            CompletableFuture<Integer> joined = new CompletableFuture<>();
            second.set(Thread.ofVirtual().start(() -> joined.complete(inFlight.join("a", reads::incrementAndGet))));
            await().until(() -> second.get().getState() == Thread.State.WAITING);
            gate.countDown();
            assertThat(first.get()).isEqualTo(1);
            assertThat(joined.get()).isEqualTo(1);
        }
        assertThat(inFlight.join("a", reads::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void takesOverFromAReaderThatGaveUp() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> joined = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> inFlight.join("a", () -> {
                begun.countDown();
                uninterruptibly(gate);
                throw new CancellationException("not for me");
            }));
            begun.await();
            Thread second = Thread.ofVirtual().start(() -> joined.complete(inFlight.join("a", () -> 5)));
            await().until(() -> second.getState() == Thread.State.WAITING);
            gate.countDown();
            assertThatThrownBy(first::get).hasCauseInstanceOf(CancellationException.class);
            assertThat(joined.get()).isEqualTo(5);
        }
    }

    @Test
    void aClickThatJoinsMakesTheBackgroundsReadAClick() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        List<Priority> seen = new CopyOnWriteArrayList<>();
        SharedPriority own = new SharedPriority();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> Priority.call(() -> Priority.BACKGROUND,
                    () -> inFlight.join("a", () -> {
                        own.join();
                        seen.add(own.get());
                        begun.countDown();
                        uninterruptibly(gate);
                        seen.add(own.get());
                        return 1;
                    })));
            begun.await();
            AtomicInteger joined = new AtomicInteger();
            Thread click = Thread.ofVirtual().start(() -> joined.set(inFlight.join("a", () -> 2)));
            await().until(() -> click.getState() == Thread.State.WAITING);
            gate.countDown();
            assertThat(first.get()).isEqualTo(1);
            click.join();
            assertThat(joined).hasValue(1);
        }
        assertThat(seen).containsExactly(Priority.BACKGROUND, Priority.CLICK);
    }

    @Test
    void sharesAFailureButNotWithTheNextOne() {
        assertThatThrownBy(() -> inFlight.join("a", () -> {
            throw new IllegalStateException("once");
        })).hasMessage("once");
        assertThat(inFlight.join("a", () -> 1)).isEqualTo(1);
    }

    private static void uninterruptibly(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }
}
