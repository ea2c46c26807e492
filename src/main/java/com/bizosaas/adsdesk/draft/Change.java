package com.bizosaas.adsdesk.draft;

import org.jspecify.annotations.Nullable;

/// What an edit did to one field of one draft.
///
/// @param name the object's name, for a draft that has to be made again
/// @param field a field of the Graph API, or [#ACTION]
/// @param before null where the field was not drafted
/// @param after null where it is not drafted any more
public record Change(DraftKey key, String name, String field, @Nullable Cell before, @Nullable Cell after) {

    /// Stands for the draft's action: an object to be created or deleted. Its value is the action's name.
    public static final String ACTION = ".action";

    Change reversed() {
        return new Change(key, name, field, after, before);
    }
}
