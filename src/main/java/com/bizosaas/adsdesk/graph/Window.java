package com.bizosaas.adsdesk.graph;

import com.bizosaas.adsdesk.domain.TenantId;
import com.bizosaas.adsdesk.graph.GraphAccess.Need;
import com.bizosaas.adsdesk.graph.UsageReading.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of one limited scope: how much of its allowance is used, and whether it is closed (graph-api chapter 12).
/// Pure arithmetic on the given time; not thread-safe, [UsageBudget] guards it.
///
/// The last reply's percentage is the truth at its time. From then on it drains over the scope's window, and what was sent
/// since is added. Without a reading an ad account's score is counted from what was sent: 9,000 points in 300 seconds, or
/// 60 in the limited tier.
final class Window {

    private static final Duration LONGEST = Duration.ofHours(1);
    /// A score's window: a probe at least this often, so that what has opened is noticed.
    private static final Duration LONGEST_GUESS = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofMinutes(1);
    /// What is reviewed is published within this, or estimated again.
    private static final Duration REVIEW = Duration.ofMinutes(2);
    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    /// What is lower is as good as nothing.
    private static final double TRACE = 1;
    /// Percent that a point is taken for while replies have not shown it.
    private static final double UNKNOWN_PRICE = 0.02;
    private static final double DEAREST = 10;
    private static final double LEARNING = 0.3;

    private final LimitScope scope;
    private final Duration span;
    private final Recent sent;

    private @Nullable UsageReading reading;
    private Instant readAt = Instant.EPOCH;
    private Instant emptyAt = Instant.EPOCH;
    /// Calls up to this one had left when the last reply came.
    private long readAfter = Long.MIN_VALUE;
    private int sinceReading;
    private int sinceRise;
    private int underWay;
    private double price;
    private Instant nextFree = Instant.MIN;

    private @Nullable Instant closedAt;
    private @Nullable Instant until;
    private boolean probing;
    private int strikes;
    /// Points of the allowance that are kept for what each tenant publishes, with the time until which.
    private final Map<TenantId, Map<Need, Reserved>> reserved = new HashMap<>();

    private record Reserved(int points, Instant until) {
    }

    Window(LimitScope scope) {
        this.scope = scope;
        this.span = scope.span();
        this.sent = new Recent(span);
    }

    LimitScope scope() {
        return scope;
    }

    @Nullable
    UsageReading reading() {
        return reading;
    }

    // How much is used

    /// Percent of the allowance that is used by now.
    double share(Tier tier, Instant now) {
        UsageReading told = reading;
        if (told == null || !now.isBefore(readAt.plus(span))) {
            return scope.isScore() ? sent.sum(now) * price(tier) : 0;
        }
        return drained(told, now) + sinceReading * price(tier);
    }

    /// Percent that is left by now of what a reply told.
    private double drained(UsageReading told, Instant now) {
        if (!now.isAfter(readAt)) {
            return told.share();
        }
        return now.isBefore(emptyAt)
                ? told.share() * Duration.between(now, emptyAt).toMillis()
                        / Duration.between(readAt, emptyAt).toMillis()
                : 0;
    }

    /// Whether replies of the last minute told that less than this is used.
    boolean isKnownBelow(double share, Tier tier, Instant now) {
        return reading != null && !now.isAfter(readAt.plus(RECENT)) && share(tier, now) < share;
    }

    /// Percent that one point costs; zero while nothing is known.
    double price(Tier tier) {
        return scope.isScore() ? 100.0 / tier.points() : price;
    }

    /// Points that are left before the allowance is used up; very many where their price is not known.
    double left(Tier tier, Instant now) {
        if (closedUntil(now) != null) {
            return 0;
        }
        double price = price(tier);
        double left = Math.max(0, 100 - share(tier, now));
        // The last point would close the scope.
        return price == 0 ? left > 0 ? Double.MAX_VALUE : 0 : Math.max(0, left / price - 1);
    }

    /// When the allowance is whole again, null if it is now.
    @Nullable
    Instant wholeAt(Tier tier, Instant now) {
        if (share(tier, now) < TRACE) {
            return null;
        }
        boolean told = reading != null && now.isBefore(readAt.plus(span)) && sinceReading == 0;
        return told && emptyAt.isAfter(now) ? emptyAt : now.plus(span);
    }

    /// When a call may go as far as the allowance goes; null for at once.
    @Nullable
    Instant notBefore(int points, Priority priority, Tier tier, Instant now) {
        if (isHalfOpen()) {
            // Only a call can show how much there is.
            return null;
        }
        double share = share(tier, now);
        double after = share + points * price(tier);
        if (share >= TRACE && after >= priority.stopAt()) {
            double drainPerSecond = Math.max(share, TRACE) / span.toSeconds();
            return now.plus(seconds((after - priority.stopAt()) / drainPerSecond));
        }
        boolean spread = share >= priority.spreadFrom() && nextFree.isAfter(now);
        return spread ? nextFree : null;
    }

    /// A call is about to leave.
    void take(int points, Priority priority, Tier tier, Instant now) {
        sent.add(points, now);
        sinceReading += points;
        sinceRise += points;
        underWay += points;
        double share = share(tier, now);
        if (priority != Priority.CLICK && share >= priority.spreadFrom()) {
            // As fast as the allowance comes back.
            double cost = points * Math.max(price(tier), UNKNOWN_PRICE);
            nextFree = now.plus(Duration.ofMillis(Math.round(1000 * cost * span.toSeconds() / Math.max(share, TRACE))));
        }
    }

    /// A call came back or was given up.
    void back(int points) {
        underWay = Math.max(0, underWay - points);
    }

    /// Replies of calls that ran side by side come in any order: of those the one that tells most was the last.
    ///
    /// @param points of the call whose reply told this
    /// @param number of the call's admission
    /// @param latest number of the latest admission
    void note(UsageReading told, int points, long number, long latest, Instant now) {
        UsageReading before = reading;
        if (before != null && number <= readAfter && told.share() < drained(before, now)) {
            sinceReading = Math.max(0, sinceReading - points);
            return;
        }
        readAfter = latest;
        if (before != null && told.share() > before.share() && sinceRise > points) {
            double seen = Math.min(DEAREST, (told.share() - before.share()) / sinceRise);
            price = price == 0 ? seen : price + LEARNING * (seen - price);
        }
        if (before == null || told.share() != before.share()) {
            sinceRise = Math.max(0, underWay - points);
        }
        reading = told;
        readAt = now;
        emptyAt = now.plus(told.reset().isPositive() && scope.isScore() ? told.reset() : span);
        sinceReading = Math.max(0, underWay - points);
    }

    // Kept for publishing

    void reserve(TenantId tenant, Need need, int points, Instant now) {
        Instant until = need == Need.REVIEWED ? now.plus(REVIEW) : Instant.MAX;
        reserved.computeIfAbsent(tenant, _ -> new EnumMap<>(Need.class)).put(need, new Reserved(points, until));
    }

    /// When it is worth another try where what is left is kept for publishing; null where that leaves enough for the call.
    @Nullable
    Instant reservedUntil(int points, Priority priority, Tier tier, Instant now) {
        int kept = reserved.values().stream().flatMap(needs -> needs.values().stream())
                .filter(one -> one.until.isAfter(now)).mapToInt(Reserved::points).sum();
        double missing = kept + points - left(tier, now);
        if (priority == Priority.CLICK || kept == 0 || missing <= 0) {
            return null;
        }
        Duration back = seconds(missing * price(tier) / 100 * span.toSeconds());
        return now.plus(back.compareTo(span) < 0 ? back : span);
    }

    // Closed and half open

    /// When it opens, null while it takes calls. A clock that was set back closes nothing for longer than it was to be.
    @Nullable
    Instant closedUntil(Instant now) {
        Instant end = until;
        Instant began = closedAt;
        if (end == null || began == null) {
            return null;
        }
        if (now.isBefore(began)) {
            end = now.plus(Duration.between(began, end));
            closedAt = now;
            until = end;
        }
        return end.isAfter(now) ? end : null;
    }

    boolean isProbing() {
        return probing;
    }

    /// Whether its time has come but no call has shown yet that it takes calls again.
    boolean isHalfOpen() {
        return until != null;
    }

    void probe() {
        probing = true;
    }

    /// @param well whether Facebook answered without a limit
    void probed(boolean well, Instant now) {
        probing = false;
        Instant began = closedAt;
        if (well && began != null && closedUntil(now) == null) {
            if (!readAt.isAfter(began)) {
                reading = null;
                sent.clear();
            }
            until = null;
            closedAt = null;
            strikes = 0;
        }
    }

    /// @param told how long the server wants to be left alone, zero where it does not say
    void close(Duration told, Tier tier, Instant now) {
        boolean open = closedUntil(now) == null;
        if (open && until != null) {
            strikes++;
        }
        Duration wait = told;
        if (!told.isPositive()) {
            Duration doubled = scope.block(tier).multipliedBy(1L << Math.min(strikes, 6));
            Duration most = UsageReading.longer(LONGEST_GUESS, scope.block(tier));
            wait = doubled.compareTo(most) > 0 ? most : doubled;
        } else if (scope.isScore() && told.compareTo(tier.block()) < 0) {
            wait = tier.block();
        }
        Instant end = now.plus(wait);
        if (open || until == null || end.isAfter(until)) {
            closedAt = now;
            until = end;
        }
    }

    /// What closed it turned out to concern others only.
    ///
    /// @return how long it would have stayed closed
    Duration reopen(Instant now) {
        Instant end = closedUntil(now);
        closedAt = null;
        until = null;
        strikes = 0;
        return end == null ? Duration.ZERO : Duration.between(now, end);
    }

    // Over a restart

    LimitMemory.Kept kept(Tier tier, Instant now) {
        return new LimitMemory.Kept(scope, closedAt, until, strikes, share(tier, now), now);
    }

    /// Takes over what was known before the program was started; what is known since is worth more.
    void restore(LimitMemory.Kept kept, Instant now) {
        if (until == null && kept.until() != null && kept.closedAt() != null) {
            closedAt = kept.closedAt();
            until = kept.until();
            strikes = kept.strikes();
        }
        if (reading == null && kept.share() > 0 && !kept.at().isAfter(now) && now.isBefore(kept.at().plus(span))) {
            reading = UsageReading.remembered(scope, kept.share());
            readAt = kept.at();
            emptyAt = kept.at().plus(span);
        }
    }

    private static Duration seconds(double seconds) {
        double within = Math.clamp(seconds, (double) LEAST_WAIT.toSeconds(), (double) LONGEST.toSeconds());
        return Duration.ofMillis(Math.round(within * 1000));
    }
}
