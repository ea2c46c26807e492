package com.bizosaas.adsdesk.graph;

/// How many rows the next page asks for: halved when Facebook finds a page too large, and grown back after pages that
/// worked.
final class PageSize {

    private static final int PAGES_BEFORE_GROWTH = 2;

    private final int full;
    private int now;
    private int worked;

    PageSize(int full) {
        this.full = full;
        this.now = full;
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
        return true;
    }

    void worked() {
        if (now < full && ++worked >= PAGES_BEFORE_GROWTH) {
            now = Math.min(full, now * 2);
            worked = 0;
        }
    }
}
