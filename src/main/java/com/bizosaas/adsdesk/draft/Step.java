package com.bizosaas.adsdesk.draft;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One edit as a person thinks of it, undone and redone as a whole.
///
/// @param number rises by one with each edit of a tenant
/// @param together the same for the steps of several tenants that are one edit; empty where it is of one tenant alone
/// @param label what was done, for “Undo …”
public record Step(long number, String label, Instant at, String who, String together, List<Change> changes) {

    public Step {
        changes = List.copyOf(changes);
    }

    /// The same step gone on with: each field from what it was before to what it is now.
    ///
    /// @param more changes that came after its own
    public Step with(List<Change> more) {
        Map<List<Object>, Change> all = new LinkedHashMap<>();
        Stream.concat(changes.stream(), more.stream()).forEach(change -> all.merge(
                List.of(change.key(), change.field()), change, (first, last) -> new Change(first.key(), first.name(),
                        first.field(), first.before(), last.after())));
        return new Step(number, label, at, who, together, all.values().stream()
                .filter(change -> !Objects.equals(change.before(), change.after())).toList());
    }
}
