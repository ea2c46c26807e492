package com.bizosaas.adsdesk.draft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One drafted value.
///
/// @param base what Facebook had when the draft was made; empty for nothing, null where it was never read
/// @param mine what it shall become; empty takes the value away
/// @param theirs what Facebook has now, where that is neither `base` nor `mine`; null where nothing came between
public record Cell(@Nullable String base, String mine, @Nullable String theirs) {

    public static Cell of(@Nullable String base, String mine) {
        return new Cell(base, mine, null);
    }

    /// Whether somebody changed the value since the draft was made.
    public boolean conflicts() {
        return theirs != null;
    }

    Cell withMine(String value) {
        return new Cell(base, value, theirs);
    }

    /// Based on what Facebook has now, the conflict decided for the draft.
    Cell kept() {
        return new Cell(Objects.requireNonNullElse(theirs, base), mine, null);
    }
}
