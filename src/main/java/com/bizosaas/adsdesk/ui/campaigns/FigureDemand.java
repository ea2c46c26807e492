package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.service.SyncService;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Has the figures of the accounts in the table of all tenants read as deep as they are looked at. FX thread only.
final class FigureDemand {

    private final SyncService sync;
    private final TaskRunner tasks;
    private @Nullable Asked asked;

    private record Asked(List<Frame> frames, Level deepest) {
    }

    FigureDemand(SyncService sync, TaskRunner tasks) {
        this.sync = sync;
        this.tasks = tasks;
    }

    /// @param below whether branches of the tree were opened
    void ask(List<Frame> frames, View view, boolean below) {
        Level deepest = below && view.shape() == View.Shape.TREE ? Level.AD : view.shape().top();
        Asked now = new Asked(frames, deepest);
        if (!now.equals(asked)) {
            asked = now;
            tasks.run(() -> frames.forEach(frame -> sync.want(frame.tenant().id(), frame.account().id(), deepest,
                    frame.days()))).onError(Problems::of).start();
        }
    }

    /// Another table is shown.
    void forget() {
        asked = null;
    }
}
