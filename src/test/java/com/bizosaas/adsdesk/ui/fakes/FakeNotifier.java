package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Notifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Remembers what the operator was told.
public final class FakeNotifier implements Notifier {

    public final List<String> done = new ArrayList<>();
    public final List<Problem> failures = new ArrayList<>();
    public @Nullable Runnable lastUndo;

    @Override
    public void done(String text, @Nullable Runnable undo) {
        done.add(text);
        lastUndo = undo;
    }

    @Override
    public void failed(Problem problem) {
        failures.add(problem);
    }
}
