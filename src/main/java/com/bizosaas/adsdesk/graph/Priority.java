package com.bizosaas.adsdesk.graph;

import java.util.function.Supplier;

/// Who waits for a call. Where calls compete for a budget, what the operator clicked goes first, then what the visible tab
/// shows, then what is read in the background; a write is always the operator's.
///
/// The two shares are of an allowance (graph-api chapter 12, "Strategy for the client"): from the first on calls are spread
/// out, at the second they wait until some of it has come back. So the background never takes what the operator needs.
public enum Priority {
    CLICK(100, 100), VISIBLE(75, 90), BACKGROUND(50, 75);

    private static final ScopedValue<Supplier<Priority>> CURRENT = ScopedValue.newInstance();

    private final double spreadFrom;
    private final double stopAt;

    Priority(double spreadFrom, double stopAt) {
        this.spreadFrom = spreadFrom;
        this.stopAt = stopAt;
    }

    /// Percent of an allowance from which calls of this priority keep a distance.
    double spreadFrom() {
        return spreadFrom;
    }

    /// Percent of an allowance that calls of this priority leave to others.
    double stopAt() {
        return stopAt;
    }

    /// Runs work whose calls have this priority, on this thread and on those that the engine starts for it.
    ///
    /// @param priority asked at every call, for what the operator looks at may change meanwhile; must not block
    public static void run(Supplier<Priority> priority, Runnable work) {
        ScopedValue.where(CURRENT, priority).run(work);
    }

    /// The same for work that answers something.
    public static <T> T call(Supplier<Priority> priority, Supplier<T> work) {
        return ScopedValue.where(CURRENT, priority).call(work::get);
    }

    /// What the calling thread's calls are; whatever nobody declared otherwise is a click.
    static Supplier<Priority> current() {
        return CURRENT.isBound() ? CURRENT.get() : () -> CLICK;
    }
}
