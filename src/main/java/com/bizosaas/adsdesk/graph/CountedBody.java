package com.bizosaas.adsdesk.graph;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicInteger;

/// A request's body that knows how often its request left. The JDK's client sends a GET a second time by itself when a kept
/// connection ends before any byte of the answer, and any request that the other end says it did not take (GOAWAY); it asks
/// for the length each time that it writes a request's head.
final class CountedBody implements BodyPublisher {

    private final BodyPublisher body;
    private final AtomicInteger heads = new AtomicInteger();

    CountedBody(byte[] bytes) {
        this.body = bytes.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
    }

    int sent() {
        return heads.get();
    }

    @Override
    public long contentLength() {
        heads.incrementAndGet();
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber);
    }
}
