package com.bizosaas.adsdesk.ui.campaigns;

import com.bizosaas.adsdesk.domain.Budget;
import com.bizosaas.adsdesk.domain.DateRange;
import com.bizosaas.adsdesk.domain.Level;
import com.bizosaas.adsdesk.domain.metrics.DayFigures;
import com.bizosaas.adsdesk.domain.metrics.Pacing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How fast a row's budget is spent, or why that is not known. A campaign whose budgets are its ad sets' goes by those
/// that deliver.
///
/// @param pacing null where it is not known
/// @param why [Why#KNOWN] or the reason
/// @param budget its own, null where it sits on another level
/// @param days the whole days that count, null for several schedules or none
record Pace(@Nullable Pacing pacing, Why why, @Nullable Budget budget, @Nullable DateRange days) {

    /// Part of a campaign's spend that is found again on its ad sets; some may be deleted.
    private static final double ENOUGH = 0.98;

    /// What is known of it.
    enum Why {
        // @formatter:off
        KNOWN(""),
        NOT_DELIVERING("It does not deliver, so nothing is behind or ahead."),
        ELSEWHERE("The budget is set one level up, and its pacing stands there."),
        NONE("There is no budget to pace by."),
        NOTHING("Nothing was delivered in this range."),
        FIRST_DAY("None of these days is over as a whole yet. Pacing is known from the second day on."),
        NO_END("A lifetime budget is paced by its schedule, and this one has no end."),
        START_UNSEEN("A lifetime budget is paced from its first day on: choose dates that begin there or before."),
        BELOW("The pacing of one of its ad sets is not known."),
        UNREAD("It is paced by its ad sets, and their figures are not all read yet: open the campaign to have them read.");
        // @formatter:on

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Pace of(Part part, int local) {
        if (!part.state(local).delivers()) {
            return unknown(Why.NOT_DELIVERING);
        }
        return switch (part.level(local)) {
            case AD -> unknown(Why.ELSEWHERE);
            case AD_SET -> {
                Budget own = part.adSet(local).budget();
                yield own == null ? unknown(Why.ELSEWHERE) : own(part, local, own, false);
            }
            case CAMPAIGN, ACCOUNT, AUDIENCE -> {
                Budget own = part.campaign(local).budget();
                yield own == null ? ofAdSets(part, local) : own(part, local, own, false);
            }
        };
    }

    private static Pace unknown(Why why) {
        return new Pace(null, why, null, null);
    }

    /// @param within a row whose account reported something: then nothing reported is nothing spent
    private static Pace own(Part part, int local, Budget budget, boolean within) {
        if (!part.figures().has(local) && !within) {
            return new Pace(null, Why.NOTHING, budget, null);
        }
        Frame frame = part.frame();
        ZoneId zone = frame.account().zone();
        Instant start = Schedule.start(part, local);
        Instant end = Schedule.end(part, local);
        BigDecimal amount = budget.amount().amount();
        BigDecimal spent = DayFigures.decimal(part.figures().get(FigureColumns.PACED, local));
        boolean daily = budget.kind() == Budget.Kind.DAILY;
        DateRange days = Pacing.wholeDays(frame.range(), zone, part.now(), daily ? start : null, end);
        if (days == null) {
            return new Pace(null, Why.FIRST_DAY, budget, null);
        }
        if (daily) {
            return known(Pacing.daily(amount, days.days(), spent), budget, days);
        }
        if (start == null || end == null) {
            return new Pace(null, Why.NO_END, budget, null);
        }
        LocalDate first = start.atZone(zone).toLocalDate();
        if (first.isBefore(frame.range().since())) {
            return new Pace(null, Why.START_UNSEEN, budget, null);
        }
        return first.isAfter(days.until())
                ? new Pace(null, Why.FIRST_DAY, budget, null)
                : known(Pacing.lifetime(amount, spent, start, end, days.until(), zone), budget,
                        new DateRange(first, days.until()));
    }

    private static Pace known(@Nullable Pacing pacing, Budget budget, DateRange days) {
        return new Pace(pacing, pacing == null ? Why.FIRST_DAY : Why.KNOWN, budget, pacing == null ? null : days);
    }

    /// Whether the ad sets spent what their campaign did; if not, days of theirs are missing.
    private static boolean addsUp(Part part, int campaign) {
        long spent = 0;
        for (int row = part.firstChild(campaign); row < part.endOfChildren(campaign); row++) {
            spent += part.figures().get(FigureColumns.SPEND, row);
        }
        return spent >= part.figures().get(FigureColumns.SPEND, campaign) * ENOUGH;
    }

    /// Those that began a moment ago are left out; one that is unknown for another reason leaves all unknown.
    private static Pace ofAdSets(Part part, int campaign) {
        if (!part.whole()) {
            return unknown(Why.BELOW);
        }
        if (!part.figures().has(campaign)) {
            return unknown(Why.NOTHING);
        }
        if (!addsUp(part, campaign)) {
            return unknown(Why.UNREAD);
        }
        Pacing sum = null;
        boolean any = false;
        for (int row = part.firstChild(campaign); row < part.endOfChildren(campaign); row++) {
            Budget budget = part.level(row) == Level.AD_SET ? part.adSet(row).budget() : null;
            if (budget == null || !part.state(row).delivers()) {
                continue;
            }
            any = true;
            Pace one = own(part, row, budget, true);
            if (one.pacing != null) {
                sum = sum == null ? one.pacing : sum.plus(one.pacing);
            } else if (one.why != Why.FIRST_DAY) {
                return unknown(Why.BELOW);
            }
        }
        return new Pace(sum, sum != null ? Why.KNOWN : any ? Why.FIRST_DAY : Why.NONE, null, null);
    }
}
