package com.bizosaas.adsdesk.store;

import java.nio.file.Path;
import java.time.Instant;

/// A backup file as its manifest describes it; whether that is true is known after it was verified.
///
/// @param bytes size of the file
/// @param schema version of the control store in it
/// @param auditNumber last audit entry in it
public record Backup(Path file, Instant created, Reason reason, long bytes, String storeId, int schema,
        long auditNumber) {

    /// Why it was made.
    public enum Reason {
        /// Once a day; seven are kept, and of older ones the last of each of four weeks.
        DAILY,
        /// Before the store was brought to a newer schema; three are kept.
        MIGRATION,
        /// Asked for; kept until somebody deletes it.
        MANUAL
    }

    public String name() {
        return String.valueOf(file.getFileName());
    }
}
