package com.bizosaas.adsdesk.draft;

import java.time.Instant;
import java.util.List;

/// One edit as a person thinks of it, undone and redone as a whole.
///
/// @param number rises by one with each edit of a tenant
/// @param together the same for the steps of several tenants that are one edit; empty where it is of one tenant alone
/// @param label what was done, for “Undo …”
public record Step(long number, String label, Instant at, String who, String together, List<Change> changes) {

    public Step {
        changes = List.copyOf(changes);
    }
}
