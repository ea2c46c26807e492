package com.bizosaas.adsdesk.draft;

import com.bizosaas.adsdesk.domain.GraphId;
import com.bizosaas.adsdesk.draft.Draft.Action;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object of a published batch, and what became of it.
///
/// @param place in the order of sending
/// @param key as it was drafted
/// @param sent values by field, references to new objects as they were drafted
/// @param before values that Facebook had just before, by field; empty for a new object
/// @param write id of its entry in the write journal, null while nothing was sent
/// @param object what was made or changed, null while a new object has no id
/// @param message why it is in its state, empty for what is done
public record PublishRow(int place, DraftKey key, String name, Action action, Map<String, String> sent,
        Map<String, String> before, State state, @Nullable String write, @Nullable GraphId object, String message,
        List<Difference> differences) {

    public enum State {
        /// Not sent yet.
        WAITING,
        /// In the journal and on its way.
        SENDING,
        /// Done, and read back equal.
        DONE,
        /// Facebook said yes, but has something else.
        DIFFERENT,
        /// Facebook refused it, or it never left.
        FAILED,
        /// The answer was lost; it is being looked for.
        UNKNOWN,
        /// Not sent: a conflict, a check or a parent that failed.
        HELD,
        /// Not sent, for the batch was stopped.
        STOPPED;

        /// Whether nothing more will come of it by itself.
        public boolean isOver() {
            return this != WAITING && this != SENDING && this != UNKNOWN;
        }

        /// Whether Facebook has it.
        public boolean tookEffect() {
            return this == DONE || this == DIFFERENT;
        }

        /// Whether *retry* would send it again.
        public boolean canRetry() {
            return this == FAILED || this == HELD || this == STOPPED;
        }
    }

    /// A field that reads back otherwise than it was sent.
    public record Difference(String field, String label, String sent, String read) {
    }

    public PublishRow {
        sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        differences = List.copyOf(differences);
    }

    public PublishRow now(State other, String why) {
        return new PublishRow(place, key, name, action, sent, before, other, write, object, why, differences);
    }

    public PublishRow underWay(String writeId, Map<String, String> had) {
        return new PublishRow(place, key, name, action, sent, had, State.SENDING, writeId, object, "", differences);
    }

    public PublishRow on(@Nullable GraphId id) {
        return new PublishRow(place, key, name, action, sent, before, state, write, id == null ? object : id, message,
                differences);
    }

    public PublishRow reading(List<Difference> found) {
        return new PublishRow(place, key, name, action, sent, before, found.isEmpty() ? State.DONE : State.DIFFERENT,
                write, object, found.isEmpty() ? "" : "Facebook said yes, but has something else", found);
    }
}
