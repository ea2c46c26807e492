package com.bizosaas.adsdesk.sync;

import java.util.Set;

/// What a read came to.
///
/// @param fresh what is up to date now: the key that was asked for, and others that came with it at no cost
/// @param changed those of them in which something was different
public record Polled(Set<SyncKey> fresh, Set<SyncKey> changed) {

    public Polled {
        fresh = Set.copyOf(fresh);
        changed = Set.copyOf(changed);
    }

    static Polled of(SyncKey key, boolean changed) {
        return new Polled(Set.of(key), changed ? Set.of(key) : Set.of());
    }
}
