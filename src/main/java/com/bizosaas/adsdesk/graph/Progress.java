package com.bizosaas.adsdesk.graph;

import java.util.function.IntConsumer;

/// Counts what several threads read, and tells it in rising order.
final class Progress {

    private final IntConsumer listener;
    private int count;

    Progress(IntConsumer listener) {
        this.listener = listener;
    }

    synchronized void add(int more) {
        count += more;
        listener.accept(count);
    }
}
