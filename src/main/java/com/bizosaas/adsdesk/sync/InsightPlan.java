package com.bizosaas.adsdesk.sync;

import com.bizosaas.adsdesk.domain.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides which days of insights are read (graph-api chapter 05, "Freshness and history"): what was never read; today
/// when it is older than the topic's lifetime; closed days rarely and the older the more so, for results trickle in for 28
/// days; settled days never again. Days are days of the account's zone.
final class InsightPlan {

    private static final int SETTLED_AFTER_DAYS = 28;
    private static final int HISTORY_MONTHS = 37;
    /// Most of what comes late comes within these days.
    private static final int LIVELY_DAYS = 3;
    private static final Duration LIVELY_LIFETIME = Duration.ofHours(6);
    private static final Duration CLOSED_LIFETIME = Duration.ofHours(24);
    /// Two short reads cost more of the limit than one read over a few fresh days between them.
    private static final int BRIDGE_DAYS = 3;

    private final ZoneId zone;
    private final Instant now;
    private final Duration lifetime;

    /// @param lifetime age at which a day that was still running when it was read is stale
    InsightPlan(ZoneId zone, Instant now, Duration lifetime) {
        this.zone = zone;
        this.now = now;
        this.lifetime = lifetime;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /// The part of a range that Facebook can tell about: no future, at most 37 months back; null if nothing is left.
    @Nullable
    DateRange possible(DateRange wanted) {
        LocalDate today = today();
        LocalDate oldest = today.minusMonths(HISTORY_MONTHS).plusDays(1);
        LocalDate since = wanted.since().isBefore(oldest) ? oldest : wanted.since();
        LocalDate until = wanted.until().isAfter(today) ? today : wanted.until();
        return until.isBefore(since) ? null : new DateRange(since, until);
    }

    boolean stale(LocalDate day, @Nullable Instant readAt) {
        if (readAt == null) {
            return true;
        }
        Duration age = Duration.between(readAt, now);
        if (readAt.isBefore(day.plusDays(1).atStartOfDay(zone).toInstant())) {
            return age.compareTo(lifetime) >= 0;
        }
        Duration closed = day.isBefore(today().minusDays(LIVELY_DAYS)) ? CLOSED_LIFETIME : LIVELY_LIFETIME;
        return !settled(day, readAt) && age.compareTo(closed) >= 0;
    }

    /// Whether figures over a whole range are stale: they are as young as their youngest day.
    boolean stale(DateRange range, @Nullable Instant readAt) {
        return stale(range.until(), readAt);
    }

    private boolean settled(LocalDate day, @Nullable Instant readAt) {
        return readAt != null
                && !readAt.isBefore(day.plusDays(1L + SETTLED_AFTER_DAYS).atStartOfDay(zone).toInstant());
    }

    /// The stretches to read, oldest first.
    ///
    /// @param readAt when each day was last read; missing days never were
    /// @param force whether to read fresh days, too; settled ones cannot change and stay
    List<DateRange> missing(DateRange wanted, Map<LocalDate, Instant> readAt, boolean force) {
        DateRange range = possible(wanted);
        if (range == null) {
            return List.of();
        }
        List<DateRange> stretches = new ArrayList<>();
        for (LocalDate day : range.eachDay()) {
            Instant read = readAt.get(day);
            if (force ? settled(day, read) : !stale(day, read)) {
                continue;
            }
            DateRange last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && !day.isAfter(last.until().plusDays(1L + BRIDGE_DAYS))) {
                stretches.set(stretches.size() - 1, new DateRange(last.since(), day));
            } else {
                stretches.add(new DateRange(day, day));
            }
        }
        return stretches;
    }
}
