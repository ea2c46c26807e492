package com.bizosaas.adsdesk.api;

import com.bizosaas.adsdesk.service.DeskServices;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The local API of one open desk, on a loopback address. A request has a virtual thread of its own and a connection that
/// says nothing is closed, so that a slow client keeps nobody waiting. Thread-safe; close it before the desk.
public final class ApiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final String HOST = "127.0.0.1";
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration GOODBYE = Duration.ofSeconds(1);
    private static final int LARGEST_HEADER = 16 * 1024;
    private static final int CONNECTIONS = 2048;

    private final Server jetty;
    private final ServerConnector connector;
    private final Jobs jobs;
    private final LocalApi api;

    private ApiServer(DeskServices desk, String version, int port, InstantSource clock) throws IOException {
        jetty = new Server(new VirtualThreadPool());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADER);
        connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(512);
        jetty.addConnector(connector);
        jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, jetty));
        jetty.setErrorHandler(new Refusals());
        jetty.setStopTimeout(GOODBYE.toMillis());
        connector.setShutdownIdleTimeout(GOODBYE.toMillis());
        connector.open();
        jobs = new Jobs(clock);
        api = new LocalApi(desk, jobs, version, connector.getLocalPort(), clock);
        jetty.setHandler(new ApiHandler(api::answer));
    }

    /// Starts the API and returns once it answers.
    ///
    /// @param version of the desk, for the OpenAPI document
    /// @param port 0 for any free one
    /// @throws IOException if the port is taken
    public static ApiServer start(DeskServices desk, String version, int port, InstantSource clock)
            throws IOException {
        desk.localApi().ownKey();
        ApiServer server = new ApiServer(desk, version, port, clock);
        try {
            server.jetty.start();
            return server;
        } catch (Exception e) {
            server.close();
            throw e instanceof IOException failed ? failed : new IOException("The local API could not start", e);
        }
    }

    /// Where it answers: `http://127.0.0.1:PORT`.
    public String url() {
        return "http://" + HOST + ":" + connector.getLocalPort();
    }

    /// Takes no new requests, waits a moment for those under way, and ends sign-ins that nobody came back from.
    @Override
    public void close() {
        connector.close();
        jobs.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            LOG.info("Connections of the local API were cut off", e);
        } finally {
            api.close();
        }
    }

    /// What Jetty itself refuses, in the shape of everything else.
    private static final class Refusals extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            ApiHandler.write(refusal(response.getStatus()), response, callback);
            return true;
        }

        private static Reply refusal(int status) {
            String title = switch (status) {
                case 414 -> "The address is too long";
                case 431 -> "The headers are too large";
                case 505 -> "This version of HTTP is not served";
                default -> status < 500 ? "The request is not well formed" : "The request could not be answered";
            };
            return Reply.problem(status, new ApiProblem(status, status < 500 ? "bad-request" : "failed", title,
                    status < 500 ? "Send a request of HTTP/1.1." : "Try again.", "").body());
        }
    }
}
