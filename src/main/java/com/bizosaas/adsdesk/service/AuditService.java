package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.domain.Role;
import com.bizosaas.adsdesk.domain.AuditEntry;
import com.bizosaas.adsdesk.domain.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The append-only record of what was done.
@Needs(Role.VIEWER)
public interface AuditService {

    /// Newest first.
    ///
    /// @param tenant null for all
    /// @param text matched in who, action, object and its name; empty for all
    List<AuditEntry> entries(@Nullable TenantId tenant, String text, int limit);

    /// What passes the filter, newest first.
    List<AuditEntry> entries(Filter filter, int limit);

    /// What is wanted of the log.
    ///
    /// @param tenant null for all
    /// @param text matched in who, action, object and its name; empty for all
    /// @param action the only one wanted, as the log writes it; empty for all
    /// @param since the first moment that counts, null for all
    record Filter(@Nullable TenantId tenant, String text, String action, @Nullable Instant since) {

        public static final Filter ALL = new Filter(null, "", "", null);
    }

    Verification verify();

    /// Writes what passes the filter, oldest first, as CSV (UTF-8) with one line per entry and its chain number. Text that a
    /// spreadsheet would take for a formula gets a leading apostrophe. The export itself is audited.
    ///
    /// @param file must not exist yet
    /// @return how many entries
    /// @throws DeskException if the file exists or cannot be written; nothing half-written stays
    long export(Filter filter, Path file);

    /// @param brokenAt number of the first entry whose link does not hold, 0 when all do
    record Verification(long checked, long brokenAt, String reason) {

        public boolean whole() {
            return brokenAt == 0;
        }
    }
}
