package com.bizosaas.adsdesk.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field that somebody changed at Facebook since its draft was made.
///
/// @param base what the draft was based on
/// @param theirs what Facebook has now
/// @param mine what was drafted
public record Conflict(DraftKey key, String name, FieldSpec field, @Nullable String base, String theirs, String mine) {

    /// How a conflict is decided.
    public enum Decision {
        /// The draft stands and will replace what Facebook has.
        KEEP,
        /// The draft of the field goes.
        TAKE
    }

    /// What is done with conflicts that nobody decided when a batch is published.
    public enum Policy {
        /// They stay behind, the rest is published.
        ASK, KEEP_MINE, TAKE_THEIRS
    }

    public static List<Conflict> in(Draft draft) {
        List<Conflict> conflicts = new ArrayList<>();
        draft.cells().forEach((field, cell) -> {
            String theirs = cell.theirs();
            if (theirs != null) {
                conflicts.add(new Conflict(draft.key(), draft.name(), Fields.of(draft.key().level(), field),
                        cell.base(), theirs, cell.mine()));
            }
        });
        return conflicts;
    }

    public static List<Conflict> in(DraftBook book) {
        return book.drafts().stream().flatMap(draft -> in(draft).stream()).toList();
    }

    /// What the decision changes in the book.
    ///
    /// @throws IllegalArgumentException if the field has no conflict
    public static Change decided(Draft draft, String field, Decision decision) {
        Cell cell = draft.cells().get(field);
        if (cell == null || !cell.conflicts()) {
            throw new IllegalArgumentException("There is nothing to decide in " + field);
        }
        return new Change(draft.key(), draft.name(), field, cell, decision == Decision.KEEP ? cell.kept() : null);
    }

    /// The same for a value that is neither. One that Facebook has already takes the draft of the field away.
    public static Change decided(Draft draft, String field, String value) {
        Change kept = decided(draft, field, Decision.KEEP);
        Cell cell = kept.after() == null ? Cell.of(null, value) : kept.after().withMine(value);
        boolean there = FieldValues.same(Fields.of(draft.key().level(), field), cell.base(), value);
        return new Change(draft.key(), draft.name(), field, kept.before(), there ? null : cell);
    }
}
