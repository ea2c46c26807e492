package com.bizosaas.adsdesk.ui.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// From when on the audit log is shown; days are this computer's.
enum AuditSince {
    ALWAYS("Since always", -1), TODAY("Since today", 0), WEEK("Since 7 days", 7), MONTH("Since 30 days", 30);

    private final String words;
    private final int days;

    AuditSince(String words, int days) {
        this.words = words;
        this.days = days;
    }

    /// Null for always.
    @Nullable
    Instant from(Instant now, ZoneId zone) {
        return days < 0 ? null : LocalDate.ofInstant(now, zone).minusDays(days).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return words;
    }
}
