package com.bizosaas.adsdesk.api;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/// Between Jetty and the API: reads a request within limits of size and time, and writes the answer. Runs on virtual
/// threads and blocks freely.
final class ApiHandler extends Handler.Abstract {

    static final int LARGEST_BODY = 1 << 20;
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(10);

    private final Function<Asked, Reply> service;

    /// @param service answers everything, refusals included, and throws nothing
    ApiHandler(Function<Asked, Reply> service) {
        this.service = service;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Reply reply;
        try {
            reply = service.apply(asked(request));
        } catch (ApiProblem e) {
            // The rest of the body is not read, so this connection cannot be used again.
            reply = Reply.problem(e.status(), e.body()).with("Connection", "close");
        }
        write(reply, response, callback);
        return true;
    }

    private static Asked asked(Request request) throws InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue() == null ? "" : field.getValue());
        }
        String query = request.getHttpURI().getQuery();
        return new Asked(request.getMethod(), Request.getPathInContext(request), query == null ? "" : query, headers,
                body(request));
    }

    private static byte[] body(Request request) throws InterruptedException {
        if (request.getLength() > LARGEST_BODY) {
            throw tooLarge();
        }
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, LARGEST_BODY, Promise.Invocable.from(InvocationType.NON_BLOCKING,
                body::complete, body::completeExceptionally));
        try {
            return body.get(BODY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            ApiProblem problem = new ApiProblem(408, "too-slow", "The body took too long",
                    "Send it within ten seconds.", "");
            problem.addSuppressed(e);
            throw problem;
        } catch (ExecutionException e) {
            ApiProblem problem = e.getCause() instanceof IllegalStateException
                    ? tooLarge()
                    : new ApiProblem(400, "broken-body", "The body broke off", "Send it again.", "");
            problem.addSuppressed(e);
            throw problem;
        }
    }

    private static ApiProblem tooLarge() {
        return new ApiProblem(413, "too-large", "The body is too large", "It has at most one megabyte.", "");
    }

    static void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
