package com.bizosaas.adsdesk.draft;

import java.time.Instant;
import java.util.List;

/// One edit as a person thinks of it, undone and redone as a whole.
///
/// @param number rises by one with each edit of a tenant
/// @param label what was done, for “Undo …”
public record Step(long number, String label, Instant at, String who, List<Change> changes) {

    public Step {
        changes = List.copyOf(changes);
    }
}
