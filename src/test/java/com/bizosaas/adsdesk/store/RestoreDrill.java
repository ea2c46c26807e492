package com.bizosaas.adsdesk.store;

import com.bizosaas.adsdesk.store.DeskWork.Acknowledged;
import com.bizosaas.adsdesk.store.DeskWork.Phase;
import com.bizosaas.adsdesk.store.vault.DataFolder;
import com.bizosaas.adsdesk.store.vault.KdfCosts;
import com.bizosaas.adsdesk.store.vault.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Makes backups of a working desk and restores each on another computer, with the passphrase and with the recovery code,
/// and compares every row; then cuts the power at the instants of a restore.
final class RestoreDrill {

    private static final int BACKUPS = 6;

    private RestoreDrill() {
    }

    /// @param stride 1 to cut the power before every step of a restore, 5 for every fifth
    static Findings run(Path work, int stride, long seed) throws IOException {
        Findings findings = new Findings();
        Path here = work.resolve("here");
        try (DataFolder folder = DataFolder.open(here); Passphrase first = DeskWork.passphrase(0)) {
            DeskStore.Created created = DeskStore.create(folder, "Olga", first, KdfCosts.FLOOR);
            Passphrase code = Passphrase.of(created.recoveryCode().shown());
            try (DeskStore store = created.store(); code) {
                store.tenants().create(StoreFixture.tenant(StoreFixture.ACME));
                Acknowledged acknowledged = new Acknowledged(0, 0, 0);
                for (int i = 0; i < (stride == 1 ? BACKUPS : 1); i++) {
                    for (Phase phase : List.of(Phase.TOKEN, Phase.JOURNAL, Phase.SETTINGS)) {
                        acknowledged = DeskWork.step(store, phase, i, acknowledged);
                    }
                    Path carried = work.resolve("carried-" + i);
                    Backup made = store.backups().create(Backup.Reason.MANUAL, Instant.now(), carried);
                    List<Fingerprints.Table> rows = Fingerprints.of(store.controlSql());
                    findings.count("backups made and verified");
                    for (Passphrase typed : List.of(first, code)) {
                        restored(work.resolve("there-" + i + (typed == code)), made.file(), typed, rows, acknowledged,
                                findings);
                    }
                }
            }
        }
        Findings cuts = PowerCutProof.restore(work.resolve("cuts"), seed, stride);
        cuts.counts().forEach((what, n) -> {
            for (long i = 0; i < n; i++) {
                findings.count(what);
            }
        });
        cuts.wrong().forEach(findings::wrong);
        return findings;
    }

    private static void restored(Path there, Path backup, Passphrase typed, List<Fingerprints.Table> rows,
            Acknowledged acknowledged, Findings findings) throws IOException {
        Files.createDirectories(there);
        try (DataFolder folder = DataFolder.open(there)) {
            Restore.restore(folder, backup, typed);
            try (DeskStore store = DeskWork.open(folder, 0)) {
                findings.count("restored in another folder");
                if (!Fingerprints.of(store.controlSql()).equals(rows)) {
                    findings.wrong("the restored rows are not those that were stored");
                }
            }
        }
        String wrong = DeskWork.judge(there, acknowledged);
        if (!wrong.isEmpty()) {
            findings.wrong("restored: " + wrong);
        }
        Findings.delete(there);
    }
}
