package com.bizosaas.adsdesk.ui.common;

import com.bizosaas.adsdesk.service.SyncService.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says what Facebook's limits leave, in the operator's own time zone.
public final class LimitWords {

    private static final Duration SOON = Duration.ofHours(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    private LimitWords() {
    }

    /// Such as "31 writes left, full again at 14:32".
    public static String left(Budget budget, InstantSource clock) {
        Instant closed = budget.blockedUntil();
        if (closed != null) {
            return "No calls until " + time(closed, clock);
        }
        String writes = String.format(Locale.getDefault(Locale.Category.FORMAT), "%,d", budget.writes())
                + (budget.writes() == 1 ? " write left" : " writes left");
        Instant whole = budget.wholeAt();
        return whole == null ? writes : writes + ", full again at " + time(whole, clock);
    }

    /// Whether a job takes long enough to say so.
    public static boolean isLong(@Nullable Duration takes) {
        return takes != null && takes.compareTo(LONG) >= 0;
    }

    /// Such as "This job: about 6 min".
    public static String job(Duration takes) {
        return "This job: " + about(takes);
    }

    /// Such as "about 6 min".
    public static String about(Duration takes) {
        long minutes = (takes.toSeconds() + 59) / 60;
        if (minutes < 2) {
            return takes.toSeconds() < 5 ? "at once" : "about a minute";
        }
        return "about " + (minutes < 90 ? minutes + " min" : (minutes + 30) / 60 + " h");
    }

    /// Hours and minutes, with the day where it is not near.
    public static String time(Instant at, InstantSource clock) {
        boolean near = Duration.between(clock.instant(), at).abs().compareTo(SOON) < 0;
        return DateTimeFormatter.ofPattern(near ? "HH:mm" : "d MMM HH:mm").format(at.atZone(ZoneId.systemDefault()));
    }
}
