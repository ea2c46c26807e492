package com.bizosaas.adsdesk.ui.fakes;

import com.bizosaas.adsdesk.service.BackupService;
import com.bizosaas.adsdesk.service.DeskException;
import com.bizosaas.adsdesk.service.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A daily backup of each of the last days, and one before a migration.
public final class FakeBackups implements BackupService {

    public final List<Backup> backups = new ArrayList<>();
    public @Nullable Problem refusal;
    public @Nullable Problem failure;
    public @Nullable Path lastFolder;
    public @Nullable Path verified;

    public FakeBackups() {
        Instant now = Samples.CLOCK.instant();
        for (int day = 0; day < 5; day++) {
            backups.add(backup(now.minus(Duration.ofHours(5 + 24L * day)), day == 2 ? Reason.MIGRATION : Reason.DAILY,
                    412_000 - 1000L * day));
        }
    }

    private static Backup backup(Instant at, Reason reason, long bytes) {
        String name = at.toString().substring(0, 10) + "T0300Z-" + reason.name().toLowerCase(java.util.Locale.ROOT)
                + ".ads-desk-backup";
        return new Backup(Path.of("/home/ines/.local/share/ads-desk/backups", name), name, at, reason, bytes, 3, 2048);
    }

    @Override
    public List<Backup> list() {
        return List.copyOf(backups);
    }

    @Override
    public State state() {
        return new State(backups.isEmpty() ? null : backups.getFirst(), failure);
    }

    @Override
    public Backup create(@Nullable Path folder) {
        refuse();
        lastFolder = folder;
        Backup made = backup(Samples.CLOCK.instant(), Reason.MANUAL, 412_500);
        backups.addFirst(made);
        return made;
    }

    @Override
    public Backup verify(Path file) {
        refuse();
        verified = file;
        return backups.stream().filter(each -> each.file().equals(file)).findFirst()
                .orElseGet(() -> backup(Samples.CLOCK.instant(), Reason.MANUAL, 1));
    }

    private void refuse() {
        if (refusal != null) {
            throw new DeskException(refusal);
        }
    }
}
