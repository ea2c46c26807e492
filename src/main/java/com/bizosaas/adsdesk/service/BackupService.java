package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies of the control store (tenants, sealed sign-ins, settings, journal, audit): made daily and before each migration,
/// encrypted under the vault's keys, and counted only after they were opened again and compared. They are given back
/// through [DeskGate#restore].
@Needs(Role.ADMINISTRATOR)
public interface BackupService {

    /// Why a backup was made.
    enum Reason {
        DAILY, MIGRATION, MANUAL
    }

    /// One backup.
    ///
    /// @param file where it lies
    /// @param bytes its size
    /// @param schema version of the store in it
    /// @param auditEntries how many audit entries it holds
    record Backup(Path file, String name, Instant createdAt, Reason reason, long bytes, int schema,
            long auditEntries) {
    }

    /// How the daily backup fares.
    ///
    /// @param last the newest one, null if there is none yet
    /// @param failure why the last try failed, null if it did not
    record State(@Nullable Backup last, @Nullable Problem failure) {

        /// How old a daily backup may get before that is a reason to worry.
        public static final Duration STALE = Duration.ofHours(48);
    }

    /// Those in the data folder, newest first.
    @Needs(Role.VIEWER)
    List<Backup> list();

    @Needs(Role.VIEWER)
    State state();

    /// Makes one and verifies it.
    ///
    /// @param folder where to, such as an outer disk; null for the data folder's own `backups`
    /// @throws DeskException if there is no room or no permission; what was stored before is as it was
    Backup create(@Nullable Path folder);

    /// Opens a backup of this desk again and compares every row.
    ///
    /// @throws DeskException if it is damaged, or of another desk or other keys
    @Needs(Role.VIEWER)
    Backup verify(Path file);
}
