package com.bizosaas.adsdesk.sandbox.http;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Counts what went over the wire since the start or the last [#clear]: requests, calls (a batch's items one by one) and
/// bytes of reply bodies as they were sent, packed or not. Control requests do not count. Wraps everything that packs.
/// Thread-safe.
public final class Traffic extends Handler.Wrapper {

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHttpURI().getPath().startsWith("/sandbox/")) {
            return super.handle(request, response, callback);
        }
        requests.incrementAndGet();
        return super.handle(request, new Counted(request, response), callback);
    }

    private final class Counted extends Response.Wrapper {

        Counted(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            bytes.addAndGet(content == null ? 0 : content.remaining());
            super.write(last, content, callback);
        }
    }

    /// Counts the calls of a request that was understood.
    public void note(WireRequest request) {
        String batch = request.parameter("batch");
        calls.addAndGet(batch.isEmpty() ? 1 : Math.max(1, Json.parse(batch).map(items -> items.size()).orElse(1)));
    }

    public ObjectNode counts() {
        return Json.object().put("requests", requests.get()).put("calls", calls.get()).put("bytes", bytes.get());
    }

    public void clear() {
        requests.set(0);
        calls.set(0);
        bytes.set(0);
    }
}
