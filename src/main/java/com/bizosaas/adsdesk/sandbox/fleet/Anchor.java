package com.bizosaas.adsdesk.sandbox.fleet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// Where a fleet stands in time. Old things have fixed dates; whatever must look recent, running out or still ahead is
/// counted from the Monday before the sandbox was started, so that a fleet started next year looks as alive as today's.
///
/// @param now the moment of the start
record Anchor(Instant now) {

    private static final DateTimeFormatter GRAPH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");
    private static final LocalDate OLDEST = LocalDate.of(2021, 2, 1);
    private static final int OLD_DAYS = 365 * 4;

    /// A working hour of some day between 2021 and 2025.
    Instant longAgo(Dice dice) {
        return OLDEST.plusDays(dice.below(OLD_DAYS)).atTime(dice.between(7, 18), dice.below(60), dice.below(60))
                .toInstant(ZoneOffset.UTC);
    }

    /// A moment so many days after (or, negative, before) this week's Monday, at a whole hour of UTC.
    Instant days(int days, int hour) {
        LocalDate monday = now.atOffset(ZoneOffset.UTC).toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.plusDays(days).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    LocalDate yesterday(ZoneId zone) {
        return now.atZone(zone).toLocalDate().minusDays(1);
    }

    Instant daysBefore(int days) {
        return now.minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    /// ISO text with the account's own offset and no colon in it, as Facebook writes times of objects.
    static String text(Instant time, ZoneId zone) {
        return GRAPH_TIME.format(time.atZone(zone));
    }
}
