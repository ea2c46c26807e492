package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.Problem;
import org.jspecify.annotations.Nullable;

/// Tells the operator something in passing, at the bottom right; never the only place for a message. FX thread only.
public interface Notifier {

    /// Something is done.
    ///
    /// @param undo offered for ten seconds, null where it cannot be undone
    void done(String text, @Nullable Runnable undo);

    /// Something failed; stays until it is closed.
    void failed(Problem problem);
}
