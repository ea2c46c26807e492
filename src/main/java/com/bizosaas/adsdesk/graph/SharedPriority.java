package com.bizosaas.adsdesk.graph;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// As urgent as the most urgent of all who wait for one piece of work. Thread-safe.
public final class SharedPriority implements Supplier<Priority> {

    private final List<Supplier<Priority>> wanted = new CopyOnWriteArrayList<>();

    /// The calling thread waits, too.
    ///
    /// @return for [#leave]
    public Supplier<Priority> join() {
        Supplier<Priority> mine = Priority.current();
        wanted.add(mine);
        return mine;
    }

    public void leave(Supplier<Priority> one) {
        wanted.remove(one);
    }

    @Override
    public Priority get() {
        Priority most = Priority.BACKGROUND;
        for (Supplier<Priority> each : wanted) {
            Priority asked = each.get();
            most = asked.compareTo(most) < 0 ? asked : most;
        }
        return most;
    }
}
