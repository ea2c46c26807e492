package com.bizosaas.adsdesk.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.bizosaas.adsdesk.graph.TransportException.Fate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpTransportTest {

    private static final String SECRET = "0123456789abcdef-top-secret";

    private final HttpTransport transport = new HttpTransport();
    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        transport.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void bringsBackStatusHeadersAndBody() throws Exception {
        serve((_, out) -> RawServer.json(out, "{\"id\":\"1\"}"));

        WireReply reply = transport.send(get("/v26.0/me"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.mediaType()).isEqualTo("application/json");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"1\"}");
        assertThat(server.heads().getFirst()).containsIgnoringCase("authorization: Bearer " + SECRET)
                .doesNotContainIgnoringCase("cookie", "upgrade: h2c");
    }

    @Test
    void inflatesWhatWasPacked() throws Exception {
        byte[] packed = gzip("{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        serve((_, out) -> {
            RawServer.head(out, "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                    + packed.length);
            out.write(packed);
        });

        assertThat(new String(transport.send(get("/")).plain().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void aBombIsNotInflated() throws Exception {
        byte[] packed = gzip(new byte[80 * 1024 * 1024]);
        assertThat(packed.length).isLessThan(100_000);
        serve((_, out) -> {
            RawServer.head(out, "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                    + packed.length);
            out.write(packed);
        });

        WireReply reply = transport.send(get("/"));

        assertThatThrownBy(() -> reply.plain().transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class).hasMessageContaining("inflates to more");
        assertThat(Verdict.of(GraphRequest.list("act_1/ads"), reply).outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void anEndlessBodyIsCut() throws Exception {
        serve((_, out) -> {
            RawServer.head(out, "Content-Type: application/json");
            byte[] block = new byte[64 * 1024];
            for (int i = 0; i < 100_000; i++) {
                out.write(block);
            }
        });

        WireRequest request = new WireRequest("GET", URI.create(server.url()), Map.of(), new byte[0],
                Duration.ofSeconds(20), 1024 * 1024);
        assertFate(Fate.LOST, request);
    }

    @Test
    void aRedirectIsHandedBackAndNotFollowed() throws Exception {
        try (RawServer thief = new RawServer((_, out) -> RawServer.json(out, "{}"))) {
            server = new RawServer((_, out) -> out.write(("HTTP/1.1 302 Found\r\nLocation: " + thief.url()
                    + "/\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));

            WireReply reply = transport.send(get("/"));

            assertThat(reply.status()).isEqualTo(302);
            assertThat(Verdict.of(GraphRequest.read("me"), reply).outcome()).isEqualTo(Outcome.ELSEWHERE);
            assertThat(thief.heads()).isEmpty();
        }
    }

    /// Ways in which a reply can fail to come.
    enum Break {
        STALL_BEFORE_HEADERS, STALL_IN_BODY, CUT_BODY, RESET, EMPTY, NONSENSE
    }

    @ParameterizedTest
    @EnumSource(Break.class)
    void whateverBreaksEndsInTimeAndTellsNoSecret(Break how) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        serve((socket, out) -> {
            switch (how) {
                case STALL_BEFORE_HEADERS -> end.await();
                case STALL_IN_BODY -> {
                    RawServer.head(out, "Content-Type: application/json\r\nContent-Length: 100");
                    out.write("{\"id\"".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    end.await();
                }
                case CUT_BODY -> {
                    RawServer.head(out, "Content-Type: application/json\r\nContent-Length: 100");
                    out.write("{\"id\"".getBytes(StandardCharsets.UTF_8));
                }
                case RESET -> socket.setSoLinger(true, 0);
                case EMPTY -> out.flush();
                case NONSENSE -> out.write((SECRET + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        WireRequest request = new WireRequest("POST", URI.create(server.url() + "/oauth?client_secret=" + SECRET),
                Map.of("Authorization", "Bearer " + SECRET), SECRET.getBytes(StandardCharsets.UTF_8),
                Duration.ofSeconds(1), 1_000_000);

        assertThatThrownBy(() -> transport.send(request)).isInstanceOfSatisfying(TransportException.class, failure -> {
            assertThat(failure.fate()).isEqualTo(Fate.LOST);
            if (how != Break.NONSENSE) {
                assertThat(everythingOf(failure)).doesNotContain(SECRET);
            }
            assertThat(failure.getMessage()).doesNotContain(SECRET, "oauth");
            assertThat(everythingOf(Verdict.of(GraphRequest.read("me"), failure).exception())).doesNotContain("oauth?");
        });
        end.countDown();
        assertThat(server.heads()).filteredOn(head -> head.startsWith("POST")).hasSize(1);
    }

    @Test
    void aBodyCutShortWithoutALengthIsCaughtByTheParser() throws Exception {
        serve((_, out) -> {
            RawServer.head(out, "Content-Type: application/json\r\nConnection: close");
            out.write("{\"data\":[{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        });

        WireReply reply = transport.send(get("/"));

        assertThat(Verdict.of(GraphRequest.list("x"), reply).outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void nobodyListeningMeansNothingWasSent() throws Exception {
        int port;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = reserved.getLocalPort();
        }

        assertFate(Fate.NOT_SENT, request("http://127.0.0.1:" + port));
        assertFate(Fate.NOT_SENT, request("http://no-such-host.invalid"));
    }

    @Test
    void whoCannotProveWhoItIsDoesNotGetTheRequest() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetInPlainText(plain));

            assertFate(Fate.NOT_SENT, request("https://127.0.0.1:" + plain.getLocalPort()));
        }
    }

    private static void greetInPlainText(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    void anInterruptEndsTheRequest() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        serve((_, _) -> end.await());
        AtomicReference<Exception> ended = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                transport.send(get("/"));
            } catch (TransportException failure) {
                ended.set(failure);
            }
        });
        await().until(() -> !server.heads().isEmpty());

        caller.interrupt();

        await().untilAtomic(ended, notNullValue());
        assertThat(ended.get()).isInstanceOfSatisfying(TransportException.class,
                failure -> assertThat(failure.fate()).isEqualTo(Fate.CANCELLED));
        end.countDown();
    }

    @Test
    void closingCancelsWhatRunsAndRefusesWhatComes() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        serve((_, _) -> end.await());
        AtomicReference<Exception> ended = new AtomicReference<>();
        Thread.ofVirtual().start(() -> {
            try {
                transport.send(get("/"));
            } catch (TransportException failure) {
                ended.set(failure);
            }
        });
        await().until(() -> !server.heads().isEmpty());

        transport.close();

        await().untilAtomic(ended, notNullValue());
        assertThat(ended.get()).isInstanceOfSatisfying(TransportException.class,
                failure -> assertThat(failure.fate()).isEqualTo(Fate.CANCELLED));
        assertFate(Fate.CANCELLED, get("/"));
        end.countDown();
    }

    @Test
    void aClientThatDiedIsReplaced() throws Exception {
        serve((_, out) -> RawServer.json(out, "{}"));
        HttpClient dead = HttpClient.newHttpClient();
        dead.shutdownNow();
        await().until(dead::isTerminated);
        Iterator<HttpClient> clients = List.of(dead, HttpClient.newHttpClient()).iterator();

        try (HttpTransport healing = new HttpTransport(clients::next)) {
            assertThat(healing.send(get("/")).status()).isEqualTo(200);
            assertThat(healing.send(get("/")).status()).isEqualTo(200);
        }
    }

    /// The JDK's selector thread ends for good when anything is thrown in it. An interrupt ends it just so.
    @Test
    void aSelectorThatDiedIsReplaced() throws Exception {
        serve((_, out) -> RawServer.json(out, "{}"));
        Set<Thread> others = selectors();
        try (HttpTransport healing = new HttpTransport()) {
            assertThat(healing.send(get("/")).status()).isEqualTo(200);
            Set<Thread> own = selectors();
            own.removeAll(others);
            assertThat(own).hasSize(1);
            Thread selector = own.iterator().next();

            selector.interrupt();
            assertThat(selector.join(Duration.ofSeconds(10))).isTrue();

            assertThat(healing.send(get("/")).status()).isEqualTo(200);
        }
    }

    private static Set<Thread> selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("SelectorManager"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Facebook closes connections that were idle for a while; the next request must not go down with them.
    @Test
    void aConnectionThatWasClosedWhileIdleIsNotUsedAgain() throws Exception {
        CountDownLatch close = new CountDownLatch(1);
        AtomicReference<Socket> first = new AtomicReference<>();
        serve((socket, out) -> {
            RawServer.json(out, "{}");
            if (first.compareAndSet(null, socket)) {
                close.await();
            }
        });
        assertThat(transport.send(get("/")).status()).isEqualTo(200);

        close.countDown();
        await().until(() -> first.get().isClosed());
        WireRequest post = new WireRequest("POST", URI.create(server.url() + "/12"), Map.of(), new byte[]{'a'},
                Duration.ofSeconds(20), 1000);

        assertThat(transport.send(post).status()).isEqualTo(200);
        assertThat(server.heads()).filteredOn(head -> head.startsWith("POST")).hasSize(1);
    }

    private void serve(RawServer.Manners manners) throws IOException {
        server = new RawServer(manners);
    }

    private WireRequest get(String path) {
        return request(server.url() + path);
    }

    private static WireRequest request(String url) {
        return new WireRequest("GET", URI.create(url), Map.of("Authorization", "Bearer " + SECRET), new byte[0],
                Duration.ofSeconds(20), 64 * 1024 * 1024);
    }

    private void assertFate(Fate fate, WireRequest request) {
        assertThatThrownBy(() -> transport.send(request)).isInstanceOfSatisfying(TransportException.class, failure -> {
            assertThat(failure.fate()).isEqualTo(fate);
            assertThat(everythingOf(failure)).doesNotContain(SECRET);
        });
    }

    private static String everythingOf(Exception failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
