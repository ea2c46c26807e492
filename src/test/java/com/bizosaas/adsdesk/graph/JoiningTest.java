package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.bizosaas.adsdesk.graph.GraphException.Kind;
import com.bizosaas.adsdesk.graph.wire.RowReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Equal reads under way at the same time are one request.
class JoiningTest {

    private static final GraphRequest READ = GraphRequest.read("act_701").with("fields", "name");

    private final VirtualClock clock = new VirtualClock();
    private final Script script = new Script();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final List<Object> ends = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Test
    void manyAskAndOneRequestAnswersAll() {
        script.then(this::held);
        GraphClient client = script.client(clock);
        ask(client, 8);

        answer.countDown();

        await().until(() -> ends.size() == 8);
        assertThat(ends).containsOnly("A");
        assertThat(script.sent()).isOne();
    }

    @Test
    void listsThatAreReadInDifferentWaysAreOneRequestToo() {
        script.then(request -> {
            held(request);
            return Script.json(200, "{\"data\":[{\"id\":\"1\",\"name\":\"A\"},{\"id\":\"2\",\"name\":\"B\"}]}");
        });
        GraphClient client = script.client(clock);
        GraphRequest list = GraphRequest.list("act_701/campaigns");
        for (String field : List.of("id", "name")) {
            threads.add(Thread.ofVirtual().unstarted(() -> ends.add(new Pages(client)
                    .all(new Listing<>(list, 100, RowReader.of(row -> row.text(field)), row -> row)))));
        }
        threads.forEach(Thread::start);
        answer.countDown();

        await().until(() -> ends.size() == 2);
        assertThat(ends).containsExactlyInAnyOrder(List.of("1", "2"), List.of("A", "B"));
        assertThat(script.sent()).isOne();
    }

    @Test
    void whoLeavesHandsTheRequestOverAndTheLastOneEndsIt() throws Exception {
        AtomicInteger interrupted = new AtomicInteger();
        Script.Step endless = _ -> {
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("Nobody counts down");
            } catch (InterruptedException gone) {
                interrupted.incrementAndGet();
                Thread.currentThread().interrupt();
                throw new TransportException(TransportException.Fate.CANCELLED, "cancelled", gone);
            }
        };
        script.then(endless).then(endless);
        GraphClient client = script.client(clock);
        ask(client, 1);
        await().until(() -> script.sent() == 1);
        ask(client, 1);
        await().until(() -> threads.get(1).getState() == Thread.State.WAITING);

        threads.getFirst().interrupt();
        await().until(() -> script.sent() == 2);
        threads.getLast().interrupt();

        await().until(() -> ends.size() == 2 && interrupted.get() == 2);
        assertThat(threads).allSatisfy(thread -> assertThat(thread.join(Duration.ofSeconds(10))).isTrue());
        assertThat(script.sent()).as("nobody's abandoned request runs on").isEqualTo(2);
    }

    @Test
    void aFailureIsToldToAll() {
        script.then(request -> {
            held(request);
            return Script.error(190, 463);
        });
        GraphClient client = script.client(clock);
        ask(client, 3);
        answer.countDown();

        await().until(() -> ends.size() == 3);
        assertThat(ends).containsOnly(Kind.TOKEN);
        assertThat(script.sent()).isOne();
    }

    @Test
    void writesAreNeverJoined() {
        script.always(_ -> Script.json(200, "{\"success\":true}"));
        GraphClient client = script.client(clock);
        client.call(GraphRequest.update("12").with("name", "A"));
        client.call(GraphRequest.update("12").with("name", "A"));

        assertThat(script.sent()).isEqualTo(2);
    }

    @Test
    void aClickThatJoinsMakesTheWaitingReadAClick() throws Exception {
        UsageBudget budget = new UsageBudget(clock);
        Joining joining = new Joining();
        List<Priority> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch joined = new CountDownLatch(1);
        Thread background = Thread.ofVirtual().start(() -> Priority.run(() -> Priority.BACKGROUND,
                () -> joining.attempt(READ, (priority, _) -> {
                    seen.add(priority.get());
                    try {
                        joined.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    seen.add(priority.get());
                    return Verdict.of(READ, Script.json(200, "{}"));
                }, budget::reconsider)));
        await().until(() -> seen.size() == 1);
        Thread click = Thread.ofVirtual().start(() -> joining.attempt(READ, (_, _) -> {
            throw new AssertionError("It joins");
        }, joined::countDown));

        background.join();
        click.join();
        assertThat(seen).containsExactly(Priority.BACKGROUND, Priority.CLICK);
    }

    private WireReply held(WireRequest request) {
        try {
            // Until all others have joined, whichever of them came first.
            Thread leader = Thread.currentThread();
            await().until(() -> threads.stream().filter(each -> each != leader)
                    .allMatch(each -> each.getState() == Thread.State.WAITING));
            answer.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Script.json(200, "{\"name\":\"A\"}");
    }

    private void ask(GraphClient client, int times) {
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asking.add(Thread.ofVirtual().unstarted(() -> {
                try {
                    ends.add(client.call(READ).text("name"));
                } catch (GraphException failure) {
                    ends.add(failure.kind());
                }
            }));
        }
        threads.addAll(asking);
        asking.forEach(Thread::start);
    }
}
