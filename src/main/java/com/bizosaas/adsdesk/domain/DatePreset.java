package com.bizosaas.adsdesk.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The named ranges of the date picker. `LAST_…` leaves today out, as the presets of the API do (graph-api chapter 05).
public enum DatePreset {
    TODAY,
    YESTERDAY,
    LAST_7_DAYS,
    LAST_14_DAYS,
    LAST_28_DAYS,
    LAST_30_DAYS,
    LAST_90_DAYS,
    THIS_WEEK,
    LAST_WEEK,
    THIS_MONTH,
    LAST_MONTH;

    /// @param today the ad account's own day
    public DateRange range(LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        return switch (this) {
            case TODAY -> new DateRange(today, today);
            case YESTERDAY -> new DateRange(yesterday, yesterday);
            case LAST_7_DAYS -> new DateRange(today.minusDays(7), yesterday);
            case LAST_14_DAYS -> new DateRange(today.minusDays(14), yesterday);
            case LAST_28_DAYS -> new DateRange(today.minusDays(28), yesterday);
            case LAST_30_DAYS -> new DateRange(today.minusDays(30), yesterday);
            case LAST_90_DAYS -> new DateRange(today.minusDays(90), yesterday);
            case THIS_WEEK -> new DateRange(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), today);
            case LAST_WEEK -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
                yield new DateRange(monday, monday.plusDays(6));
            }
            case THIS_MONTH -> new DateRange(today.withDayOfMonth(1), today);
            case LAST_MONTH -> {
                LocalDate first = today.withDayOfMonth(1).minusMonths(1);
                yield new DateRange(first, first.with(TemporalAdjusters.lastDayOfMonth()));
            }
        };
    }
}
