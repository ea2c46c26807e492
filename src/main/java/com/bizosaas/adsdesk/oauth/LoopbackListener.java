package com.bizosaas.adsdesk.oauth;

import com.bizosaas.adsdesk.oauth.LoginException.Reason;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits on the configured redirect for the answer to a sign-in in the system browser (RFC 8252, section 7.3). It listens
/// on loopback addresses only, takes one answer, and says nothing about it but that the window can be closed: when the
/// listener is closed, which is when the sign-in has ended, so that whoever waits for the page finds it ended.
///
/// Thread-safe.
public final class LoopbackListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackListener.class);
    /// How long a closing listener waits for the browser to take its page.
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI redirect;
    private final RedirectAddress address;
    private final Predicate<URI> ours;
    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<URI> received = new CompletableFuture<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final Duration patience;

    private LoopbackListener(URI redirect, Predicate<URI> ours, Duration patience) {
        this.redirect = redirect;
        this.address = new RedirectAddress(redirect);
        this.ours = ours;
        this.patience = patience;
    }

    /// Whether the redirect leads to this computer over plain HTTP.
    public static boolean serves(URI redirect) {
        return "http".equalsIgnoreCase(redirect.getScheme()) && redirect.getHost() != null
                && HOSTS.contains(redirect.getHost().toLowerCase(Locale.ROOT));
    }

    /// @param ours whether an address answers the sign-in that is waited for; others are turned away
    /// @param patience how long the browser is kept waiting for its page; the sign-in may end later
    /// @throws LoginException if the redirect leads elsewhere, or its port is taken
    public static LoopbackListener start(URI redirect, Predicate<URI> ours, Duration patience) {
        if (!serves(redirect)) {
            throw new LoginException(Reason.NOT_LOOPBACK, "The redirect address does not lead to this computer");
        }
        LoopbackListener listener = new LoopbackListener(redirect, ours, patience);
        try {
            for (InetAddress local : addresses(redirect.getHost().toLowerCase(Locale.ROOT))) {
                listener.listen(local);
            }
            return listener;
        } catch (BindException taken) {
            listener.close();
            throw new LoginException(Reason.PORT_BUSY, "Port " + port(redirect) + " is used by another program. "
                    + "Close that program, or set a redirect address with another port here and in the app's dashboard");
        } catch (IOException failed) {
            listener.close();
            throw new LoginException(Reason.PORT_BUSY,
                    "Port " + port(redirect) + " cannot be listened on: " + failed.getClass().getSimpleName());
        }
    }

    /// Completes once, with the whole address that the browser was sent to; is cancelled when the listener closes first.
    public CompletableFuture<URI> received() {
        return received;
    }

    @Override
    public void close() {
        closing.complete(null);
        if (received.isDone() && !received.isCancelled()) {
            await(answered, LAST_WORDS);
        }
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
        received.cancel(false);
    }

    private void listen(InetAddress local) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(local, port(redirect)), 16);
        } catch (IOException failed) {
            if (servers.isEmpty() || isTaken(failed)) {
                throw failed;
            }
            // This computer has no IPv6; browsers fall back to the address that is served.
            LOG.debug("Not listening on {}", local.getHostAddress());
            return;
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        servers.add(server);
    }

    /// The same exception also says that an address does not exist here.
    private static boolean isTaken(IOException failed) {
        return failed instanceof BindException && String.valueOf(failed.getMessage()).contains("in use");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isHere(exchange)) {
                reply(exchange, 404, "Nothing is here.");
                return;
            }
            URI whole = whole(exchange.getRequestURI());
            if (whole == null || !address.matches(whole)) {
                reply(exchange, 404, "Nothing is here.");
            } else if (!"GET".equals(exchange.getRequestMethod())) {
                reply(exchange, 405, "Only a browser's redirect is answered here.");
            } else if (!RedirectAddress.isAnswer(whole) || !ours.test(whole)) {
                reply(exchange, 400, "This does not answer the sign-in that Ads Desk is waiting for.");
            } else {
                received.complete(whole);
                await(closing, patience);
                reply(exchange, 200, "You can close this window and go back to Ads Desk.");
            }
        } finally {
            // The page has left only when the exchange is closed.
            if (received.isDone()) {
                answered.complete(null);
            }
        }
    }

    private static void await(CompletableFuture<Void> end, Duration most) {
        end.completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /// A page elsewhere could point a name of its own at this computer; only the redirect's own name is answered.
    private boolean isHere(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String own = redirect.getHost() + (redirect.getPort() < 0 ? "" : ":" + redirect.getPort());
        return own.equalsIgnoreCase(host);
    }

    private @Nullable URI whole(URI asked) {
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        try {
            return URI.create(redirect.getScheme() + "://" + redirect.getRawAuthority() + asked.getRawPath() + query);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static void reply(HttpExchange exchange, int status, String sentence) throws IOException {
        byte[] page = ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Ads Desk</title><p>" + sentence
                + "</p></html>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private static List<InetAddress> addresses(String host) throws UnknownHostException {
        InetAddress four = InetAddress.getByAddress(host, new byte[]{127, 0, 0, 1});
        byte[] one = new byte[16];
        one[15] = 1;
        InetAddress six = InetAddress.getByAddress(host, one);
        return switch (host) {
            case "localhost" -> List.of(four, six);
            case "[::1]" -> List.of(six);
            default -> List.of(four);
        };
    }

    private static int port(URI redirect) {
        return redirect.getPort() < 0 ? 80 : redirect.getPort();
    }
}
