package com.bizosaas.adsdesk.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Days of an ad account, both ends included.
public record DateRange(LocalDate since, LocalDate until) {

    public DateRange {
        if (until.isBefore(since)) {
            throw new IllegalArgumentException("A range ends on or after the day it starts");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(since, until) + 1;
    }

    /// The range of the same length directly before this one.
    public DateRange previous() {
        return new DateRange(since.minusDays(days()), since.minusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(since) && !day.isAfter(until);
    }

    public List<LocalDate> eachDay() {
        return since.datesUntil(until.plusDays(1)).toList();
    }
}
