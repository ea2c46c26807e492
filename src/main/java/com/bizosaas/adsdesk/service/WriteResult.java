package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import org.jspecify.annotations.Nullable;

/// How one write ended.
///
/// @param problem null where it is known to have been done
public record WriteResult(WriteEntry entry, @Nullable Problem problem) {

    public boolean isDone() {
        return problem == null;
    }
}
