package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.graph.GraphException;
import com.bizosaas.adsdesk.service.Problem.Kind;
import java.util.concurrent.CancellationException;

/// The one place where what went wrong becomes words for the person at the desk. Causes keep the technical truth; a
/// [Problem] holds no secret and no stack trace.
public final class Problems {

    private Problems() {
    }

    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case DeskException e -> e.problem();
            case GraphException e -> GraphProblems.of(e);
            case CancellationException e -> Problem.of(Kind.CANCELLED, "Cancelled", "Nothing was changed by it.");
            default -> new Problem(Kind.FAILED, "Something unexpected went wrong in Ads Desk",
                    "Try again. If it stays, report it with the text under Details.", "", null,
                    thrown.getClass().getSimpleName());
        };
    }

    /// The exception with which services let a failure out.
    public static DeskException exception(Throwable thrown) {
        return thrown instanceof DeskException e ? e : new DeskException(of(thrown), thrown);
    }
}
