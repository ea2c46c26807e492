package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.service.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which of the shared states the tab is in.
///
/// @param problem the last failure; beside content it is a banner, with nothing stored it is all there is
/// @param asOf when what is shown was read, null if it never was
/// @param reading whether a refresh is under way
record PaneState(Kind kind, @Nullable Problem problem, @Nullable Instant asOf, boolean stale, boolean reading) {

    static final PaneState NO_TENANT = new PaneState(Kind.NO_TENANT, null, null, false, false);
    static final PaneState NO_ACCOUNT = new PaneState(Kind.NO_ACCOUNT, null, null, false, false);
    static final PaneState LOADING = new PaneState(Kind.LOADING, null, null, false, true);

    enum Kind {
        NO_TENANT, NO_ACCOUNT,
        /// Nothing is stored yet, and it is being read.
        LOADING,
        /// Nothing is stored, and it could not be read.
        BLOCKED,
        /// The account has no campaigns.
        EMPTY, CONTENT
    }
}
