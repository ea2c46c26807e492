package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.InsightService;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.ui.common.Problems;
import com.bizosaas.adsdesk.ui.common.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks Facebook for reach and video plays that are looked at, account by account; what was asked for a moment ago is not
/// asked for again. FX thread only; asking runs elsewhere.
final class ViewingDemand {

    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final InsightService insights;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private @Nullable Asked asked;
    private Instant askedAt = Instant.MIN;

    /// Of what they were asked for.
    private record Asked(List<Frame> frames, Set<Level> levels) {
    }

    ViewingDemand(InsightService insights, TaskRunner tasks, InstantSource clock) {
        this.insights = insights;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// The levels whose reach and video plays a view shows.
    ///
    /// @param below whether branches of the tree were opened
    static Set<Level> levels(View view, boolean below) {
        if (!view.layout().ofRange() && !view.sort().ofRange()) {
            return Set.of();
        }
        return view.shape() != View.Shape.TREE
                ? Set.of(view.shape().top())
                : below ? Set.of(Level.CAMPAIGN, Level.AD_SET, Level.AD) : Set.of(Level.CAMPAIGN);
    }

    /// @param force whether to ask even for what is fresh
    /// @param failed told on the FX thread of an account that could not be read, the others were
    void ask(List<Frame> at, Set<Level> levels, boolean force, Consumer<Problem> failed) {
        Asked now = new Asked(at, levels);
        if (levels.isEmpty()
                || !force && now.equals(asked) && askedAt.isAfter(clock.instant().minus(ASK_AGAIN))) {
            return;
        }
        asked = now;
        askedAt = clock.instant();
        tasks.run(() -> load(now, force)).onError(thrown -> failed.accept(Problems.of(thrown))).start();
    }

    /// One account that cannot be read keeps none of the others from it.
    private void load(Asked wanted, boolean force) {
        DeskException failure = null;
        for (Frame each : wanted.frames) {
            try {
                for (Level level : wanted.levels) {
                    insights.loadViewing(each.tenant().id(), each.account().id(), level, each.range(), force);
                }
            } catch (DeskException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
