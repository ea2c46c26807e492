package com.bizosaas.adsdesk.ui.workbench;

import java.time.Duration;

/// How long something takes, as precisely as anybody wants to know it.
final class Durations {

    private static final long LONG = 90;

    private Durations() {
    }

    /// Seconds below a minute and a half, minutes above.
    static String about(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < LONG ? seconds + " s" : (seconds + 30) / 60 + " min";
    }
}
