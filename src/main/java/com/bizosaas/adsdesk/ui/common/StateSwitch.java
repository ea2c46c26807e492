package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses among the shared states by what is known of a reading: nothing yet, nothing because of a problem, old figures
/// with a problem, or figures. Changes the [StatePane] only when the state changes, so that the content keeps its focus.
/// FX thread only.
public final class StateSwitch {

    private final StatePane pane;
    private final String loading;
    private final Runnable retry;
    private final Runnable openSetup;
    private Object shown = "";
    private @Nullable Throwable failure;
    private @Nullable Problem failed;

    /// @param loading what is being read, such as "Reading audiences"
    /// @param retry reads again
    /// @param openSetup goes to where a sign-in is renewed
    public StateSwitch(StatePane pane, String loading, Runnable retry, Runnable openSetup) {
        this.pane = pane;
        this.loading = loading;
        this.retry = retry;
        this.openSetup = openSetup;
    }

    /// @param read whether the store was asked
    /// @param asOf when it was read from Facebook, null if never
    /// @param thrown what reading threw, null while it works
    /// @param calm shows the content or the fitting empty state; called when nothing is wrong
    public void show(boolean read, @Nullable Instant asOf, SyncState sync, @Nullable Throwable thrown, Object calmKey,
            Runnable calm) {
        Problem problem = problem(thrown, sync);
        if (read && asOf != null) {
            if (problem != null) {
                once(List.of("problem", problem, asOf), () -> pane.showProblem(problem, asOf, retry));
            } else {
                once(List.of("calm", calmKey), calm);
            }
        } else if (problem != null) {
            boolean signIn = problem.kind() == Problem.Kind.SIGN_IN_NEEDED;
            once(List.of("blocked", problem),
                    () -> pane.showBlocked(problem, signIn ? "Reconnect" : "Try now", signIn ? openSetup : retry));
        } else {
            once("loading", () -> pane.showLoading(loading));
        }
    }

    /// Shows something that is not about a reading, such as that no account is chosen.
    public void showOther(Object key, Runnable show) {
        once(List.of("other", key), show);
    }

    private @Nullable Problem problem(@Nullable Throwable thrown, SyncState sync) {
        if (thrown != failure) {
            failure = thrown;
            failed = thrown == null ? null : Problems.of(thrown);
        }
        return failed == null ? sync.problem() : failed;
    }

    private void once(Object key, Runnable show) {
        if (!shown.equals(key)) {
            shown = key;
            show.run();
        }
    }
}
