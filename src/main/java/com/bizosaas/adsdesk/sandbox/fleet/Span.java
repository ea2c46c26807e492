package com.bizosaas.adsdesk.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The life of one campaign in time.
///
/// @param stop when it ends by its own schedule
/// @param off when somebody paused or archived it, or trouble stopped it
record Span(Instant created, Instant start, @Nullable Instant stop, @Nullable Instant off) {

    private static final Instant FIRST = Instant.parse("2021-03-01T08:00:00Z");
    private static final Duration SETTING_UP = Duration.ofMinutes(45);
    private static final int WEEK = 7;

    /// @param ordinal place among the account's campaigns; the first has always been on, so that every account has 37
    ///         months of history
    static Span of(Lifecycle life, int ordinal, boolean lifetime, Anchor anchor, Dice dice) {
        Instant recent = anchor.days(-dice.between(30, 330), dice.between(7, 16));
        Instant old = dice.chance(0.3) ? anchor.longAgo(dice) : recent;
        Instant ahead = anchor.days(dice.between(3 * WEEK, 9 * WEEK), 6);
        return switch (life) {
            case DELIVERING -> lifetime
                    ? began(anchor.days(-dice.between(9, 24), 8), ahead, null)
                    : began(ordinal == 0 ? FIRST : old, null, null);
            case LEARNING -> began(anchor.daysBefore(3), lifetime ? ahead : null, null);
            case PAUSED, SETS_PAUSED -> began(old.minus(Duration.ofDays(60)), null,
                    anchor.days(-dice.between(0, 60), dice.between(0, 3)));
            case COMPLETED -> began(anchor.days(-dice.between(90, 200), 8), anchor.days(-dice.between(2, 75), 22),
                    null);
            case ARCHIVED -> began(anchor.days(-dice.between(300, 900), 8), null,
                    anchor.days(-dice.between(60, 290), 15));
            case SCHEDULED -> {
                Instant start = anchor.days(dice.between(9, 60), 6);
                yield new Span(anchor.days(-dice.between(1, 12), 10), start,
                        lifetime ? start.plus(Duration.ofDays(21)) : null, null);
            }
            case IN_REVIEW -> began(anchor.now().minus(Duration.ofHours(2)), null, null);
            case ISSUES -> began(recent.minus(Duration.ofDays(30)), null, anchor.days(-dice.between(1, 9), 4));
        };
    }

    private static Span began(Instant created, @Nullable Instant stop, @Nullable Instant off) {
        return new Span(created, created.plus(SETTING_UP), stop, off);
    }

    /// When the campaign was last touched.
    Instant updated() {
        return off != null ? off : created.plus(SETTING_UP);
    }
}
