package com.bizosaas.adsdesk.graph;

import java.util.concurrent.ConcurrentMap;

/// How many rows the next page asks for: halved when Facebook finds a page too large, and grown back after pages that
/// worked. The next list of the same edge goes on with the size that this one came to.
final class PageSize {

    private static final int PAGES_BEFORE_GROWTH = 2;

    private final int full;
    private final ConcurrentMap<String, Integer> memory;
    private final String edge;
    private int now;
    private int worked;

    /// @param memory of the client: smaller sizes by edge
    PageSize(int full, ConcurrentMap<String, Integer> memory, String edge) {
        this.full = full;
        this.memory = memory;
        this.edge = edge;
        this.now = Math.min(full, memory.getOrDefault(edge, full));
    }

    int now() {
        return now;
    }

    /// @return false if it cannot be any smaller
    boolean halve() {
        if (now == 1) {
            return false;
        }
        now = now / 2;
        worked = 0;
        memory.put(edge, now);
        return true;
    }

    void worked() {
        if (now < full && ++worked >= PAGES_BEFORE_GROWTH) {
            now = Math.min(full, now * 2);
            worked = 0;
            if (now == full) {
                memory.remove(edge);
            } else {
                memory.put(edge, now);
            }
        }
    }
}
