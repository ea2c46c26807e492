package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.journal.WriteEntry;
import org.jspecify.annotations.Nullable;

/// How one write ended.
///
/// @param problem null where it is known to have been done
/// @param cause what stands behind the problem, with Facebook's own numbers
public record WriteResult(WriteEntry entry, @Nullable Problem problem, @Nullable Throwable cause) {

    public WriteResult(WriteEntry entry, @Nullable Problem problem) {
        this(entry, problem, null);
    }

    public boolean isDone() {
        return problem == null;
    }
}
