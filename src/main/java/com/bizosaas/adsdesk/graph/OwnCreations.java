package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.graph.wire.WireObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What this client made a moment ago. Facebook's copies lag, and a fresh object may answer "does not exist" (100/33) for a
/// second or two (graph-api chapter 16, trap 9); for any other object that answer is final.
///
/// Thread-safe.
final class OwnCreations {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int QUICK_TRIES = 2;
    private static final int KEPT = 200;

    private final GraphClock clock;
    private final Map<String, Instant> made = new LinkedHashMap<>();

    OwnCreations(GraphClock clock) {
        this.clock = clock;
    }

    synchronized void note(Verdict verdict) {
        if (verdict.request().shape() != GraphRequest.Shape.CREATED) {
            return;
        }
        made.put(new WireObject(verdict.body()).text("id"), clock.instant());
        if (made.size() > KEPT) {
            made.remove(made.keySet().iterator().next());
        }
    }

    synchronized boolean mayAppearSoon(Verdict verdict, int tried) {
        if (!verdict.isMissing() || tried >= QUICK_TRIES) {
            return false;
        }
        GraphRequest request = verdict.request();
        return isFresh(request.path().split("/", 2)[0])
                || request.parameters().values().stream().anyMatch(this::isFresh);
    }

    private boolean isFresh(String id) {
        Instant at = made.get(id);
        return at != null && at.plus(FRESH).isAfter(clock.instant());
    }
}
