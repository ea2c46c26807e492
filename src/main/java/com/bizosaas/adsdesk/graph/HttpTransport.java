package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.TransportException.Fate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JDK's HTTP client for one tenant: its own connections, no cookies, no redirects, a time limit that covers the body,
/// caps on what is read and inflated (robustness "Transport").
///
/// The JDK may send a GET twice when a kept connection turns out dead; a POST it never repeats. How often a request left is
/// told with its reply.
public final class HttpTransport implements GraphTransport, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /// Of all clients: each by itself would keep several threads waiting for work.
    private static final Executor THREADS = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("graph-http-", 0).factory());

    private final Supplier<HttpClient> clients;
    private final ReentrantLock lock = new ReentrantLock();
    private HttpClient client;
    private volatile boolean closed;

    public HttpTransport() {
        this(HttpTransport::newClient);
    }

    HttpTransport(Supplier<HttpClient> clients) {
        this.clients = clients;
        this.client = clients.get();
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT)
                .executor(THREADS).build();
    }

    @Override
    public WireReply send(WireRequest request) throws TransportException {
        @Nullable
        CompletableFuture<HttpResponse<Void>> reply = null;
        CountedBody body = new CountedBody(request.body());
        ReceivedBody received = new ReceivedBody();
        try {
            reply = alive().sendAsync(http(request, body),
                    BodyHandlers.limiting(BodyHandlers.ofByteArrayConsumer(received), request.maxBytes()));
            HttpResponse<Void> whole = reply.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return reply(whole, received.take(), request.maxBytes(), body.sent());
        } catch (InterruptedException interrupted) {
            cancel(reply);
            Thread.currentThread().interrupt();
            throw new TransportException(Fate.CANCELLED, "The request was cancelled", interrupted);
        } catch (TimeoutException late) {
            cancel(reply);
            throw new TransportException(Fate.LOST,
                    "No whole reply within " + request.timeout().toSeconds() + " s", late, body.sent());
        } catch (ExecutionException failed) {
            throw explained(request, failed.getCause() == null ? failed : failed.getCause(), body.sent());
        } catch (IOException unreadable) {
            throw explained(request, unreadable, body.sent());
        }
    }

    /// Ends everything that runs, and refuses what comes later.
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            client.shutdownNow();
        } finally {
            lock.unlock();
        }
    }

    /// The client's selector thread dies for good on any error, even on a lack of memory; then a new client replaces it.
    private HttpClient alive() throws TransportException {
        lock.lock();
        try {
            if (closed) {
                throw new TransportException(Fate.CANCELLED, "The connections of this tenant are closed", null);
            }
            if (client.isTerminated()) {
                LOG.warn("The HTTP client had died and is replaced");
                client = clients.get();
            }
            return client;
        } finally {
            lock.unlock();
        }
    }

    private static HttpRequest http(WireRequest request, CountedBody body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).version(
                // Without TLS the client would ask each new connection for an upgrade first.
                "https".equals(request.uri().getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        request.headers().forEach(builder::header);
        return builder.method(request.method(), body).build();
    }

    private static WireReply reply(HttpResponse<Void> response, byte[] body, int maxBytes, int sent)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
        }
        String encoding = headers.getOrDefault("content-encoding", "identity").strip().toLowerCase(Locale.ROOT);
        if (!"identity".equals(encoding) && !"gzip".equals(encoding)) {
            throw new IOException("The reply is packed in a way that was not asked for");
        }
        return new WireReply(response.statusCode(), headers, body, maxBytes, Math.max(1, sent));
    }

    private TransportException explained(WireRequest request, Throwable cause, int sent) {
        if (closed) {
            return new TransportException(Fate.CANCELLED, "The connections of this tenant were closed", cause);
        }
        String host = request.uri().getHost();
        if (cause instanceof HttpConnectTimeoutException) {
            return new TransportException(Fate.NOT_SENT, host + " did not answer in time", cause);
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            boolean unknown = cause instanceof UnknownHostException
                    || cause.getCause() instanceof UnresolvedAddressException
                    || cause.getCause() != null && cause.getCause().getCause() instanceof UnresolvedAddressException;
            return new TransportException(Fate.NOT_SENT,
                    unknown ? host + " was not found" : "No connection to " + host, cause);
        }
        if (cause instanceof SSLException && isHandshake(cause)) {
            return new TransportException(Fate.NOT_SENT, host + " could not prove who it is", cause);
        }
        return new TransportException(Fate.LOST, "The connection to " + host + " broke: " + cause.getClass()
                .getSimpleName(), cause, sent);
    }

    /// Before TLS stands, nothing of the request has left. A server without TLS is told by its message only.
    private static boolean isHandshake(Throwable cause) {
        return cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException
                || String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("unrecognized ssl message");
    }

    private static void cancel(@Nullable CompletableFuture<?> reply) {
        if (reply != null) {
            reply.cancel(true);
        }
    }
}
