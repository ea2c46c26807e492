package com.bizosaas.adsdesk.draft;

import java.time.Instant;

/// What somebody wrote about an object, new or at Facebook. It stays on this desk.
///
/// @param text not blank, at most [#LONGEST] characters
/// @param at when it was last written
/// @param who the person who wrote it
public record Comment(DraftKey key, String text, Instant at, String who) {

    public static final int LONGEST = 2000;

    public Comment {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A comment has 1 to " + LONGEST + " characters");
        }
    }
}
