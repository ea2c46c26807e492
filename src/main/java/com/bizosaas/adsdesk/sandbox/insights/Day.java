package com.bizosaas.adsdesk.sandbox.insights;

import java.time.LocalDate;
import java.time.ZoneId;

/// One day of an account, with the moments at which it begins and ends.
///
/// @param starts unix second of the account's midnight
/// @param ends unix second of the next midnight
record Day(LocalDate date, long starts, long ends) {

    static Day of(LocalDate date, ZoneId zone) {
        return new Day(date, date.atStartOfDay(zone).toEpochSecond(),
                date.plusDays(1).atStartOfDay(zone).toEpochSecond());
    }

    /// Where in this day a moment lies: 0 or less before it, 1 or more after it.
    double place(long second) {
        return (second - starts) / (double) (ends - starts);
    }
}
