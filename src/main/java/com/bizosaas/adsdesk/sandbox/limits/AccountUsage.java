package com.bizosaas.adsdesk.sandbox.limits;

import com.bizosaas.adsdesk.sandbox.model.GraphError;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one ad account has used. Not thread-safe: [UsageMeter] guards it.
final class AccountUsage {

    /// Cost units per call that the time budget allows: answers of many rows use it up before the calls do.
    private static final double UNITS_PER_CALL = 3;

    /// What a closed use case shows: beyond the whole, as seen in practice.
    private static final double CLOSED_PERCENT = 118;

    private final Map<UseCase, RollingHour> calls = new EnumMap<>(UseCase.class);
    private final Map<UseCase, RollingHour> units = new EnumMap<>(UseCase.class);
    private final Map<UseCase, Instant> closed = new EnumMap<>(UseCase.class);
    private double score;
    private Instant scored = Instant.EPOCH;
    private Instant blockedUntil = Instant.EPOCH;

    AccountUsage() {
        for (UseCase useCase : UseCase.values()) {
            calls.put(useCase, new RollingHour());
            units.put(useCase, new RollingHour());
        }
    }

    /// @throws GraphError 17 or the use case's own code where nothing is left
    void admit(UseCase useCase, double points, Instant now, Budgets budgets, double limit) {
        decay(now, budgets);
        if (now.isBefore(blockedUntil)) {
            throw scoreReached();
        }
        if (now.isBefore(closedUntil(useCase)) || callPercent(useCase, now, limit) >= 100
                || timePercent(useCase, now, limit) >= 100) {
            throw GraphError.of(400, useCase.code(), 2_446_079, "(#" + useCase.code()
                    + ") There have been too many calls to this ad-account. Wait a bit and try again. For more info,"
                    + " please refer to the rate limiting documentation.");
        }
        score += points;
        hour(calls, useCase).add(now, 1);
        if (score >= budgets.score()) {
            blockedUntil = now.plus(budgets.block());
        }
    }

    /// Closes a use case until then, whatever was used.
    void close(UseCase useCase, Instant until) {
        closed.put(useCase, until);
    }

    private Instant closedUntil(UseCase useCase) {
        return closed.getOrDefault(useCase, Instant.EPOCH);
    }

    void spend(UseCase useCase, double cost, Instant now) {
        hour(units, useCase).add(now, cost);
    }

    private static GraphError scoreReached() {
        return new GraphError(400, 17, 2_446_079, "OAuthException", "(#17) User request limit reached",
                "Ad Account Has Too Many API Calls",
                "There have been too many calls from this ad-account. Wait a bit and try again.", List.of())
                .withTransient(false);
    }

    private void decay(Instant now, Budgets budgets) {
        double seconds = Math.max(0, Duration.between(scored, now).toMillis() / 1000.0);
        score = Math.max(0, score - seconds * budgets.score() / Budgets.WINDOW.toSeconds());
        scored = now;
    }

    double scorePercent(Instant now, Budgets budgets) {
        decay(now, budgets);
        return now.isBefore(blockedUntil)
                ? Math.max(100, 100 * score / budgets.score())
                : 100 * score / budgets.score();
    }

    /// Seconds until the score allows calls again, or until it is back at nothing.
    long secondsToReset(Instant now, Budgets budgets) {
        if (now.isBefore(blockedUntil)) {
            return Duration.between(now, blockedUntil).plusMillis(999).toSeconds();
        }
        return (long) Math.ceil(score * Budgets.WINDOW.toSeconds() / budgets.score());
    }

    double callPercent(UseCase useCase, Instant now, double limit) {
        double percent = 100 * hour(calls, useCase).total(now) / limit;
        return now.isBefore(closedUntil(useCase)) ? Math.max(percent, CLOSED_PERCENT) : percent;
    }

    double timePercent(UseCase useCase, Instant now, double limit) {
        return 100 * hour(units, useCase).total(now) / (limit * UNITS_PER_CALL);
    }

    int minutesToRegain(UseCase useCase, Instant now, double limit) {
        long seconds = Math.max(0, Duration.between(now, closedUntil(useCase)).toSeconds());
        int own = (int) ((seconds + 59) / 60);
        return Math.max(own, minutesToBudget(useCase, now, limit));
    }

    private int minutesToBudget(UseCase useCase, Instant now, double limit) {
        return Math.max(hour(calls, useCase).minutesUntilBelow(now, limit), hour(units, useCase).minutesUntilBelow(now,
                limit * UNITS_PER_CALL));
    }

    boolean hasUsed(UseCase useCase, Instant now) {
        return hour(calls, useCase).total(now) > 0;
    }

    private static RollingHour hour(Map<UseCase, RollingHour> of, UseCase useCase) {
        return of.computeIfAbsent(useCase, _ -> new RollingHour());
    }
}
