package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.draft.PublishRow.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was published together.
///
/// @param id also the batch of its writes in the journal
/// @param undoes the batch that this one takes back, empty for any other
/// @param note why it was published, in the words of whoever did; empty for none
/// @param doneBy when the rest will be sent at the present pace, null while nobody can tell or nothing is left
public record PublishBatch(TenantId tenant, String id, String who, Instant at, Phase phase, Conflict.Policy policy,
        String undoes, String note, List<PublishRow> rows, @Nullable Instant doneBy) {

    public enum Phase {
        RUNNING, PAUSED, STOPPED, OVER
    }

    public PublishBatch {
        rows = List.copyOf(rows);
    }

    public long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /// Whether every row was done and reads back equal.
    public boolean clean() {
        return rows.stream().allMatch(row -> row.state() == State.DONE);
    }

    /// Whether some of it is done and some is not: it can be finished, or what was done can be undone.
    public boolean partial() {
        return phase != Phase.RUNNING && rows.stream().anyMatch(row -> row.state().tookEffect())
                && rows.stream().anyMatch(row -> !row.state().tookEffect());
    }
}
