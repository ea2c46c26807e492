package com.bizosaas.adsdesk.ui.settings;

import com.bizosaas.adsdesk.ui.common.Formats;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes moments in the operator's own time zone: what happened at this desk is no account's day.
final class Times {

    private final Formats formats;
    private final Locale locale;
    private final InstantSource clock;
    private final ZoneId zone;

    Times(Formats formats, Locale locale, InstantSource clock, ZoneId zone) {
        this.formats = formats;
        this.locale = locale;
        this.clock = clock;
        this.zone = zone;
    }

    Instant now() {
        return clock.instant();
    }

    /// Hours and minutes, with the day unless it is today.
    String time(Instant at) {
        return today(at) ? pattern("HH:mm", at) : pattern("d MMM HH:mm", at);
    }

    /// For a table: to the second today, to the minute before.
    String stamp(Instant at) {
        if (today(at)) {
            return pattern("HH:mm:ss", at);
        }
        boolean thisYear = at.atZone(zone).getYear() == now().atZone(zone).getYear();
        return pattern(thisYear ? "d MMM HH:mm" : "d MMM yyyy", at);
    }

    String whole(Instant at) {
        return pattern("d MMM yyyy, HH:mm:ss", at);
    }

    String ago(Instant at) {
        return formats.ago(at, now());
    }

    private boolean today(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return day.equals(now().atZone(zone).toLocalDate());
    }

    private String pattern(String pattern, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return DateTimeFormatter.ofPattern(pattern, locale).format(local);
    }
}
