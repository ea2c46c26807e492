package com.bizosaas.adsdesk.sandbox.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one Jetty handler: reads a request, asks for the answer, delivers it, or breaks the connection as told. Runs on
/// virtual threads and blocks freely.
public final class HttpEntry extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(HttpEntry.class);

    /// A failure that was asked for, which Jetty need not warn of.
    private static final class OnPurpose extends IOException implements QuietException {
        private static final long serialVersionUID = 1L;

        OnPurpose(String message) {
            super(message);
        }
    }

    private final Function<WireRequest, Answer> service;

    public HttpEntry(Function<WireRequest, Answer> service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Answer answer;
        try {
            answer = service.apply(RequestReader.read(request));
        } catch (IllegalArgumentException e) {
            LOG.debug("Refused a request", e);
            answer = Answer.of(WireReply.json(400, Json.object().set("error", Json.object()
                    .put("message", String.valueOf(e.getMessage())).put("type", "OAuthException").put("code", 2500))));
        }
        pause(answer.delay());
        switch (answer.breakage()) {
            case Breakage.None() -> write(answer.reply(), request, response, callback);
            case Breakage.Truncate() -> truncate(answer.reply(), request, response, callback);
            case Breakage.Reset() -> reset(request, callback);
            case Breakage.Stall(Duration length) -> {
                pause(length);
                reset(request, callback);
            }
        }
        return true;
    }

    private static void pause(Duration length) throws InterruptedException {
        if (length.isPositive()) {
            Thread.sleep(length);
        }
    }

    private static void head(WireReply reply, Response response) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        reply.cookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
    }

    private static void write(WireReply reply, Request request, Response response, Callback callback) {
        head(reply, response);
        byte[] body = reply.body();
        byte[] packed = reply.gzip();
        if (packed != null && request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, "gzip")) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            body = packed;
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static void truncate(WireReply reply, Request request, Response response, Callback callback)
            throws IOException {
        head(reply, response);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        ByteBuffer half = ByteBuffer.wrap(reply.body(), 0, reply.body().length / 2);
        Callback.Completable written = new Callback.Completable();
        response.write(false, half, written);
        written.join();
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        end.shutdownOutput();
        end.close();
        callback.failed(new OnPurpose("The reply was cut short on purpose"));
    }

    /// A reset, not an orderly end: with a linger time of zero the kernel sends RST.
    private static void reset(Request request, Callback callback) throws IOException {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        if (end.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        end.close();
        callback.failed(new OnPurpose("The connection was reset on purpose"));
    }
}
