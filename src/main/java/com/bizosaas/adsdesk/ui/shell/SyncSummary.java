package com.bizosaas.adsdesk.ui.shell;

import com.bizosaas.adsdesk.domain.Topic;
import com.bizosaas.adsdesk.service.Problem;
import com.bizosaas.adsdesk.service.SyncService.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The state of everything one tab shows, put into one: running if any of it runs, as old as its oldest part, failed if
/// any part failed.
///
/// @param last the oldest of the last successes, null while one of them was never read
/// @param newest the latest of the last successes, null if nothing was ever read
/// @param takes of what runs or waits, the longest time until its end; null where nothing tells
record SyncSummary(boolean running, @Nullable Instant last, @Nullable Instant newest, @Nullable Problem problem,
        @Nullable Duration takes) {

    static final SyncSummary NONE = new SyncSummary(false, null, null, null, null);

    static SyncSummary of(Collection<SyncState> states) {
        boolean running = false;
        boolean never = states.isEmpty();
        Instant oldest = null;
        Instant newest = null;
        Problem problem = null;
        Duration takes = null;
        for (SyncState state : states) {
            running |= state.running();
            Instant last = state.lastSuccess();
            never |= last == null;
            if (last != null && (oldest == null || last.isBefore(oldest))) {
                oldest = last;
            }
            if (last != null && (newest == null || last.isAfter(newest))) {
                newest = last;
            }
            if (problem == null) {
                problem = state.problem();
            }
            Duration one = state.takes();
            if (one != null && (takes == null || one.compareTo(takes) > 0)) {
                takes = one;
            }
        }
        return new SyncSummary(running, never ? null : oldest, newest, problem, takes);
    }

    /// Nothing reaches Facebook, for whatever reason.
    boolean unreachable() {
        return problem != null && problem.kind().isUnreachable();
    }

    /// The network lets nothing through before somebody signs in to it.
    boolean wantsSignIn() {
        return problem != null && problem.kind() == Problem.Kind.NETWORK_SIGN_IN;
    }

    /// The same for many accounts: a problem of one of them does not count, being offline does.
    SyncSummary ofAll(Collection<SyncState> states) {
        Problem away = null;
        for (SyncState state : states) {
            Problem one = state.problem();
            if (away == null && one != null && one.kind().isUnreachable()) {
                away = one;
            }
        }
        return new SyncSummary(running, last, newest, away, takes);
    }

    /// A topic in the operator's words.
    static String words(Topic topic) {
        return switch (topic) {
            case ACCOUNTS -> "accounts";
            case CAMPAIGNS -> "campaigns";
            case INSIGHTS -> "insights";
            case AUDIENCES -> "audiences";
            case CREATIVES -> "creatives";
        };
    }
}
