package com.bizosaas.adsdesk.ui.edit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/// Times of a schedule as they are typed: `2026-04-12` or `2026-04-12 08:30`, in the account's zone.
public final class ScheduleText {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm");
    private static final LocalTime LAST = LocalTime.of(23, 59);

    private ScheduleText() {
    }

    /// As the API takes it, with the zone's offset.
    ///
    /// @param end whether a day without a time means its last minute rather than its first
    /// @throws IllegalArgumentException with a sentence that names the field
    public static String read(String typed, ZoneId zone, boolean end) {
        String text = typed.strip();
        try {
            LocalDateTime at = text.length() <= 10
                    ? LocalDate.parse(text).atTime(end ? LAST : LocalTime.MIDNIGHT)
                    : LocalDateTime.parse(text, TYPED);
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException((end ? "End" : "Start") + " “" + text
                    + "” is no date. Write 2026-04-12 or 2026-04-12 08:30.", e);
        }
    }

    /// As it is typed.
    public static String text(java.time.Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(at.atZone(zone));
    }
}
