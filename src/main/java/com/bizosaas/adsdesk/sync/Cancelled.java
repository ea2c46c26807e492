package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.graph.GraphException;
import java.util.concurrent.CancellationException;

/// Tells a read that nobody waits for any more from one that failed.
final class Cancelled {

    private Cancelled() {
    }

    static boolean is(Throwable thrown) {
        return thrown instanceof CancellationException
                || thrown instanceof GraphException e && e.kind() == GraphException.Kind.CANCELLED;
    }
}
