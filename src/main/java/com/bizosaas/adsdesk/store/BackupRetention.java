package com.bizosaas.adsdesk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which backups are too many: of the daily ones all but the newest of each of seven days and, before those, the newest of
/// each of four weeks; of those before a migration all but three. What somebody asked for stays. Days and weeks are UTC's.
final class BackupRetention {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRetention.class);
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MIGRATIONS = 3;

    private BackupRetention() {
    }

    /// @param newestFirst all that there are
    static void forget(List<Backup> newestFirst) {
        for (Backup old : tooMany(newestFirst)) {
            try {
                Files.deleteIfExists(old.file());
            } catch (IOException e) {
                LOG.warn("The old backup {} could not be deleted", old.name(), e);
            }
        }
    }

    static List<Backup> tooMany(List<Backup> newestFirst) {
        Set<LocalDate> days = new HashSet<>();
        Set<String> weeks = new HashSet<>();
        int migrations = 0;
        List<Backup> gone = new ArrayList<>();
        for (Backup each : newestFirst) {
            boolean kept = switch (each.reason()) {
                case DAILY -> {
                    LocalDate day = each.created().atOffset(ZoneOffset.UTC).toLocalDate();
                    yield days.size() < DAYS && days.add(day)
                            || days.size() == DAYS && !days.contains(day) && weeks.size() < WEEKS
                                    && weeks.add(week(day));
                }
                case MIGRATION -> migrations++ < MIGRATIONS;
                case MANUAL -> true;
            };
            if (!kept) {
                gone.add(each);
            }
        }
        return gone;
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
