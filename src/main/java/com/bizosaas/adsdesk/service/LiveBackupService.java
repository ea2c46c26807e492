package com.bizosaas.adsdesk.service;

import com.bizosaas.adsdesk.service.AuditTrail.Deed;
import com.bizosaas.adsdesk.store.Backups;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes backups by hand and by the clock; each is audited, and a daily one that fails is told and tried again.
final class LiveBackupService implements BackupService {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBackupService.class);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration CHECK = Duration.ofMinutes(30);
    private static final Duration PUT_OFF = Duration.ofHours(1);

    private final Backups backups;
    private final Path dataFolder;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final DeskEvents events;
    private final BooleanSupplier publishing;
    private volatile @Nullable Problem failure;
    /// The next look at whether one is due, and since when one is.
    private Instant next = Instant.MIN;
    private @Nullable Instant due;

    /// @param publishing whether a batch is being sent, which waits while the store is copied
    LiveBackupService(Backups backups, Path dataFolder, AuditTrail audit, InstantSource clock, DeskEvents events,
            BooleanSupplier publishing) {
        this.backups = backups;
        this.dataFolder = dataFolder;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.publishing = publishing;
    }

    @Override
    public List<Backup> list() {
        return list(dataFolder);
    }

    static List<Backup> list(Path dataFolder) {
        return Problems.explained(() -> Backups.list(dataFolder)).stream().map(LiveBackupService::told).toList();
    }

    static Backup told(com.bizosaas.adsdesk.store.Backup stored) {
        return new Backup(stored.file(), stored.name(), stored.created(), Reason.valueOf(stored.reason().name()),
                stored.bytes(), stored.schema(), stored.auditNumber());
    }

    @Override
    public State state() {
        List<Backup> all = list();
        return new State(all.isEmpty() ? null : all.getFirst(), failure);
    }

    @Override
    public Backup create(@Nullable Path folder) {
        return Problems.explained(() -> {
            Instant now = clock.instant();
            com.bizosaas.adsdesk.store.Backup made = folder == null
                    ? backups.create(com.bizosaas.adsdesk.store.Backup.Reason.MANUAL, now)
                    : backups.create(com.bizosaas.adsdesk.store.Backup.Reason.MANUAL, now, folder);
            note("backup.create", made);
            return told(made);
        });
    }

    @Override
    public Backup verify(Path file) {
        return Problems.explained(() -> {
            com.bizosaas.adsdesk.store.Backup held = backups.verify(file);
            note("backup.verify", held);
            return told(held);
        });
    }

    /// Makes the daily backup if the last one is a day old: after what is being published, at most an hour later. One
    /// thread at a time.
    void daily() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        try {
            if (due == null && isDue(now)) {
                due = now;
            }
            if (due != null) {
                if (publishing.getAsBoolean() && now.isBefore(due.plus(PUT_OFF))) {
                    return;
                }
                note("backup.daily", backups.create(com.bizosaas.adsdesk.store.Backup.Reason.DAILY, now));
                due = null;
                failure = null;
            }
        } catch (RuntimeException e) {
            LOG.warn("The daily backup failed", e);
            failure = Problems.of(e);
            events.publish(new DeskEvent.BackupsChanged());
        }
        next = now.plus(CHECK);
    }

    private boolean isDue(Instant now) {
        return Backups.list(dataFolder).stream()
                .filter(each -> each.reason() == com.bizosaas.adsdesk.store.Backup.Reason.DAILY).findFirst()
                .map(last -> Duration.between(last.created(), now).compareTo(DAY) >= 0).orElse(true);
    }

    private void note(String action, com.bizosaas.adsdesk.store.Backup backup) {
        audit.done(new Deed(null, action, backup.name(), backup.name(), "",
                Json.of(Map.of("auditEntries", backup.auditNumber(), "bytes", backup.bytes()))));
        events.publish(new DeskEvent.BackupsChanged());
    }
}
