package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.bizosaas.adsdesk.graph.TransportException.Fate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connections that the other end gives up: closed while they were kept for the next request, or by GOAWAY. What leaves more
/// than once is counted as often, and what may have been done is never sent again.
class ConnectionEndTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    @Test
    void aReadIntoAConnectionThatEndsIsSentAgainAndCountedTwice() throws Exception {
        try (RawServer server = endsAtTheSecondRequest(); HttpTransport transport = new HttpTransport()) {
            assertThat(transport.send(wire("GET", server.url(), "/first")).sent()).isOne();

            WireReply reply = transport.send(wire("GET", server.url(), "/second"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.sent()).isEqualTo(2);
            assertThat(arrived(server, head -> head.startsWith("GET /second"))).isEqualTo(2);
        }
    }

    @Test
    void whatLeftTwiceStandsTwiceInTheLogAndTheBudget() throws Exception {
        VirtualClock clock = new VirtualClock();
        AppWide app = AppWide.of(new UsageBudget(clock), clock);
        try (RawServer server = endsAtTheSecondRequest(); HttpTransport transport = new HttpTransport()) {
            GraphClient client = new GraphClient(new RequestBuilder(Script.settings(server.url(), Optional.empty()),
                    Script.token()), transport, app, new Retries(new Random(1)), new TokenGate(clock), clock,
                    Script.TENANT);
            client.call(GraphRequest.read("1"));
            client.call(GraphRequest.read("2"));

            List<LoggedCall> log = app.log().of(Script.TENANT);
            assertThat(log).extracting(LoggedCall::path, LoggedCall::outcome).containsExactly(
                    tuple("/2", "ok"), tuple("/2", "lost"),
                    tuple("/1", "ok"));
            assertThat(arrived(server, head -> head.startsWith("GET "))).isEqualTo(log.size());
        }
    }

    @Test
    void aWriteIntoAConnectionThatEndsLeavesOnce() throws Exception {
        try (RawServer server = endsAtTheSecondRequest(); HttpTransport transport = new HttpTransport()) {
            transport.send(wire("GET", server.url(), "/first"));

            assertThatThrownBy(() -> transport.send(wire("POST", server.url(), "/second")))
                    .isInstanceOfSatisfying(TransportException.class, lost -> {
                        assertThat(lost.fate()).isEqualTo(Fate.LOST);
                        assertThat(lost.sent()).isOne();
                    });
            assertThat(arrived(server, head -> head.startsWith("POST"))).isOne();
        }
    }

    @Test
    void afterGoAwayTheNextRequestTakesAnotherConnection() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        try (H2Server server = new H2Server(folder, (wire, _, stream) -> {
            if (stream == 1) {
                taken.incrementAndGet();
                wire.json(stream, "{\"success\":true}");
                wire.goAway(stream);
            } else {
                // It left before the client had read the first word.
                wire.goAway(1);
            }
        }); HttpTransport transport = new HttpTransport(server::client)) {
            for (int i = 0; i < 3; i++) {
                assertThat(transport.send(wire("POST", server.url(), "/12")).status()).isEqualTo(200);
            }
            assertThat(taken).hasValue(3);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aWriteThatGoAwaySaysWasNotTakenIsSentOnAnotherConnection() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        try (H2Server server = new H2Server(folder, (wire, connection, stream) -> {
            if (connection == 1 && stream > 1) {
                wire.goAway(1);
                return;
            }
            taken.incrementAndGet();
            wire.json(stream, "{\"success\":true}");
        }); HttpTransport transport = new HttpTransport(server::client)) {
            transport.send(wire("GET", server.url(), "/first"));

            WireReply reply = transport.send(wire("POST", server.url(), "/second"));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.sent()).isEqualTo(2);
            assertThat(taken).as("taken once each").hasValue(2);
        }
    }

    @Test
    void aWriteThatWasTakenIsNeverSentAgain() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        try (H2Server server = new H2Server(folder, (wire, _, stream) -> {
            if (stream == 1) {
                wire.json(stream, "{}");
                return;
            }
            posts.incrementAndGet();
            wire.goAway(stream);
            wire.hangUp();
        }); HttpTransport transport = new HttpTransport(server::client)) {
            transport.send(wire("GET", server.url(), "/first"));

            assertThatThrownBy(() -> transport.send(wire("POST", server.url(), "/second")))
                    .isInstanceOfSatisfying(TransportException.class,
                            lost -> assertThat(lost.fate()).isEqualTo(Fate.LOST));
            assertThat(posts).hasValue(1);
        }
    }

    /// Keeps its first connection open, and closes it in the face of the second request; later ones are answered once each.
    private static RawServer endsAtTheSecondRequest() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        RawServer[] self = new RawServer[1];
        self[0] = new RawServer((socket, out) -> {
            RawServer.json(out, "{\"id\":\"1\"}");
            if (connections.incrementAndGet() == 1) {
                self[0].note(RawServer.readRequest(socket.getInputStream()));
            }
        });
        return self[0];
    }

    private static long arrived(RawServer server, Predicate<String> which) {
        return server.heads().stream().filter(which).count();
    }

    private static WireRequest wire(String method, String url, String path) {
        byte[] body = method.equals("POST") ? new byte[]{'a', '=', '1'} : new byte[0];
        return new WireRequest(method, URI.create(url + path), Map.of("Accept", "application/json"), body, DEADLINE,
                1000);
    }
}
